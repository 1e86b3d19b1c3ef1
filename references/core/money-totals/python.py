import re
from dataclasses import dataclass
from typing import Dict, List


@dataclass
class Money:
    """An amount in a currency."""

    currency: str
    cents: int


def money_totals(amounts: List[Money]) -> List[Money]:
    """Return the total of each currency, sorted by currency."""
    if not all(re.fullmatch("[A-Z]{3}", amount.currency) for amount in amounts):
        raise ValueError("a currency must be three letters")
    totals: Dict[str, int] = {}
    for amount in amounts:
        total = totals.get(amount.currency, 0) + amount.cents
        if not -(2**63) <= total < 2**63:
            raise OverflowError("a total leaves 64 bits")
        totals[amount.currency] = total
    return [Money(currency, totals[currency]) for currency in sorted(totals)]
