/** Returns the values in order, minus zero before plus zero and NaN last. */
function sortFloats(values, descending) {
  const numbers = values.filter((value) => !Number.isNaN(value)).sort(compare);
  if (descending) numbers.reverse();
  return [...numbers, ...values.filter((value) => Number.isNaN(value))];
}

function compare(left, right) {
  if (left !== right) return left < right ? -1 : 1;
  // Division tells the zeros apart.
  return left === 0 ? Math.sign(1 / left) - Math.sign(1 / right) : 0;
}
