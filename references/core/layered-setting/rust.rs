use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    OutOfRange,
    NotFound,
    WrongType,
}

pub fn layered_setting(
    layers: &[HashMap<String, Option<String>>],
    key: &str,
    fallback: Option<i64>,
) -> Result<i64, TaskError> {
    let text = match layers.iter().find_map(|layer| layer.get(key)) {
        Some(Some(text)) => text,
        Some(None) | None => return fallback.ok_or(TaskError::NotFound),
    };
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return Err(TaskError::WrongType);
    }
    text.parse().map_err(|_| TaskError::OutOfRange)
}
