#[derive(Debug, Clone, PartialEq)]
pub struct OrderEvent {
    pub kind: String,
    pub amount: i64,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    pub status: String,
    pub held: i64,
}

#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
    OutOfRange,
    InvalidState,
}

pub fn follow_order(price: i64, events: &[OrderEvent]) -> Result<Order, TaskError> {
    if price < 1 {
        return Err(TaskError::InvalidArgument);
    }
    let mut status = "new";
    let mut held = 0;
    for OrderEvent { kind, amount } in events {
        match (kind.as_str(), status) {
            ("pay", "new") => {
                if *amount < 1 {
                    return Err(TaskError::OutOfRange);
                }
                held += amount;
                status = if held >= price { "paid" } else { "new" };
            }
            ("ship", "paid") => status = "shipped",
            ("cancel", "new" | "paid") => {
                status = "cancelled";
                held = 0;
            }
            ("return", "shipped") => {
                if !(1..=held).contains(amount) {
                    return Err(TaskError::OutOfRange);
                }
                status = "returned";
                held -= amount;
            }
            ("pay" | "ship" | "cancel" | "return", _) => return Err(TaskError::InvalidState),
            _ => return Err(TaskError::InvalidArgument),
        }
    }
    Ok(Order { status: status.to_string(), held })
}
