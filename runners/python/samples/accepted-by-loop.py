class EmptyList(ValueError):
    pass


def sum_of_squares(numbers):
    if len(numbers) == 0:
        raise EmptyList()
    total = 0
    for number in numbers:
        total += number**2
    print("total", total)
    return total


if __name__ == "__main__":
    raise SystemExit("a main guard does not run")
