from dataclasses import dataclass
from typing import List

ALLOWED = {"pay": ("new",), "ship": ("paid",), "cancel": ("new", "paid"), "return": ("shipped",)}


@dataclass
class OrderEvent:
    """What happens to an order."""

    kind: str
    amount: int


@dataclass
class Order:
    """How far an order has come."""

    status: str
    held: int


def follow_order(price: int, events: List[OrderEvent]) -> Order:
    """Return the order after all events."""
    if price < 1:
        raise ValueError("price must be at least 1")
    order = Order("new", 0)
    for event in events:
        if event.kind not in ALLOWED:
            raise ValueError("unknown kind of event")
        if order.status not in ALLOWED[event.kind]:
            raise RuntimeError("the status does not allow this event")
        if event.kind == "pay":
            if event.amount < 1:
                raise IndexError("a payment must be at least 1")
            order.held += event.amount
            if order.held >= price:
                order.status = "paid"
        elif event.kind == "ship":
            order.status = "shipped"
        elif event.kind == "cancel":
            order = Order("cancelled", 0)
        else:
            if not 1 <= event.amount <= order.held:
                raise IndexError("a return must be at least 1 and at most what is held")
            order = Order("returned", order.held - event.amount)
    return order
