use std::collections::{BTreeSet, HashMap};

#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    pub name: String,
    pub before: Option<i64>,
    pub after: Option<i64>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

pub fn inventory_diff(before: &HashMap<String, i64>, after: &HashMap<String, i64>) -> Result<Vec<Change>, TaskError> {
    if before.values().chain(after.values()).any(|&amount| amount < 0) {
        return Err(TaskError::InvalidArgument);
    }
    // Bytes of UTF-8 sort like code points.
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let changes = names.into_iter().map(|name| Change {
        name: name.clone(),
        before: before.get(name).copied(),
        after: after.get(name).copied(),
    });
    Ok(changes.filter(|change| change.before != change.after).collect())
}
