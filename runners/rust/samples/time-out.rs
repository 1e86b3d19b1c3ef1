pub fn sum_of_squares(numbers: &[i64]) -> i64 {
    let mut total: i64 = numbers.len() as i64;
    loop {
        total = total.wrapping_add(1);
    }
}
