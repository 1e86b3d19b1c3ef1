#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    pub items: Vec<String>,
    pub number: i64,
    pub pages: i64,
    pub previous: Option<i64>,
    pub next: Option<i64>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
    OutOfRange,
}

pub fn paginate(items: &[String], size: i64, number: i64) -> Result<Page, TaskError> {
    if size < 1 {
        return Err(TaskError::InvalidArgument);
    }
    let count = items.len() as i64;
    let pages = if count == 0 { 1 } else { (count - 1) / size + 1 };
    if number < 1 || number > pages {
        return Err(TaskError::OutOfRange);
    }
    let first = (number - 1) * size;
    let last = first + size.min(count - first);
    Ok(Page {
        items: items[first as usize..last as usize].to_vec(),
        number,
        pages,
        previous: if number > 1 { Some(number - 1) } else { None },
        next: if number < pages { Some(number + 1) } else { None },
    })
}
