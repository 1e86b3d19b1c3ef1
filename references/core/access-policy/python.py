from typing import Dict, List, Set


class AccessPolicy:
    """Roles with permissions that inherit from each other."""

    def __init__(self) -> None:
        self._own: Dict[str, Set[str]] = {}
        self._parents: Dict[str, Set[str]] = {}

    def define(self, role: str) -> None:
        if role in self._own:
            raise RuntimeError("the role exists already")
        self._own[role] = set()
        self._parents[role] = set()

    def inherit(self, role: str, parent: str) -> None:
        if role not in self._own:
            raise KeyError(role)
        if role in self._lineage(parent):
            raise ValueError("a role cannot inherit from itself")
        self._parents[role].add(parent)

    def grant(self, role: str, permission: str) -> None:
        self._own[role].add(permission)

    def revoke(self, role: str, permission: str) -> None:
        self._own[role].remove(permission)

    def permissions(self, role: str) -> Set[str]:
        return {permission for each in self._lineage(role) for permission in self._own[each]}

    def require(self, role: str, permission: str) -> None:
        if permission not in self.permissions(role):
            raise PermissionError("the role lacks the permission " + permission)

    def _lineage(self, role: str) -> List[str]:
        """Return the role and all roles it inherits from."""
        if role not in self._own:
            raise KeyError(role)
        lineage = [role]
        for each in lineage:
            lineage += [parent for parent in self._parents[each] if parent not in lineage]
        return lineage
