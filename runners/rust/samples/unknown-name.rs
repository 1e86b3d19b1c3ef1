pub fn sum_of_squares(numbers: &[i64]) -> i64 {
    numbers.iter().map(|number| square_of(*number)).sum()
}
