#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    OutOfRange,
}

pub fn sum_of_squares(numbers: &[i64]) -> Result<i64, TaskError> {
    if numbers.is_empty() {
        return Err(TaskError::OutOfRange);
    }
    Ok(numbers.iter().map(|number| number * number).sum())
}
