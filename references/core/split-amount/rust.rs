use std::cmp::Reverse;

#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
    Arithmetic,
}

pub fn split_amount(amount: i64, weights: &[i64]) -> Result<Vec<i64>, TaskError> {
    if weights.iter().any(|&weight| weight < 0) {
        return Err(TaskError::InvalidArgument);
    }
    let total: i64 = weights.iter().sum();
    if total == 0 {
        return Err(TaskError::Arithmetic);
    }
    let size = amount.abs();
    let mut shares: Vec<i64> = weights.iter().map(|weight| size * weight / total).collect();
    let left = size - shares.iter().sum::<i64>();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|&person| Reverse(size * weights[person] % total));
    for &person in order.iter().take(left as usize) {
        shares[person] += 1;
    }
    Ok(shares.iter().map(|share| share * amount.signum()).collect())
}
