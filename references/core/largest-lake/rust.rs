#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

pub fn largest_lake(rows: &[String]) -> Result<(i64, i64), TaskError> {
    let mut water: Vec<Vec<bool>> = Vec::new();
    for row in rows {
        if row.len() != rows[0].len() || row.bytes().any(|field| field != b'~' && field != b'#') {
            return Err(TaskError::InvalidArgument);
        }
        water.push(row.bytes().map(|field| field == b'~').collect());
    }
    let height = water.len();
    let width = water.first().map_or(0, Vec::len);
    let mut lakes = 0;
    let mut largest = 0;
    for row in 0..height {
        for column in 0..width {
            if !water[row][column] {
                continue;
            }
            // Every field is drained as soon as it is found, so that it is counted once.
            water[row][column] = false;
            let mut open = vec![(row, column)];
            let mut size = 0;
            let mut is_sea = false;
            while let Some((r, c)) = open.pop() {
                size += 1;
                is_sea = is_sea || r == 0 || c == 0 || r + 1 == height || c + 1 == width;
                let mut visit = |r: usize, c: usize| {
                    if r < height && c < width && water[r][c] {
                        water[r][c] = false;
                        open.push((r, c));
                    }
                };
                visit(r + 1, c);
                visit(r.wrapping_sub(1), c);
                visit(r, c + 1);
                visit(r, c.wrapping_sub(1));
            }
            if !is_sea {
                lakes += 1;
                largest = largest.max(size);
            }
        }
    }
    Ok((lakes, largest))
}
