use std::collections::HashSet;

#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

pub fn fewest_stamps(values: &HashSet<i64>, postage: i64) -> Result<Option<Vec<i64>>, TaskError> {
    if postage < 0 || values.iter().any(|&value| value < 1) {
        return Err(TaskError::InvalidArgument);
    }
    let mut descending: Vec<i64> = values.iter().copied().collect();
    descending.sort_unstable_by(|a, b| b.cmp(a));
    let mut counts = vec![Some(0)];
    for total in 1..=postage {
        let fewer = descending.iter().filter(|&&value| value <= total);
        let best: Option<i64> = fewer.filter_map(|value| counts[(total - value) as usize]).min();
        counts.push(best.map(|count| count + 1));
    }
    let mut open = match counts[postage as usize] {
        Some(count) => count,
        None => return Ok(None),
    };
    let mut stamps = Vec::new();
    let mut left = postage;
    for value in descending {
        while left >= value && counts[(left - value) as usize] == Some(open - 1) {
            stamps.push(value);
            left -= value;
            open -= 1;
        }
    }
    Ok(Some(stamps))
}
