class InvalidArgumentError extends Error {}

const LIMIT = 1000;

/** Expands the counted groups of a pattern. */
function expandPattern(pattern) {
  const symbols = [...pattern];
  const outer = [];
  let text = [];
  let count = "";
  for (let position = 0; position < symbols.length; position++) {
    const symbol = symbols[position];
    if (/^[0-9]$/.test(symbol)) {
      count += symbol;
      continue;
    }
    if (symbol === "[") {
      if (count === "") throw new InvalidArgumentError("a group without a count");
      outer.push({ times: BigInt(count), before: text });
      text = [];
      count = "";
      continue;
    }
    if (count !== "") throw new InvalidArgumentError("a count without a group");
    if (symbol === "]") {
      const group = outer.pop();
      if (group === undefined) throw new InvalidArgumentError("a closing bracket without its partner");
      if (group.times * BigInt(text.length) > LIMIT) throw new InvalidArgumentError("the expansion is too long");
      const times = text.length === 0 ? 0 : Number(group.times);
      text = group.before.concat(...Array.from({ length: times }, () => text));
    } else if (symbol === "\\") {
      position += 1;
      if (position === symbols.length) throw new InvalidArgumentError("a backslash at the end");
      text.push(symbols[position]);
    } else {
      text.push(symbol);
    }
    if (text.length > LIMIT) throw new InvalidArgumentError("the expansion is too long");
  }
  if (count !== "" || outer.length > 0) throw new InvalidArgumentError("the pattern ends inside a group or count");
  return text.join("");
}
