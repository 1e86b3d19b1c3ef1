# Returns the number of lakes and the size of the largest.
def largest_lake(rows)
  height = rows.size
  width = rows.empty? ? 0 : rows[0].size
  unless rows.all? { |row| row.size == width && row.match?(/\A[~#]*\z/) }
    raise ArgumentError, "not a map"
  end

  water = rows.map { |row| row.chars.map { |field| field == "~" } }
  sizes = []
  height.times do |y|
    width.times do |x|
      next unless water[y][x]

      body = drain(water, y, x)
      is_sea = body.any? { |row, column| row.zero? || row == height - 1 || column.zero? || column == width - 1 }
      sizes << body.size unless is_sea
    end
  end
  [sizes.size, sizes.max || 0]
end

# Removes one body of water from the map and returns its fields.
def drain(water, y, x)
  body = [[y, x]]
  water[y][x] = false
  body.each do |row, column|
    [[row - 1, column], [row + 1, column], [row, column - 1], [row, column + 1]].each do |next_row, next_column|
      next if next_row.negative? || next_column.negative?
      next unless water[next_row] && water[next_row][next_column]

      water[next_row][next_column] = false
      body << [next_row, next_column]
    end
  end
end
