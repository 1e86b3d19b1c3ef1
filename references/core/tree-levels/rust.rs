#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
    OutOfRange,
}

pub fn tree_levels(parents: &[Option<i64>]) -> Result<Vec<Vec<i64>>, TaskError> {
    let count = parents.len();
    let mut children = vec![Vec::new(); count];
    let mut level = Vec::new();
    for (node, parent) in parents.iter().enumerate() {
        match *parent {
            None => level.push(node as i64),
            Some(parent) if (0..count as i64).contains(&parent) => children[parent as usize].push(node as i64),
            Some(_) => return Err(TaskError::OutOfRange),
        }
    }
    if count == 0 {
        return Ok(Vec::new());
    }
    if level.len() != 1 {
        return Err(TaskError::InvalidArgument);
    }
    let mut levels: Vec<Vec<i64>> = Vec::new();
    while !level.is_empty() {
        let mut next: Vec<i64> = level.iter().flat_map(|node| children[*node as usize].clone()).collect();
        next.sort_unstable();
        levels.push(std::mem::replace(&mut level, next));
    }
    if levels.iter().map(Vec::len).sum::<usize>() < count {
        return Err(TaskError::InvalidArgument);
    }
    Ok(levels)
}
