pub fn sum_of_squares(numbers: &[i64]) -> i64 {
    let total: String = numbers.len();
    total
}
