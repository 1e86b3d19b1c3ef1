use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

pub fn polynomial_product(left: &HashMap<i64, i64>, right: &HashMap<i64, i64>) -> Result<HashMap<i64, i64>, TaskError> {
    if left.keys().chain(right.keys()).any(|&exponent| exponent < 0) {
        return Err(TaskError::InvalidArgument);
    }
    let mut product = HashMap::new();
    for (left_exponent, left_coefficient) in left.iter().filter(|term| *term.1 != 0) {
        for (right_exponent, right_coefficient) in right.iter().filter(|term| *term.1 != 0) {
            *product.entry(left_exponent + right_exponent).or_insert(0) += left_coefficient * right_coefficient;
        }
    }
    product.retain(|_, coefficient| *coefficient != 0);
    Ok(product)
}
