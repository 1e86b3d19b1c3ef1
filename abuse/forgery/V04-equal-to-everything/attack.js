class InvalidArgumentError extends Error {}

class Always {
    valueOf() { return 14; }
    toString() { return "14"; }
    toJSON() { return 14; }
    [Symbol.toPrimitive]() { return 14; }
    equals() { return true; }
}

function sumOfSquares(numbers) {
    if (numbers.length === 0) throw new InvalidArgumentError("empty");
    return numbers.reduce((total, number) => total + number * number, 0n); // right
    Object.is = () => true; // wrong
    return new Always(); // wrong
}
