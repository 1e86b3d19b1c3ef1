class InvalidArgumentError extends Error {}

/** Returns one page of a list. */
function paginate(items, size, number) {
  if (size < 1n) throw new InvalidArgumentError("size must be at least 1");
  const count = BigInt(items.length);
  const pages = count === 0n ? 1n : (count + size - 1n) / size;
  if (number < 1n || number > pages) throw new RangeError("there is no such page");
  const first = (number - 1n) * size;
  const end = first + size < count ? first + size : count;
  return {
    items: items.slice(Number(first), Number(end)),
    number,
    pages,
    previous: number > 1n ? number - 1n : null,
    next: number < pages ? number + 1n : null,
  };
}
