use std::collections::BTreeSet;

#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
    NotFound,
}

#[derive(Default)]
pub struct PrefixIndex {
    /// Bytes of UTF-8 sort like code points.
    words: BTreeSet<String>,
}

impl PrefixIndex {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn add(&mut self, word: &str) -> Result<bool, TaskError> {
        if word.is_empty() {
            return Err(TaskError::InvalidArgument);
        }
        Ok(self.words.insert(word.to_string()))
    }

    pub fn remove(&mut self, word: &str) -> Result<(), TaskError> {
        if self.words.remove(word) {
            Ok(())
        } else {
            Err(TaskError::NotFound)
        }
    }

    pub fn count(&self, prefix: &str) -> i64 {
        self.starting_with(prefix).count() as i64
    }

    pub fn complete(&self, prefix: &str, limit: i64) -> Result<Vec<String>, TaskError> {
        if limit < 0 {
            return Err(TaskError::InvalidArgument);
        }
        Ok(self.starting_with(prefix).take(limit as usize).cloned().collect())
    }

    fn starting_with<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a String> {
        self.words.range(prefix.to_string()..).take_while(move |word| word.starts_with(prefix))
    }
}
