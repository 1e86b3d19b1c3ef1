pub fn sum_of_squares(numbers: &[i64]) -> i64 {
    numbers.iter().map(|number| number * number).sum::<i64>() + numbers[numbers.len()]
}
