pub fn sum_of_squares(numbers: &[i64]) -> i64 {
    let limit = i64::MAX - 1;
    numbers.iter().map(|number| number * number + limit).sum()
}
