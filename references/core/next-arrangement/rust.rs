pub fn next_arrangement(numbers: &mut Vec<i64>) -> bool {
    let pivot = (1..numbers.len()).rev().find(|&i| numbers[i - 1] < numbers[i]).map(|i| i - 1);
    match pivot {
        None => {
            numbers.reverse();
            false
        }
        Some(pivot) => {
            let swapped = (pivot + 1..numbers.len()).rev().find(|&i| numbers[i] > numbers[pivot]);
            numbers.swap(pivot, swapped.expect("the one after the pivot is greater"));
            numbers[pivot + 1..].reverse();
            true
        }
    }
}
