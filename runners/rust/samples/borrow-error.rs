pub fn sum_of_squares(numbers: Vec<i64>) -> i64 {
    let moved = numbers;
    numbers.iter().map(|number| number * number).sum::<i64>() + moved.len() as i64
}
