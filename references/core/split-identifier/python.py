import re


def snake_case(identifier: str) -> str:
    """Turn an identifier of any common style into snake case."""
    if not re.fullmatch("[A-Za-z0-9_-]*", identifier):
        raise ValueError("not an identifier")
    text = re.sub("([a-z0-9])([A-Z])", r"\1_\2", identifier)
    text = re.sub("([A-Z])([A-Z][a-z])", r"\1_\2", text)
    return "_".join(word.lower() for word in re.split("[_-]+", text) if word)
