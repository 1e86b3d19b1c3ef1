class InvalidArgumentError extends Error {}
class NotFoundError extends Error {}
class InvalidStateError extends Error {}
class PermissionDeniedError extends Error {}

/** Roles with permissions that inherit from each other. */
class AccessPolicy {
  private own = new Map<string, Set<string>>();
  private parents = new Map<string, Set<string>>();

  define(role: string): void {
    if (this.own.has(role)) throw new InvalidStateError("the role exists already");
    this.own.set(role, new Set());
    this.parents.set(role, new Set());
  }

  inherit(role: string, parent: string): void {
    this.permissionsOf(role);
    if (this.lineage(parent).has(role)) throw new InvalidArgumentError("a role cannot inherit from itself");
    this.parents.get(role)!.add(parent);
  }

  grant(role: string, permission: string): void {
    this.permissionsOf(role).add(permission);
  }

  revoke(role: string, permission: string): void {
    if (!this.permissionsOf(role).delete(permission)) throw new NotFoundError("the permission was not granted");
  }

  permissions(role: string): Set<string> {
    return new Set([...this.lineage(role)].flatMap((each) => [...this.permissionsOf(each)]));
  }

  require(role: string, permission: string): void {
    if (!this.permissions(role).has(permission)) throw new PermissionDeniedError("the role lacks the permission");
  }

  private permissionsOf(role: string): Set<string> {
    const permissions = this.own.get(role);
    if (permissions === undefined) throw new NotFoundError("there is no such role");
    return permissions;
  }

  /** Returns the role and all roles it inherits from. */
  private lineage(role: string): Set<string> {
    this.permissionsOf(role);
    const lineage = new Set([role]);
    for (const each of lineage) {
      for (const parent of this.parents.get(each)!) lineage.add(parent);
    }
    return lineage;
  }
}
