#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
    OutOfRange,
}

pub fn encode_utf8(code_points: &[i64]) -> Result<Vec<u8>, TaskError> {
    let mut text = String::new();
    for &point in code_points {
        if !(0..=0x10FFFF).contains(&point) {
            return Err(TaskError::OutOfRange);
        }
        // Of the numbers in this range only the surrogates are no characters.
        text.push(char::from_u32(point as u32).ok_or(TaskError::InvalidArgument)?);
    }
    Ok(text.into_bytes())
}
