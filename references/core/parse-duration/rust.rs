#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

const UNITS: [(&str, i128); 5] = [("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1)];

pub fn parse_duration(text: &str) -> Result<i64, TaskError> {
    let (sign, mut rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    if rest.is_empty() {
        return Err(TaskError::InvalidArgument);
    }
    let mut total: i128 = 0;
    let mut units = UNITS.iter();
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit()).ok_or(TaskError::InvalidArgument)?;
        let (number, after) = rest.split_at(digits);
        let (name, after) = after.split_at(after.find(|c: char| c.is_ascii_digit()).unwrap_or(after.len()));
        let (_, size) = units.find(|unit| unit.0 == name).ok_or(TaskError::InvalidArgument)?;
        // Leading zeros may be many; other digits of more than 128 bits do not fit anyway.
        let number: i128 = match number.trim_start_matches('0') {
            "" if !number.is_empty() => 0,
            significant => significant.parse().map_err(|_| TaskError::InvalidArgument)?,
        };
        total = number.checked_mul(*size).and_then(|part| total.checked_add(part)).ok_or(TaskError::InvalidArgument)?;
        rest = after;
    }
    i64::try_from(sign * total).map_err(|_| TaskError::InvalidArgument)
}
