class InvalidArgumentError extends Error {}

/** Returns the fields of a line, quoted ones without their marks. */
function splitFields(line: string, separator: string): string[] {
  if ([...separator].length !== 1 || separator === '"') {
    throw new InvalidArgumentError("the separator must be one code point and no quotation mark");
  }
  const fields: string[] = [];
  let rest = line;
  while (true) {
    const quoted = /^"((?:[^"]|"")*)"(?!")/.exec(rest);
    const field = quoted === null ? rest.split(separator, 1)[0] : quoted[1].replace(/""/g, '"');
    if (quoted === null && field.includes('"')) {
      throw new InvalidArgumentError("a quotation mark is out of place");
    }
    fields.push(field);
    rest = rest.slice(quoted === null ? field.length : quoted[0].length);
    if (rest === "") return fields;
    if (!rest.startsWith(separator)) throw new InvalidArgumentError("a separator must follow a quoted field");
    rest = rest.slice(separator.length);
  }
}
