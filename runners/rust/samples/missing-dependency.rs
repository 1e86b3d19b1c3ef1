use itertools::Itertools;

pub fn sum_of_squares(numbers: &[i64]) -> i64 {
    numbers.iter().map(|number| number * number).sorted().sum()
}
