#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
    Arithmetic,
}

pub fn divide_rounded(dividend: i64, divisor: i64, mode: &str) -> Result<i64, TaskError> {
    if !["floor", "ceiling", "truncate", "half_away", "half_even"].contains(&mode) {
        return Err(TaskError::InvalidArgument);
    }
    if divisor == 0 {
        return Err(TaskError::Arithmetic);
    }
    // 128 bits hold the one quotient that does not fit.
    let (left, right) = (i128::from(dividend), i128::from(divisor));
    let (mut quotient, remainder) = (left / right, left % right);
    if remainder != 0 {
        let is_negative = (left < 0) != (right < 0);
        let twice = 2 * remainder.abs();
        // Whether the answer is the neighbour of the quotient that is further from zero.
        let away = match mode {
            "floor" => is_negative,
            "ceiling" => !is_negative,
            "half_away" => twice >= right.abs(),
            "half_even" => twice > right.abs() || (twice == right.abs() && quotient % 2 != 0),
            _ => false,
        };
        if away {
            quotient += if is_negative { -1 } else { 1 };
        }
    }
    i64::try_from(quotient).map_err(|_| TaskError::Arithmetic)
}
