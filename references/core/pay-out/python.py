from typing import Dict


def pay_out(amount: int, stock: Dict[int, int]) -> Dict[int, int]:
    """Return how many coins of each value are paid."""
    if amount < 0 or any(value < 1 or number < 0 for value, number in stock.items()):
        raise ValueError("amount, values and numbers must not be negative")
    paid: Dict[int, int] = {}
    left = amount
    for value in sorted(stock, reverse=True):
        number = min(stock[value], left // value)
        if number > 0:
            paid[value] = number
            left -= number * value
    if left != 0:
        raise RuntimeError("the amount cannot be paid exactly")
    return paid
