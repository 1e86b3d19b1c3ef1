use std::collections::{BTreeMap, HashMap, HashSet};

#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    OutOfRange,
    NotFound,
}

pub struct VersionedMap {
    latest: i64,
    /// The values of each key by the version that set them; `None` stands for a removal.
    changes: HashMap<String, BTreeMap<i64, Option<String>>>,
}

impl VersionedMap {
    pub fn new() -> Self {
        Self { latest: 0, changes: HashMap::new() }
    }

    pub fn put(&mut self, key: &str, value: &str) -> i64 {
        self.change(key, Some(value.to_string()))
    }

    pub fn remove(&mut self, key: &str) -> Result<i64, TaskError> {
        self.value(key, self.latest).ok_or(TaskError::NotFound)?;
        Ok(self.change(key, None))
    }

    pub fn get(&mut self, key: &str, version: i64) -> Result<Option<String>, TaskError> {
        self.check(version)?;
        Ok(self.value(key, version).cloned())
    }

    pub fn size(&mut self, version: i64) -> Result<i64, TaskError> {
        self.check(version)?;
        Ok(self.changes.keys().filter(|key| self.value(key, version).is_some()).count() as i64)
    }

    pub fn changed(&mut self, version: i64) -> Result<HashSet<String>, TaskError> {
        self.check(version)?;
        let differs = |key: &&String| self.value(key, version) != self.value(key, self.latest);
        Ok(self.changes.keys().filter(differs).cloned().collect())
    }

    fn change(&mut self, key: &str, value: Option<String>) -> i64 {
        self.latest += 1;
        self.changes.entry(key.to_string()).or_default().insert(self.latest, value);
        self.latest
    }

    fn value(&self, key: &str, version: i64) -> Option<&String> {
        let (_, value) = self.changes.get(key)?.range(..=version).next_back()?;
        value.as_ref()
    }

    fn check(&self, version: i64) -> Result<(), TaskError> {
        if (0..=self.latest).contains(&version) { Ok(()) } else { Err(TaskError::OutOfRange) }
    }
}
