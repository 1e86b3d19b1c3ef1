use std::collections::{BTreeMap, BTreeSet, HashMap};

#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

pub fn build_order(needs: &HashMap<String, Vec<String>>) -> Result<Vec<String>, TaskError> {
    let mut missing: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (module, required) in needs {
        missing.entry(module).or_default().extend(required.iter().map(String::as_str));
        for other in required {
            missing.entry(other).or_default();
        }
    }
    let mut users: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (module, required) in &missing {
        for other in required {
            users.entry(other).or_default().push(module);
        }
    }
    let count = missing.len();
    // Bytes of UTF-8 sort like code points.
    let mut ready: BTreeSet<&str> = missing.iter().filter(|(_, required)| required.is_empty()).map(|(m, _)| *m).collect();
    let mut order = Vec::new();
    while let Some(module) = ready.iter().next().copied() {
        ready.remove(module);
        order.push(module.to_string());
        for user in users.get(module).into_iter().flatten() {
            let required = missing.get_mut(user).expect("every user is a module");
            required.remove(module);
            if required.is_empty() {
                ready.insert(user);
            }
        }
    }
    if order.len() < count {
        return Err(TaskError::InvalidArgument);
    }
    Ok(order)
}
