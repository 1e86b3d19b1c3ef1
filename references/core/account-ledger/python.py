from typing import Dict, List, Set


class Ledger:
    """Accounts with their balances and histories."""

    def __init__(self) -> None:
        self._changes: Dict[str, List[int]] = {}
        self._frozen: Set[str] = set()

    def open(self, account: str) -> None:
        if not account:
            raise ValueError("an account needs a name")
        if account in self._changes:
            raise RuntimeError("the account exists already")
        self._changes[account] = []

    def deposit(self, account: str, amount: int) -> int:
        self._check_account(account)
        self._check_amount(amount)
        self._changes[account].append(amount)
        return self.balance(account)

    def withdraw(self, account: str, amount: int) -> int:
        self._check_account(account)
        self._check_amount(amount)
        self._check_taking(account, amount)
        self._changes[account].append(-amount)
        return self.balance(account)

    def transfer(self, source: str, target: str, amount: int) -> None:
        self._check_account(source)
        self._check_account(target)
        self._check_amount(amount)
        if source == target:
            raise ValueError("a transfer needs two accounts")
        self._check_taking(source, amount)
        self._changes[source].append(-amount)
        self._changes[target].append(amount)

    def freeze(self, account: str) -> None:
        self._check_account(account)
        self._frozen.add(account)

    def balance(self, account: str) -> int:
        return sum(self.history(account))

    def history(self, account: str) -> List[int]:
        self._check_account(account)
        return list(self._changes[account])

    def _check_account(self, account: str) -> None:
        if account not in self._changes:
            raise KeyError(account)

    def _check_amount(self, amount: int) -> None:
        if amount < 1:
            raise ValueError("an amount must be at least 1")

    def _check_taking(self, account: str, amount: int) -> None:
        if account in self._frozen:
            raise PermissionError("the account is frozen")
        if amount > self.balance(account):
            raise RuntimeError("the balance is too small")
