import re
from typing import Dict, List, Optional


def layered_setting(layers: List[Dict[str, Optional[str]]], key: str, fallback: Optional[int]) -> int:
    """Return the setting of the first layer that has the key, or the fallback."""
    text = next((layer[key] for layer in layers if key in layer), None)
    if text is None:
        if fallback is None:
            raise KeyError(key)
        return fallback
    if not re.fullmatch("-?[0-9]+", text):
        raise TypeError("the setting is not an integer")
    number = int(text)
    if not -(2**63) <= number < 2**63:
        raise IndexError("the setting is outside 64 bits")
    return number
