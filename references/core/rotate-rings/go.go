package main

import "errors"

var ErrInvalidArgument = errors.New("invalid argument")

type cell struct{ row, column int }

// RotateRings rotates every ring of a matrix in place.
func RotateRings(matrix [][]int64, positions int64) error {
	rows, columns := len(matrix), 0
	if rows > 0 {
		columns = len(matrix[0])
	}
	for _, row := range matrix {
		if len(row) != columns {
			return ErrInvalidArgument
		}
	}
	for depth := 0; 2*depth < rows && 2*depth < columns; depth++ {
		cells := ring(depth, rows-1-depth, columns-1-depth)
		length := int64(len(cells))
		shift := (positions%length + length) % length
		values := make([]int64, length)
		for index, each := range cells {
			values[index] = matrix[each.row][each.column]
		}
		for index, value := range values {
			target := cells[(int64(index)+shift)%length]
			matrix[target.row][target.column] = value
		}
	}
	return nil
}

// ring returns the cells of one ring, clockwise from its top left.
func ring(first, lastRow, lastColumn int) []cell {
	cells := []cell{}
	for column := first; column <= lastColumn; column++ {
		cells = append(cells, cell{first, column})
	}
	for row := first + 1; row <= lastRow; row++ {
		cells = append(cells, cell{row, lastColumn})
	}
	if lastRow > first && lastColumn > first {
		for column := lastColumn - 1; column >= first; column-- {
			cells = append(cells, cell{lastRow, column})
		}
		for row := lastRow - 1; row > first; row-- {
			cells = append(cells, cell{row, first})
		}
	}
	return cells
}
