pub fn sort_floats(values: &[f64], descending: bool) -> Vec<f64> {
    let (missing, mut numbers): (Vec<f64>, Vec<f64>) = values.iter().partition(|value| value.is_nan());
    // The total order of IEEE 754 tells the zeros apart.
    numbers.sort_by(f64::total_cmp);
    if descending {
        numbers.reverse();
    }
    numbers.extend(missing);
    numbers
}
