pub fn sum_of_squares(numbers: &[i64]) -> i64 {
    let mut total = 0;
    for number in numbers {
        total += max(number * number,