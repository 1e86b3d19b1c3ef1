/** Returns the groups of words that are anagrams of each other. */
function groupAnagrams(words: string[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const folded = word.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    const key = [...folded].sort().join("");
    groups.set(key, [...(groups.get(key) ?? []), word]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
