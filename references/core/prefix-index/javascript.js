class InvalidArgumentError extends Error {}
class NotFoundError extends Error {}

/** Words that answer questions about their prefixes. */
class PrefixIndex {
  #words = new Set();

  add(word) {
    if (word === "") throw new InvalidArgumentError("a word must not be empty");
    if (this.#words.has(word)) return false;
    this.#words.add(word);
    return true;
  }

  remove(word) {
    if (!this.#words.delete(word)) throw new NotFoundError("the word is not there");
  }

  count(prefix) {
    return BigInt(this.#startingWith(prefix).length);
  }

  complete(prefix, limit) {
    if (limit < 0n) throw new InvalidArgumentError("limit must not be negative");
    const found = this.#startingWith(prefix).sort(compareCodePoints);
    return limit < BigInt(found.length) ? found.slice(0, Number(limit)) : found;
  }

  #startingWith(prefix) {
    return [...this.#words].filter((word) => word.startsWith(prefix));
  }
}

function compareCodePoints(left, right) {
  const [a, b] = [[...left], [...right]];
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const difference = a[index].codePointAt(0) - b[index].codePointAt(0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
