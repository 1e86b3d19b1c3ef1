use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
    OutOfRange,
    InvalidState,
    PermissionDenied,
}

pub struct BoundedQueue {
    capacity: i64,
    is_closed: bool,
    texts: VecDeque<String>,
}

impl BoundedQueue {
    pub fn new(capacity: i64) -> Result<Self, TaskError> {
        if capacity < 1 {
            return Err(TaskError::InvalidArgument);
        }
        Ok(Self { capacity, is_closed: false, texts: VecDeque::new() })
    }

    pub fn put(&mut self, text: &str) -> Result<(), TaskError> {
        if self.is_closed {
            return Err(TaskError::PermissionDenied);
        }
        if self.size() >= self.capacity {
            return Err(TaskError::InvalidState);
        }
        self.texts.push_back(text.to_string());
        Ok(())
    }

    pub fn take(&mut self) -> Result<String, TaskError> {
        self.texts.pop_front().ok_or(TaskError::OutOfRange)
    }

    pub fn close(&mut self) -> Result<(), TaskError> {
        if self.is_closed {
            return Err(TaskError::InvalidState);
        }
        self.is_closed = true;
        Ok(())
    }

    pub fn size(&self) -> i64 {
        self.texts.len() as i64
    }

    pub fn finished(&self) -> bool {
        self.is_closed && self.texts.is_empty()
    }
}
