use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

pub fn busiest_span(bookings: &[(i64, i64)]) -> Result<Option<(i64, i64, i64)>, TaskError> {
    let mut changes: BTreeMap<i64, i64> = BTreeMap::new();
    for &(start, end) in bookings {
        if start >= end {
            return Err(TaskError::InvalidArgument);
        }
        *changes.entry(start).or_default() += 1;
        *changes.entry(end).or_default() -= 1;
    }
    let steps: Vec<(i64, i64)> = changes.into_iter().filter(|&(_, change)| change != 0).collect();
    let mut busiest: Option<(i64, i64, i64)> = None;
    let mut holding = 0;
    for pair in steps.windows(2) {
        holding += pair[0].1;
        if busiest.map_or(true, |(most, _, _)| holding > most) {
            busiest = Some((holding, pair[0].0, pair[1].0));
        }
    }
    Ok(busiest)
}
