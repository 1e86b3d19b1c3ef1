#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

pub fn count_inversions(numbers: &[i64], window: i64) -> Result<i64, TaskError> {
    if window < 1 {
        return Err(TaskError::InvalidArgument);
    }
    let window = window as usize;
    let mut total = 0;
    // The numbers in the window, sorted.
    let mut recent: Vec<i64> = Vec::new();
    for (index, &number) in numbers.iter().enumerate() {
        if index > window {
            let leaving = numbers[index - window - 1];
            recent.remove(recent.partition_point(|&other| other < leaving));
        }
        let place = recent.partition_point(|&other| other <= number);
        total += (recent.len() - place) as i64;
        recent.insert(place, number);
    }
    Ok(total)
}
