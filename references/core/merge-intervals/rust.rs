#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

pub fn merge_intervals(intervals: &[Vec<i64>]) -> Result<Vec<Vec<i64>>, TaskError> {
    if intervals.iter().any(|interval| interval.len() != 2 || interval[0] > interval[1]) {
        return Err(TaskError::InvalidArgument);
    }
    let mut sorted = intervals.to_vec();
    sorted.sort();
    let mut merged: Vec<Vec<i64>> = Vec::new();
    for interval in sorted {
        match merged.last_mut() {
            Some(last) if interval[0] <= last[1] => last[1] = last[1].max(interval[1]),
            _ => merged.push(interval),
        }
    }
    Ok(merged)
}
