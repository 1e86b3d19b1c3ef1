#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

pub fn snake_case(identifier: &str) -> Result<String, TaskError> {
    let bytes = identifier.as_bytes();
    let mut result = String::new();
    let mut has_ended = false;
    for (index, &byte) in bytes.iter().enumerate() {
        if byte == b'_' || byte == b'-' {
            has_ended = true;
            continue;
        }
        if !byte.is_ascii_alphanumeric() {
            return Err(TaskError::InvalidArgument);
        }
        if byte.is_ascii_uppercase() && index > 0 {
            let before = bytes[index - 1];
            let lower_follows = bytes.get(index + 1).map_or(false, u8::is_ascii_lowercase);
            let ends_run = before.is_ascii_uppercase() && lower_follows;
            has_ended = has_ended || before.is_ascii_lowercase() || before.is_ascii_digit() || ends_run;
        }
        if has_ended && !result.is_empty() {
            result.push('_');
        }
        has_ended = false;
        result.push(char::from(byte.to_ascii_lowercase()));
    }
    Ok(result)
}
