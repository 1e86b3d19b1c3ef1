struct OrderEvent: Hashable {
    var kind: String
    var amount: Int
}

struct Order: Hashable {
    var status: String
    var held: Int
}

enum TaskError: Error {
    case invalidArgument, outOfRange, invalidState
}

func followOrder(_ price: Int, _ events: [OrderEvent]) throws -> Order {
    guard price >= 1 else { throw TaskError.invalidArgument }
    var order = Order(status: "new", held: 0)
    for event in events {
        switch (event.kind, order.status) {
        case ("pay", "new"):
            guard event.amount >= 1 else { throw TaskError.outOfRange }
            order.held += event.amount
            if order.held >= price { order.status = "paid" }
        case ("ship", "paid"): order.status = "shipped"
        case ("cancel", "new"), ("cancel", "paid"): order = Order(status: "cancelled", held: 0)
        case ("return", "shipped"):
            guard event.amount >= 1, event.amount <= order.held else { throw TaskError.outOfRange }
            order = Order(status: "returned", held: order.held - event.amount)
        case ("pay", _), ("ship", _), ("cancel", _), ("return", _): throw TaskError.invalidState
        default: throw TaskError.invalidArgument
        }
    }
    return order
}
