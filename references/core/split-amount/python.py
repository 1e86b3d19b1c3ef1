from typing import List


def split_amount(amount: int, weights: List[int]) -> List[int]:
    """Split an amount in proportion to weights without losing a cent."""
    if any(weight < 0 for weight in weights):
        raise ValueError("weights must not be negative")
    total = sum(weights)
    if total == 0:
        raise ZeroDivisionError("the weights add up to zero")
    sign = -1 if amount < 0 else 1
    shares: List[int] = []
    lost: List[int] = []
    for weight in weights:
        share, remainder = divmod(abs(amount) * weight, total)
        shares.append(share)
        lost.append(remainder)
    order = sorted(range(len(weights)), key=lambda person: -lost[person])
    for person in order[: abs(amount) - sum(shares)]:
        shares[person] += 1
    return [sign * share for share in shares]
