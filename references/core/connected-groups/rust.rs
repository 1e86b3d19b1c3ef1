use std::cmp::Reverse;

#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
    OutOfRange,
}

fn root(parent: &mut [usize], mut item: usize) -> usize {
    while parent[item] != item {
        parent[item] = parent[parent[item]];
        item = parent[item];
    }
    item
}

pub fn connected_groups(count: i64, links: &[(i64, i64)]) -> Result<Vec<Vec<i64>>, TaskError> {
    if count < 0 {
        return Err(TaskError::InvalidArgument);
    }
    let mut parent: Vec<usize> = (0..count as usize).collect();
    for &(left, right) in links {
        if !(0..count).contains(&left) || !(0..count).contains(&right) {
            return Err(TaskError::OutOfRange);
        }
        let (left, right) = (root(&mut parent, left as usize), root(&mut parent, right as usize));
        parent[left] = right;
    }
    let mut members = vec![Vec::new(); count as usize];
    for item in 0..count as usize {
        members[root(&mut parent, item)].push(item as i64);
    }
    let mut groups: Vec<Vec<i64>> = members.into_iter().filter(|group| !group.is_empty()).collect();
    groups.sort_by_key(|group| (Reverse(group.len()), group[0]));
    Ok(groups)
}
