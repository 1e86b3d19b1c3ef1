class InvalidArgumentError extends Error {}
class NotFoundError extends Error {}
class InvalidStateError extends Error {}
class PermissionDeniedError extends Error {}

/** Roles with permissions that inherit from each other. */
class AccessPolicy {
  #own = new Map();
  #parents = new Map();

  define(role) {
    if (this.#own.has(role)) throw new InvalidStateError("the role exists already");
    this.#own.set(role, new Set());
    this.#parents.set(role, new Set());
  }

  inherit(role, parent) {
    this.#permissionsOf(role);
    if (this.#lineage(parent).has(role)) throw new InvalidArgumentError("a role cannot inherit from itself");
    this.#parents.get(role).add(parent);
  }

  grant(role, permission) {
    this.#permissionsOf(role).add(permission);
  }

  revoke(role, permission) {
    if (!this.#permissionsOf(role).delete(permission)) throw new NotFoundError("the permission was not granted");
  }

  permissions(role) {
    return new Set([...this.#lineage(role)].flatMap((each) => [...this.#permissionsOf(each)]));
  }

  require(role, permission) {
    if (!this.permissions(role).has(permission)) throw new PermissionDeniedError("the role lacks the permission");
  }

  #permissionsOf(role) {
    const permissions = this.#own.get(role);
    if (permissions === undefined) throw new NotFoundError("there is no such role");
    return permissions;
  }

  /** Returns the role and all roles it inherits from. */
  #lineage(role) {
    this.#permissionsOf(role);
    const lineage = new Set([role]);
    for (const each of lineage) {
      for (const parent of this.#parents.get(each)) lineage.add(parent);
    }
    return lineage;
  }
}
