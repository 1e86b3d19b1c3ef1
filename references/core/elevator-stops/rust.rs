use std::collections::BTreeSet;

#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

pub fn elevator_stops(start: i64, requests: &[(i64, i64)]) -> Result<Vec<(i64, i64)>, TaskError> {
    if requests.iter().any(|request| request.0 < 0) {
        return Err(TaskError::InvalidArgument);
    }
    let mut waiting = requests.to_vec();
    waiting.sort();
    let mut waiting = waiting.into_iter().peekable();
    let mut pending: BTreeSet<i64> = BTreeSet::new();
    let mut stops = Vec::new();
    let (mut tick, mut floor, mut direction) = (0, start, 1);
    while waiting.peek().is_some() || !pending.is_empty() {
        while let Some(request) = waiting.next_if(|request| request.0 == tick) {
            pending.insert(request.1);
        }
        if pending.remove(&floor) {
            stops.push((tick, floor));
        }
        if !pending.is_empty() {
            if !pending.iter().any(|other| (other - floor) * direction > 0) {
                direction = -direction;
            }
            floor += direction;
        }
        tick += 1;
    }
    Ok(stops)
}
