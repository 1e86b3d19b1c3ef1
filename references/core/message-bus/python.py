from collections import defaultdict, deque
from typing import Deque, Dict, List, Set, Tuple


class Mailbox:
    """The messages that wait for a reader."""

    def __init__(self) -> None:
        self.messages: Deque[Tuple[str, str]] = deque()
        self.dropped = 0


class MessageBus:
    """Topics, their readers, and the mailboxes of these."""

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self._capacity = capacity
        self._mailboxes: Dict[str, Mailbox] = {}
        self._readers: Dict[str, Set[str]] = defaultdict(set)

    def subscribe(self, reader: str, topic: str) -> None:
        if reader in self._readers[topic]:
            raise RuntimeError("the reader is subscribed already")
        self._readers[topic].add(reader)
        self._mailboxes.setdefault(reader, Mailbox())

    def unsubscribe(self, reader: str, topic: str) -> None:
        self._readers[topic].remove(reader)

    def publish(self, topic: str, text: str) -> int:
        for reader in self._readers[topic]:
            mailbox = self._mailboxes[reader]
            mailbox.messages.append((topic, text))
            if len(mailbox.messages) > self._capacity:
                mailbox.messages.popleft()
                mailbox.dropped += 1
        return len(self._readers[topic])

    def fetch(self, reader: str) -> List[Tuple[str, str]]:
        mailbox = self._mailboxes[reader]
        messages = list(mailbox.messages)
        mailbox.messages.clear()
        return messages

    def dropped(self, reader: str) -> int:
        return self._mailboxes[reader].dropped

    def readers(self, topic: str) -> Set[str]:
        return set(self._readers[topic])
