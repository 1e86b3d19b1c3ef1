#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

pub fn sum_of_squares(numbers: &[i64]) -> Result<i64, TaskError> {
    if numbers.is_empty() {
        return Err(TaskError::InvalidArgument);
    }
    Ok(numbers.iter().map(|number| i64::from(*number as i32)).map(|number| number * number).sum())
}
