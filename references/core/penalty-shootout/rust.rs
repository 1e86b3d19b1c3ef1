#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

const REGULAR_KICKS: i64 = 5;

fn winner(taken: i64, goals: [i64; 2]) -> Option<&'static str> {
    if taken > 2 * REGULAR_KICKS && taken % 2 == 1 {
        return None;
    }
    let left_a = (REGULAR_KICKS - (taken + 1) / 2).max(0);
    let left_b = (REGULAR_KICKS - taken / 2).max(0);
    if goals[0] > goals[1] + left_b {
        Some("A")
    } else if goals[1] > goals[0] + left_a {
        Some("B")
    } else {
        None
    }
}

pub fn shootout(kicks: &[bool]) -> Result<(String, i64), TaskError> {
    let mut goals = [0, 0];
    for (index, &scored) in kicks.iter().enumerate() {
        goals[index % 2] += i64::from(scored);
        let taken = index as i64 + 1;
        if let Some(team) = winner(taken, goals) {
            if index + 1 < kicks.len() {
                return Err(TaskError::InvalidArgument);
            }
            return Ok((team.to_string(), taken));
        }
    }
    Ok(("open".to_string(), kicks.len() as i64))
}
