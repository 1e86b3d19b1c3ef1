pub fn sum_of_squares(numbers: &[i64]) -> i64 {
    let mut squares: Vec<i64> = Vec::new();
    for number in numbers {
        squares.push(*number, *number);
    }
    squares.iter().sum()
}
