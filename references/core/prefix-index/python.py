from typing import Dict, List


class _Node:
    def __init__(self) -> None:
        self.children: Dict[str, "_Node"] = {}
        self.is_word = False
        self.words = 0


class PrefixIndex:
    """A trie over code points that counts the words below each node."""

    def __init__(self) -> None:
        self._root = _Node()

    def _path(self, text: str) -> List[_Node]:
        """Return the nodes along a text, as far as they exist."""
        nodes = [self._root]
        for symbol in text:
            child = nodes[-1].children.get(symbol)
            if child is None:
                break
            nodes.append(child)
        return nodes

    def add(self, word: str) -> bool:
        if word == "":
            raise ValueError("a word must not be empty")
        node = self._root
        path = [node]
        for symbol in word:
            node = node.children.setdefault(symbol, _Node())
            path.append(node)
        if node.is_word:
            return False
        node.is_word = True
        for visited in path:
            visited.words += 1
        return True

    def remove(self, word: str) -> None:
        path = self._path(word)
        if len(path) <= len(word) or not path[-1].is_word:
            raise KeyError(word)
        path[-1].is_word = False
        for visited in path:
            visited.words -= 1

    def count(self, prefix: str) -> int:
        path = self._path(prefix)
        return path[-1].words if len(path) > len(prefix) else 0

    def complete(self, prefix: str, limit: int) -> List[str]:
        if limit < 0:
            raise ValueError("limit must not be negative")
        path = self._path(prefix)
        found: List[str] = []
        if len(path) > len(prefix):
            self._collect(path[-1], prefix, limit, found)
        return found

    def _collect(self, node: _Node, text: str, limit: int, found: List[str]) -> None:
        if len(found) >= limit:
            return
        if node.is_word:
            found.append(text)
        for symbol in sorted(node.children):
            self._collect(node.children[symbol], text + symbol, limit, found)
