pub fn sum_of_squares(numbers: &[i64], power: u32) -> i64 {
    numbers.iter().map(|number| number.pow(power)).sum()
}
