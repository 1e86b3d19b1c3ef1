package main

import "errors"

var (
	ErrInvalidArgument = errors.New("invalid argument")
	ErrOutOfRange      = errors.New("out of range")
	ErrInvalidState    = errors.New("invalid state")
)

type OrderEvent struct {
	Kind   string
	Amount int64
}

type Order struct {
	Status string
	Held   int64
}

var allowed = map[string]map[string]bool{
	"pay":    {"new": true},
	"ship":   {"paid": true},
	"cancel": {"new": true, "paid": true},
	"return": {"shipped": true},
}

// FollowOrder returns the order after all events.
func FollowOrder(price int64, events []OrderEvent) (Order, error) {
	if price < 1 {
		return Order{}, ErrInvalidArgument
	}
	order := Order{Status: "new"}
	for _, event := range events {
		statuses, isKnown := allowed[event.Kind]
		if !isKnown {
			return Order{}, ErrInvalidArgument
		}
		if !statuses[order.Status] {
			return Order{}, ErrInvalidState
		}
		switch event.Kind {
		case "pay":
			if event.Amount < 1 {
				return Order{}, ErrOutOfRange
			}
			order.Held += event.Amount
			if order.Held >= price {
				order.Status = "paid"
			}
		case "ship":
			order.Status = "shipped"
		case "cancel":
			order = Order{"cancelled", 0}
		case "return":
			if event.Amount < 1 || event.Amount > order.Held {
				return Order{}, ErrOutOfRange
			}
			order = Order{"returned", order.Held - event.Amount}
		}
	}
	return order, nil
}
