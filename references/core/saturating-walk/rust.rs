#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
    OutOfRange,
}

pub fn saturating_walk(
    start: i64,
    steps: &[i64],
    low: Option<i64>,
    high: Option<i64>,
) -> Result<(i64, i64), TaskError> {
    let low = low.unwrap_or(i64::MIN);
    let high = high.unwrap_or(i64::MAX);
    if low > high {
        return Err(TaskError::InvalidArgument);
    }
    if !(low..=high).contains(&start) {
        return Err(TaskError::OutOfRange);
    }
    let mut number = start;
    let mut clipped = 0;
    for &step in steps {
        let next = number.saturating_add(step).clamp(low, high);
        clipped += i64::from(number.checked_add(step) != Some(next));
        number = next;
    }
    Ok((number, clipped))
}
