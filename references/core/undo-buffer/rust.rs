use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
    OutOfRange,
}

pub struct UndoBuffer {
    text: Vec<char>,
    limit: usize,
    past: VecDeque<Vec<char>>,
    future: VecDeque<Vec<char>>,
}

impl UndoBuffer {
    pub fn new(initial: &str, limit: i64) -> Result<Self, TaskError> {
        if limit < 0 {
            return Err(TaskError::InvalidArgument);
        }
        Ok(Self { text: initial.chars().collect(), limit: limit as usize, past: VecDeque::new(), future: VecDeque::new() })
    }

    pub fn insert(&mut self, position: i64, addition: &str) -> Result<(), TaskError> {
        let (start, _) = self.range(position, 0)?;
        if !addition.is_empty() {
            let mut changed = self.text.clone();
            changed.splice(start..start, addition.chars());
            self.change(changed);
        }
        Ok(())
    }

    pub fn delete(&mut self, position: i64, count: i64) -> Result<String, TaskError> {
        let (start, end) = self.range(position, count)?;
        let mut changed = self.text.clone();
        let removed = changed.drain(start..end).collect();
        if count > 0 {
            self.change(changed);
        }
        Ok(removed)
    }

    pub fn text(&self) -> String {
        self.text.iter().collect()
    }

    pub fn undo(&mut self) -> bool {
        Self::step(&mut self.text, &mut self.past, &mut self.future)
    }

    pub fn redo(&mut self) -> bool {
        Self::step(&mut self.text, &mut self.future, &mut self.past)
    }

    fn range(&self, position: i64, count: i64) -> Result<(usize, usize), TaskError> {
        let length = self.text.len() as i64;
        if position < 0 || count < 0 || position > length || count > length - position {
            return Err(TaskError::OutOfRange);
        }
        Ok((position as usize, (position + count) as usize))
    }

    fn change(&mut self, changed: Vec<char>) {
        self.past.push_back(std::mem::replace(&mut self.text, changed));
        if self.past.len() > self.limit {
            self.past.pop_front();
        }
        self.future.clear();
    }

    fn step(text: &mut Vec<char>, from: &mut VecDeque<Vec<char>>, to: &mut VecDeque<Vec<char>>) -> bool {
        match from.pop_back() {
            None => false,
            Some(state) => {
                to.push_back(std::mem::replace(text, state));
                true
            }
        }
    }
}
