def sum_of_squares(numbers: list[int]) -> int:
    if not numbers:
        raise ValueError("no numbers")
    return sum(number * number for number in numbers)
