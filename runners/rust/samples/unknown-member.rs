pub fn sum_of_squares(numbers: &[i64]) -> i64 {
    numbers.map_square().total()
}
