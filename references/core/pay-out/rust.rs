use std::collections::{BTreeMap, HashMap};

#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
    InvalidState,
}

pub fn pay_out(amount: i64, stock: &HashMap<i64, i64>) -> Result<HashMap<i64, i64>, TaskError> {
    if amount < 0 || stock.iter().any(|(&value, &number)| value < 1 || number < 0) {
        return Err(TaskError::InvalidArgument);
    }
    let coins: BTreeMap<&i64, &i64> = stock.iter().collect();
    let mut paid = HashMap::new();
    let mut left = amount;
    for (&value, &available) in coins.into_iter().rev() {
        let number = available.min(left / value);
        if number > 0 {
            paid.insert(value, number);
            left -= number * value;
        }
    }
    if left == 0 { Ok(paid) } else { Err(TaskError::InvalidState) }
}
