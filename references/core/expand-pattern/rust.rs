#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

const LONGEST: usize = 1000;

/// Adds a text so many times.
fn append(text: &mut Vec<char>, more: &[char], times: usize) -> Result<(), TaskError> {
    let length = more.len().saturating_mul(times);
    if length > LONGEST || text.len() + length > LONGEST {
        return Err(TaskError::InvalidArgument);
    }
    if !more.is_empty() {
        text.extend(std::iter::repeat(more).take(times).flatten());
    }
    Ok(())
}

pub fn expand_pattern(pattern: &str) -> Result<String, TaskError> {
    let mut outer: Vec<(usize, Vec<char>)> = Vec::new();
    let mut text: Vec<char> = Vec::new();
    let mut count: Option<usize> = None;
    let mut symbols = pattern.chars();
    while let Some(symbol) = symbols.next() {
        if let Some(digit) = symbol.to_digit(10) {
            count = Some(count.unwrap_or(0).saturating_mul(10).saturating_add(digit as usize));
            continue;
        }
        if symbol == '[' {
            let times = count.take().ok_or(TaskError::InvalidArgument)?;
            outer.push((times, std::mem::take(&mut text)));
            continue;
        }
        if count.is_some() {
            return Err(TaskError::InvalidArgument);
        }
        match symbol {
            ']' => {
                let (times, before) = outer.pop().ok_or(TaskError::InvalidArgument)?;
                let inside = std::mem::replace(&mut text, before);
                append(&mut text, &inside, times)?;
            }
            '\\' => append(&mut text, &[symbols.next().ok_or(TaskError::InvalidArgument)?], 1)?,
            _ => append(&mut text, &[symbol], 1)?,
        }
    }
    if count.is_some() || !outer.is_empty() {
        return Err(TaskError::InvalidArgument);
    }
    Ok(text.into_iter().collect())
}
