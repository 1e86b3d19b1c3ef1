use std::collections::{BTreeMap, HashMap};

#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
    NotFound,
}

pub struct LruCache {
    capacity: usize,
    clock: u64,
    /// Value and time of the latest use by key.
    entries: HashMap<i64, (i64, u64)>,
    by_use: BTreeMap<u64, i64>,
}

impl LruCache {
    pub fn new(capacity: i64) -> Result<Self, TaskError> {
        if capacity < 1 {
            return Err(TaskError::InvalidArgument);
        }
        Ok(Self { capacity: capacity as usize, clock: 0, entries: HashMap::new(), by_use: BTreeMap::new() })
    }

    pub fn get(&mut self, key: i64) -> Option<i64> {
        let (value, _) = self.entries.get(&key).copied()?;
        self.use_entry(key, value);
        Some(value)
    }

    pub fn put(&mut self, key: i64, value: i64) -> Option<i64> {
        let mut dropped = None;
        if !self.entries.contains_key(&key) && self.entries.len() == self.capacity {
            let oldest = self.by_use.iter().next().map(|(time, key)| (*time, *key));
            if let Some((time, oldest)) = oldest {
                self.by_use.remove(&time);
                self.entries.remove(&oldest);
                dropped = Some(oldest);
            }
        }
        self.use_entry(key, value);
        dropped
    }

    pub fn remove(&mut self, key: i64) -> Result<(), TaskError> {
        let (_, time) = self.entries.remove(&key).ok_or(TaskError::NotFound)?;
        self.by_use.remove(&time);
        Ok(())
    }

    pub fn keys(&self) -> Vec<i64> {
        self.by_use.values().rev().copied().collect()
    }

    fn use_entry(&mut self, key: i64, value: i64) {
        self.clock += 1;
        if let Some((_, time)) = self.entries.insert(key, (value, self.clock)) {
            self.by_use.remove(&time);
        }
        self.by_use.insert(self.clock, key);
    }
}
