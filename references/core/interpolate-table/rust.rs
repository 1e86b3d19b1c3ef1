#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

pub fn interpolate(points: &[(f64, f64)], position: f64) -> Result<f64, TaskError> {
    let is_ascending = points.windows(2).all(|pair| pair[0].0 < pair[1].0);
    if points.is_empty() || !points.iter().all(|point| point.0.is_finite()) || !is_ascending {
        return Err(TaskError::InvalidArgument);
    }
    if position.is_nan() {
        return Ok(position);
    }
    if position <= points[0].0 {
        return Ok(points[0].1);
    }
    for pair in points.windows(2) {
        let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
        if position < x1 {
            return Ok(y0 + (y1 - y0) * (position - x0) / (x1 - x0));
        }
    }
    Ok(points[points.len() - 1].1)
}
