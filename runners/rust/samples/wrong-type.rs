pub fn sum_of_squares(numbers: &[i64]) -> String {
    numbers.iter().map(|number| number * number).sum::<i64>().to_string()
}
