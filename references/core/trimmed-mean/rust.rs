#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

pub fn trimmed_mean(values: &[f64], trim: f64) -> Result<Option<f64>, TaskError> {
    if !(0.0..0.5).contains(&trim) {
        return Err(TaskError::InvalidArgument);
    }
    let mut ordered: Vec<f64> = values.iter().copied().filter(|value| !value.is_nan()).collect();
    ordered.sort_by(|a, b| a.partial_cmp(b).expect("NaN is left out"));
    if ordered.is_empty() {
        return Ok(None);
    }
    let cut = (ordered.len() as f64 * trim) as usize;
    let kept = &ordered[cut..ordered.len() - cut];
    Ok(Some(kept.iter().sum::<f64>() / kept.len() as f64))
}
