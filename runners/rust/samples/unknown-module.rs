use std_squares::sum;

pub fn sum_of_squares(numbers: &[i64]) -> i64 {
    sum(numbers)
}
