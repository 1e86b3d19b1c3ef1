use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

#[derive(Default)]
pub struct IntervalMap {
    /// End and value by start.
    spans: BTreeMap<i64, (i64, String)>,
}

impl IntervalMap {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn assign(&mut self, start: i64, end: i64, value: &str) -> Result<(), TaskError> {
        self.clear(start, end)?;
        // A span that touches and has the same value becomes part of the new one.
        let mut last = end;
        if let Some((next_end, next_value)) = self.spans.get(&end).cloned() {
            if next_value == value {
                self.spans.remove(&end);
                last = next_end;
            }
        }
        if let Some((_, (before_end, before_value))) = self.spans.range_mut(..start).next_back() {
            if *before_end == start && before_value == value {
                *before_end = last;
                return Ok(());
            }
        }
        self.spans.insert(start, (last, value.to_string()));
        Ok(())
    }

    pub fn clear(&mut self, start: i64, end: i64) -> Result<(), TaskError> {
        if start >= end {
            return Err(TaskError::InvalidArgument);
        }
        self.split(start);
        self.split(end);
        let inside: Vec<i64> = self.spans.range(start..end).map(|(start, _)| *start).collect();
        for start in inside {
            self.spans.remove(&start);
        }
        Ok(())
    }

    pub fn get(&self, point: i64) -> Option<String> {
        let (_, (end, value)) = self.spans.range(..=point).next_back()?;
        if point < *end { Some(value.clone()) } else { None }
    }

    pub fn spans(&self) -> Vec<(i64, i64, String)> {
        self.spans.iter().map(|(start, (end, value))| (*start, *end, value.clone())).collect()
    }

    /// Cuts the span that the point lies inside of, so that one starts at the point.
    fn split(&mut self, point: i64) {
        if let Some((_, (end, value))) = self.spans.range_mut(..point).next_back() {
            if *end > point {
                let rest = (*end, value.clone());
                *end = point;
                self.spans.insert(point, rest);
            }
        }
    }
}
