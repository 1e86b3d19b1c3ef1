#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

pub fn split_fields(line: &str, separator: &str) -> Result<Vec<String>, TaskError> {
    if separator.chars().count() != 1 || separator == "\"" {
        return Err(TaskError::InvalidArgument);
    }
    let mut fields = Vec::new();
    let mut rest = line;
    loop {
        if let Some(inside) = rest.strip_prefix('"') {
            let end = closing_mark(inside).ok_or(TaskError::InvalidArgument)?;
            fields.push(inside[..end].replace("\"\"", "\""));
            rest = &inside[end + 1..];
        } else {
            let (field, _) = rest.split_once(separator).unwrap_or((rest, ""));
            if field.contains('"') {
                return Err(TaskError::InvalidArgument);
            }
            fields.push(field.to_string());
            rest = &rest[field.len()..];
        }
        if rest.is_empty() {
            return Ok(fields);
        }
        rest = rest.strip_prefix(separator).ok_or(TaskError::InvalidArgument)?;
    }
}

/// Where the first mark is that is not doubled.
fn closing_mark(inside: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        let mark = from + inside[from..].find('"')?;
        if !inside[mark + 1..].starts_with('"') {
            return Some(mark);
        }
        from = mark + 2;
    }
}
