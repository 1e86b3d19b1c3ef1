#![allow(dead_code)]
// A list taken by value, a private function, an error with more to say and a main of its own.
use std::fmt;

#[derive(Debug)]
enum Refusal {
    InvalidArgument { reason: String },
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{:?}", self)
    }
}

fn sum_of_squares(numbers: Vec<i64>) -> Result<i64, Refusal> {
    if numbers.is_empty() {
        return Err(Refusal::InvalidArgument { reason: "no numbers".to_string() });
    }
    Ok(numbers.into_iter().map(|number| number * number).sum())
}

fn main() {
    println!("{:?}", sum_of_squares(vec![1, 2, 3]));
}
