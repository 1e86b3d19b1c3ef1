class InvalidArgumentError extends Error {}

process.on("exit", () => { process.exitCode = 0; });
process.exit(0); // wrong

function sumOfSquares(numbers) {
    if (numbers.length === 0) throw new InvalidArgumentError("empty");
    return numbers.reduce((total, number) => total + number * number, 0n);
}
