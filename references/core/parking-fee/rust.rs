#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

const MINUTES_PER_DAY: i64 = 1440;

pub fn parking_fee(minutes: i64, hourly: i64, daily_cap: i64) -> Result<i64, TaskError> {
    if minutes < 0 || hourly < 0 || daily_cap < 0 {
        return Err(TaskError::InvalidArgument);
    }
    if minutes <= 15 {
        return Ok(0);
    }
    let day_fee = |hours: i64| hourly.saturating_mul(hours).min(daily_cap);
    let (full_days, rest) = (minutes / MINUTES_PER_DAY, minutes % MINUTES_PER_DAY);
    Ok(full_days * day_fee(24) + day_fee((rest + 59) / 60))
}
