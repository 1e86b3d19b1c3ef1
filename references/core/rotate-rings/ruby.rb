# Rotates every ring of a matrix in place.
def rotate_rings(matrix, positions)
  rows = matrix.size
  columns = matrix.empty? ? 0 : matrix[0].size
  raise ArgumentError, "the rows have different lengths" unless matrix.all? { |row| row.size == columns }

  (([rows, columns].min + 1) / 2).times do |depth|
    cells = ring(depth, rows - 1 - depth, columns - 1 - depth)
    values = cells.map { |row, column| matrix[row][column] }.rotate(-positions % cells.size)
    cells.zip(values) { |(row, column), value| matrix[row][column] = value }
  end
end

# Returns the cells of one ring, clockwise from its top left.
def ring(first, last_row, last_column)
  cells = (first..last_column).map { |column| [first, column] }
  cells += ((first + 1)..last_row).map { |row| [row, last_column] }
  if last_row > first && last_column > first
    cells += (last_column - 1).downto(first).map { |column| [last_row, column] }
    cells += (last_row - 1).downto(first + 1).map { |row| [row, first] }
  end
  cells
end
