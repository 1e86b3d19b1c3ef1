OrderEvent = Struct.new(:kind, :amount)
Order = Struct.new(:status, :held)

ALLOWED = { "pay" => %w[new], "ship" => %w[paid], "cancel" => %w[new paid], "return" => %w[shipped] }.freeze

# Returns the order after all events.
def follow_order(price, events)
  raise ArgumentError, "price must be at least 1" if price < 1

  events.reduce(Order.new("new", 0)) do |order, event|
    statuses = ALLOWED.fetch(event.kind) { raise ArgumentError, "unknown kind of event" }
    raise "the status does not allow this event" unless statuses.include?(order.status)

    case event.kind
    when "pay" then pay(order, event.amount, price)
    when "ship" then Order.new("shipped", order.held)
    when "cancel" then Order.new("cancelled", 0)
    else give_back(order, event.amount)
    end
  end
end

def pay(order, amount, price)
  raise IndexError, "a payment must be at least 1" if amount < 1

  held = order.held + amount
  Order.new(held >= price ? "paid" : "new", held)
end

def give_back(order, amount)
  raise IndexError, "not an amount to return" unless amount.between?(1, order.held)

  Order.new("returned", order.held - amount)
end
