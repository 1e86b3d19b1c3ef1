use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, HashSet};

#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
    OutOfRange,
}

pub fn cheapest_route(
    count: i64,
    roads: &[(i64, i64, i64)],
    start: i64,
    goal: i64,
) -> Result<Option<(i64, Vec<i64>)>, TaskError> {
    let is_town = |town: i64| (0..count).contains(&town);
    if !is_town(start) || !is_town(goal) || !roads.iter().all(|road| is_town(road.0) && is_town(road.1)) {
        return Err(TaskError::OutOfRange);
    }
    let mut leaving: HashMap<i64, Vec<(i64, i64)>> = HashMap::new();
    for &(from, to, price) in roads {
        if price < 0 {
            return Err(TaskError::InvalidArgument);
        }
        leaving.entry(from).or_default().push((to, price));
    }

    let mut queue = BinaryHeap::new();
    queue.push(Reverse((0, 1, vec![start])));
    let mut done = HashSet::new();
    while let Some(Reverse((total, length, route))) = queue.pop() {
        let town = route[route.len() - 1];
        if town == goal {
            return Ok(Some((total, route)));
        }
        if !done.insert(town) {
            continue;
        }
        for &(next, price) in leaving.get(&town).into_iter().flatten() {
            if !done.contains(&next) {
                let mut longer = route.clone();
                longer.push(next);
                queue.push(Reverse((total + price, length + 1, longer)));
            }
        }
    }
    Ok(None)
}
