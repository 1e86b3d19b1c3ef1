fn square(number: i64) -> i64 {
    number * number
}

pub fn sum_of_squares(numbers: &[i64]) -> i64 {
    numbers.iter().map(|number| square(*number, 2)).sum()
}
