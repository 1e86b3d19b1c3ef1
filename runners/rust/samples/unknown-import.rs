use std::collections::SortedVector;

pub fn sum_of_squares(numbers: &[i64]) -> i64 {
    SortedVector::from(numbers).iter().map(|number| number * number).sum()
}
