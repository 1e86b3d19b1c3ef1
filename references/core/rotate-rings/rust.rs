#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
}

fn ring(first: usize, last_row: usize, last_column: usize) -> Vec<(usize, usize)> {
    let mut cells: Vec<(usize, usize)> = (first..=last_column).map(|column| (first, column)).collect();
    cells.extend((first + 1..=last_row).map(|row| (row, last_column)));
    if last_row > first && last_column > first {
        cells.extend((first..last_column).rev().map(|column| (last_row, column)));
        cells.extend((first + 1..last_row).rev().map(|row| (row, first)));
    }
    cells
}

pub fn rotate_rings(matrix: &mut Vec<Vec<i64>>, positions: i64) -> Result<(), TaskError> {
    let rows = matrix.len();
    let columns = matrix.first().map_or(0, Vec::len);
    if matrix.iter().any(|row| row.len() != columns) {
        return Err(TaskError::InvalidArgument);
    }
    for depth in 0..(rows.min(columns) + 1) / 2 {
        let cells = ring(depth, rows - 1 - depth, columns - 1 - depth);
        let shift = positions.rem_euclid(cells.len() as i64) as usize;
        let values: Vec<i64> = cells.iter().map(|&(row, column)| matrix[row][column]).collect();
        for (index, value) in values.iter().enumerate() {
            let (row, column) = cells[(index + shift) % cells.len()];
            matrix[row][column] = *value;
        }
    }
    Ok(())
}
