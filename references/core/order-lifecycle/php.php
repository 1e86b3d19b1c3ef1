<?php

class OrderEvent
{
    public function __construct(public string $kind, public int $amount)
    {
    }
}

class Order
{
    public function __construct(public string $status, public int $held)
    {
    }
}

const ALLOWED = ['pay' => ['new'], 'ship' => ['paid'], 'cancel' => ['new', 'paid'], 'return' => ['shipped']];

/** Returns the order after all events. */
function follow_order(int $price, array $events): Order
{
    if ($price < 1) {
        throw new InvalidArgumentException('price must be at least 1');
    }
    $order = new Order('new', 0);
    foreach ($events as $event) {
        $statuses = ALLOWED[$event->kind] ?? throw new InvalidArgumentException('unknown kind of event');
        if (!in_array($order->status, $statuses, true)) {
            throw new LogicException('the status does not allow this event');
        }
        switch ($event->kind) {
            case 'pay':
                check_amount($event->amount >= 1);
                $order->held += $event->amount;
                $order->status = $order->held >= $price ? 'paid' : 'new';
                break;
            case 'ship':
                $order->status = 'shipped';
                break;
            case 'cancel':
                $order = new Order('cancelled', 0);
                break;
            default:
                check_amount($event->amount >= 1 && $event->amount <= $order->held);
                $order = new Order('returned', $order->held - $event->amount);
        }
    }
    return $order;
}

function check_amount(bool $is_possible): void
{
    if (!$is_possible) {
        throw new OutOfRangeException('the amount is not possible');
    }
}
