pub fn sum_of_squares(numbers: &[i64]) -> i64 {
    let total = numbers.iter().map(|number| number * number).sum::<i64>()
    return total;
}
