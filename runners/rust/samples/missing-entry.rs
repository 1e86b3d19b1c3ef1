pub fn sum_squares(numbers: &[i64]) -> i64 {
    numbers.iter().map(|number| number * number).sum()
}
