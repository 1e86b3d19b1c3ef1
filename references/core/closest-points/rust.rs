#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    pub x: i64,
    pub y: i64,
}

#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

pub fn closest_points(points: &[Point], centre: &Point, number: i64) -> Result<Vec<Point>, TaskError> {
    if number < 0 {
        return Err(TaskError::InvalidArgument);
    }
    let mut sorted = points.to_vec();
    sorted.sort_by_key(|point| {
        // Each difference is at most 2e9, so the sum of squares fits in 64 bits.
        let (dx, dy) = (point.x - centre.x, point.y - centre.y);
        (dx * dx + dy * dy, point.x, point.y)
    });
    sorted.truncate(number as usize);
    Ok(sorted)
}
