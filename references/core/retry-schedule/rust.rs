#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

pub fn retry_schedule(base: i64, factor: i64, cap: i64, attempts: i64, budget: i64) -> Result<Vec<i64>, TaskError> {
    if base < 1 || factor < 1 || cap < base || attempts < 0 || budget < 0 {
        return Err(TaskError::InvalidArgument);
    }
    let mut delays: Vec<i64> = Vec::new();
    let mut delay = base;
    let mut left = budget;
    while (delays.len() as i64) < attempts && delay <= left {
        delays.push(delay);
        left -= delay;
        delay = delay.saturating_mul(factor).min(cap);
    }
    Ok(delays)
}
