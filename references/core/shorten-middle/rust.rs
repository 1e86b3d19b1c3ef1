#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

pub fn shorten_middle(text: &str, width: i64) -> Result<String, TaskError> {
    if width < 1 {
        return Err(TaskError::InvalidArgument);
    }
    let points: Vec<char> = text.chars().collect();
    if points.len() as i64 <= width {
        return Ok(text.to_string());
    }
    let head = width as usize / 2;
    let tail = width as usize - 1 - head;
    let (start, end) = (&points[..head], &points[points.len() - tail..]);
    Ok(start.iter().chain(&['…']).chain(end).collect())
}
