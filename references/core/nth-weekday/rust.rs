#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

fn days_in_month(year: i64, month: i64) -> i64 {
    let is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

pub fn nth_weekday(year: i64, month: i64, weekday: i64, n: i64) -> Result<Option<i64>, TaskError> {
    if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || !(0..=6).contains(&weekday) || n == 0 {
        return Err(TaskError::InvalidArgument);
    }
    if !(-5..=5).contains(&n) {
        return Ok(None);
    }
    // Day 1 of year 1 was a Monday.
    let before = year - 1;
    let days = before * 365 + before / 4 - before / 100 + before / 400
        + (1..month).map(|earlier| days_in_month(year, earlier)).sum::<i64>();
    let length = days_in_month(year, month);
    let first = 1 + (weekday - days).rem_euclid(7);
    let last = first + 7 * ((length - first) / 7);
    let day = if n > 0 { first + 7 * (n - 1) } else { last + 7 * (n + 1) };
    Ok(Some(day).filter(|day| (1..=length).contains(day)))
}
