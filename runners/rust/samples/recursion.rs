pub fn sum_of_squares(numbers: &[i64]) -> i64 {
    sum_of_squares(numbers) + numbers.len() as i64
}
