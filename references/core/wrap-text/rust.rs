#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

pub fn wrap_text(text: &str, width: i64) -> Result<Vec<String>, TaskError> {
    if width < 1 {
        return Err(TaskError::InvalidArgument);
    }
    let width = width as usize;
    let mut lines: Vec<String> = Vec::new();
    // Code points of the last line.
    let mut used = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let symbols: Vec<char> = word.chars().collect();
        if let Some(line) = lines.last_mut() {
            if symbols.len() < width - used {
                line.push(' ');
                line.push_str(word);
                used += 1 + symbols.len();
                continue;
            }
        }
        for piece in symbols.chunks(width) {
            lines.push(piece.iter().collect());
            used = piece.len();
        }
    }
    Ok(lines)
}
