use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    OutOfRange,
}

#[derive(Default)]
pub struct MinQueue {
    values: VecDeque<i64>,
    /// The values that are the smallest of themselves and all behind them.
    minima: VecDeque<i64>,
}

impl MinQueue {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn push(&mut self, value: i64) {
        self.values.push_back(value);
        while self.minima.back().map_or(false, |&last| last > value) {
            self.minima.pop_back();
        }
        self.minima.push_back(value);
    }

    pub fn pop(&mut self) -> Result<i64, TaskError> {
        let value = self.values.pop_front().ok_or(TaskError::OutOfRange)?;
        if self.minima.front() == Some(&value) {
            self.minima.pop_front();
        }
        Ok(value)
    }

    pub fn minimum(&self) -> Result<i64, TaskError> {
        self.minima.front().copied().ok_or(TaskError::OutOfRange)
    }

    pub fn size(&self) -> i64 {
        self.values.len() as i64
    }
}
