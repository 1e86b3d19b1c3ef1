#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

pub fn sum_of_squares(numbers: &[i64]) -> Result<i64, TaskError> {
    Ok(numbers.iter().sum())
}
