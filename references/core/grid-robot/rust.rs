use std::collections::HashSet;

#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

const HEADINGS: [(&str, i64, i64); 4] = [("N", 0, 1), ("E", 1, 0), ("S", 0, -1), ("W", -1, 0)];

pub fn drive_robot(
    width: i64,
    height: i64,
    start: (i64, i64),
    heading: &str,
    blocked: &HashSet<(i64, i64)>,
    commands: &str,
) -> Result<(i64, i64, String, i64), TaskError> {
    let is_free = |x: i64, y: i64| (0..width).contains(&x) && (0..height).contains(&y) && !blocked.contains(&(x, y));
    let (mut x, mut y) = start;
    let direction = HEADINGS.iter().position(|(name, _, _)| *name == heading);
    let mut direction = direction.ok_or(TaskError::InvalidArgument)?;
    if !is_free(x, y) || !commands.chars().all(|command| "LRFB".contains(command)) {
        return Err(TaskError::InvalidArgument);
    }

    let mut bumps = 0;
    for command in commands.chars() {
        let way = match command {
            'L' => {
                direction = (direction + 3) % 4;
                continue;
            }
            'R' => {
                direction = (direction + 1) % 4;
                continue;
            }
            'F' => 1,
            _ => -1,
        };
        let (_, dx, dy) = HEADINGS[direction];
        if is_free(x + way * dx, y + way * dy) {
            x += way * dx;
            y += way * dy;
        } else {
            bumps += 1;
        }
    }
    Ok((x, y, HEADINGS[direction].0.to_string(), bumps))
}
