package main

// NextArrangement rearranges the list in place and tells whether a greater arrangement existed.
func NextArrangement(numbers []int64) bool {
	pivot := len(numbers) - 2
	for pivot >= 0 && numbers[pivot] >= numbers[pivot+1] {
		pivot--
	}
	if pivot >= 0 {
		successor := len(numbers) - 1
		for numbers[successor] <= numbers[pivot] {
			successor--
		}
		numbers[pivot], numbers[successor] = numbers[successor], numbers[pivot]
	}
	for low, high := pivot+1, len(numbers)-1; low < high; low, high = low+1, high-1 {
		numbers[low], numbers[high] = numbers[high], numbers[low]
	}
	return pivot >= 0
}
