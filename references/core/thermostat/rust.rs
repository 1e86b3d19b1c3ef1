#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

pub fn thermostat(readings: &[f64], low: f64, high: f64) -> Result<Vec<bool>, TaskError> {
    if low > high || low.is_nan() || high.is_nan() {
        return Err(TaskError::InvalidArgument);
    }
    let mut is_on = false;
    let mut faults = 0;
    let states = readings.iter().map(|&reading| {
        faults = if reading.is_nan() { faults + 1 } else { 0 };
        if reading < low {
            is_on = true;
        } else if reading > high || faults >= 3 {
            is_on = false;
        }
        is_on
    });
    Ok(states.collect())
}
