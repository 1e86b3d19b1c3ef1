use std::collections::{HashMap, HashSet};

#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

pub fn shared_members(groups: &[HashSet<i64>], least: i64, most: Option<i64>) -> Result<HashSet<i64>, TaskError> {
    let most = most.unwrap_or(i64::MAX);
    if least < 1 || most < least {
        return Err(TaskError::InvalidArgument);
    }
    let mut counts: HashMap<i64, i64> = HashMap::new();
    for member in groups.iter().flatten() {
        *counts.entry(*member).or_default() += 1;
    }
    let shared = counts.into_iter().filter(|(_, count)| (least..=most).contains(count));
    Ok(shared.map(|(member, _)| member).collect())
}
