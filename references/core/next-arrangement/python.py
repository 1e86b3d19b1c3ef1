from typing import List


def next_arrangement(numbers: List[int]) -> bool:
    """Rearrange the list in place and tell whether a greater arrangement existed."""
    pivot = len(numbers) - 2
    while pivot >= 0 and numbers[pivot] >= numbers[pivot + 1]:
        pivot -= 1
    if pivot < 0:
        numbers.reverse()
        return False
    successor = len(numbers) - 1
    while numbers[successor] <= numbers[pivot]:
        successor -= 1
    numbers[pivot], numbers[successor] = numbers[successor], numbers[pivot]
    numbers[pivot + 1 :] = reversed(numbers[pivot + 1 :])
    return True
