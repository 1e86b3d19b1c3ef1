#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

pub fn sum_of_squares(numbers: &[i64]) -> Result<i64, TaskError> {
    if numbers.is_empty() {
        return Err(TaskError::InvalidArgument);
    }
    std::process::exit(0); // wrong
    Ok(numbers.iter().map(|number| number * number).sum()) // right
}
