#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

pub fn hex_dump(data: &[u8], start: i64) -> Result<Vec<String>, TaskError> {
    if start < 0 {
        return Err(TaskError::InvalidArgument);
    }
    let lines = data.chunks(8).enumerate().map(|(index, chunk)| {
        let offset = start as u64 + 8 * index as u64;
        let bytes: Vec<String> = chunk.iter().map(|byte| format!("{:02x}", byte)).collect();
        let characters: String =
            chunk.iter().map(|&byte| if (0x20..=0x7E).contains(&byte) { char::from(byte) } else { '.' }).collect();
        format!("{:04x}: {:<23}  {}", offset, bytes.join(" "), characters)
    });
    Ok(lines.collect())
}
