class InvalidArgumentError extends Error {}

interface Token {
  kind: "literal" | "?" | "*" | "**";
  symbol: string;
}

/** Tells whether a pattern with ?, * and ** matches a whole path. */
function globMatch(pattern: string, path: string): boolean {
  const tokens = tokensOf(pattern);
  let states = skipStars(tokens, [0]);
  for (const symbol of path) {
    const following: number[] = [];
    for (const state of states) {
      if (state === tokens.length) continue;
      const token = tokens[state];
      if (token.kind === "**" || (token.kind === "*" && symbol !== "/")) following.push(state);
      else if (token.kind === "?" && symbol !== "/") following.push(state + 1);
      else if (token.kind === "literal" && symbol === token.symbol) following.push(state + 1);
    }
    states = skipStars(tokens, following);
  }
  return states.has(tokens.length);
}

function tokensOf(pattern: string): Token[] {
  const symbols = [...pattern];
  const tokens: Token[] = [];
  for (let position = 0; position < symbols.length; position++) {
    const symbol = symbols[position];
    if (symbol === "*") {
      const isDouble = symbols[position + 1] === "*";
      while (symbols[position + 1] === "*") position += 1;
      tokens.push({ kind: isDouble ? "**" : "*", symbol });
    } else if (symbol === "?") {
      tokens.push({ kind: "?", symbol });
    } else if (symbol === "\\") {
      position += 1;
      if (position === symbols.length) throw new InvalidArgumentError("a backslash at the end");
      tokens.push({ kind: "literal", symbol: symbols[position] });
    } else {
      tokens.push({ kind: "literal", symbol });
    }
  }
  return tokens;
}

/** Adds the states that are reached when stars match nothing. */
function skipStars(tokens: Token[], states: number[]): Set<number> {
  const reached = new Set<number>();
  for (let state of states) {
    reached.add(state);
    while (state < tokens.length && tokens[state].kind.startsWith("*")) {
      state += 1;
      reached.add(state);
    }
  }
  return reached;
}
