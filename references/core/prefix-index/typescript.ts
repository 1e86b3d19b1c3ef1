class InvalidArgumentError extends Error {}
class NotFoundError extends Error {}

/** Words that answer questions about their prefixes. */
class PrefixIndex {
  private words = new Set<string>();

  add(word: string): boolean {
    if (word === "") throw new InvalidArgumentError("a word must not be empty");
    if (this.words.has(word)) return false;
    this.words.add(word);
    return true;
  }

  remove(word: string): void {
    if (!this.words.delete(word)) throw new NotFoundError("the word is not there");
  }

  count(prefix: string): bigint {
    return BigInt(this.startingWith(prefix).length);
  }

  complete(prefix: string, limit: bigint): string[] {
    if (limit < 0n) throw new InvalidArgumentError("limit must not be negative");
    const found = this.startingWith(prefix).sort(compareCodePoints);
    return limit < BigInt(found.length) ? found.slice(0, Number(limit)) : found;
  }

  private startingWith(prefix: string): string[] {
    return [...this.words].filter((word) => word.startsWith(prefix));
  }
}

function compareCodePoints(left: string, right: string): number {
  const [a, b] = [[...left], [...right]];
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const difference = a[index].codePointAt(0)! - b[index].codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
