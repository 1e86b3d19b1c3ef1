from typing import List


def split_fields(line: str, separator: str) -> List[str]:
    """Return the fields of a line, quoted ones without their marks."""
    if len(separator) != 1 or separator == '"':
        raise ValueError("the separator must be one code point and no quotation mark")
    fields: List[str] = []
    position = 0
    while True:
        if line[position : position + 1] == '"':
            end = position + 1
            while line[end : end + 2] == '""' or line[end : end + 1] not in ('"', ""):
                end += 2 if line[end] == '"' else 1
            if end == len(line):
                raise ValueError("a quoted field is not closed")
            fields.append(line[position + 1 : end].replace('""', '"'))
            position = end + 1
        else:
            end = line.find(separator, position)
            field = line[position:] if end < 0 else line[position:end]
            if '"' in field:
                raise ValueError("a quotation mark in a field that is not quoted")
            fields.append(field)
            position += len(field)
        if position == len(line):
            return fields
        if line[position] != separator:
            raise ValueError("a separator must follow a quoted field")
        position += 1
