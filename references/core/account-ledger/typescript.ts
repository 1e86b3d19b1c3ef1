class InvalidArgumentError extends Error {}
class NotFoundError extends Error {}
class InvalidStateError extends Error {}
class PermissionDeniedError extends Error {}

/** Accounts with their balances and histories. */
class Ledger {
  private changes = new Map<string, bigint[]>();
  private frozen = new Set<string>();

  open(account: string): void {
    if (account === "") throw new InvalidArgumentError("an account needs a name");
    if (this.changes.has(account)) throw new InvalidStateError("the account exists already");
    this.changes.set(account, []);
  }

  deposit(account: string, amount: bigint): bigint {
    const changes = this.changesOf(account);
    this.checkAmount(amount);
    changes.push(amount);
    return this.balance(account);
  }

  withdraw(account: string, amount: bigint): bigint {
    const changes = this.changesOf(account);
    this.checkAmount(amount);
    this.checkTaking(account, amount);
    changes.push(-amount);
    return this.balance(account);
  }

  transfer(source: string, target: string, amount: bigint): void {
    const from = this.changesOf(source);
    const to = this.changesOf(target);
    this.checkAmount(amount);
    if (source === target) throw new InvalidArgumentError("a transfer needs two accounts");
    this.checkTaking(source, amount);
    from.push(-amount);
    to.push(amount);
  }

  freeze(account: string): void {
    this.changesOf(account);
    this.frozen.add(account);
  }

  balance(account: string): bigint {
    return this.changesOf(account).reduce((sum, change) => sum + change, 0n);
  }

  history(account: string): bigint[] {
    return [...this.changesOf(account)];
  }

  private changesOf(account: string): bigint[] {
    const changes = this.changes.get(account);
    if (changes === undefined) throw new NotFoundError("there is no such account");
    return changes;
  }

  private checkAmount(amount: bigint): void {
    if (amount < 1n) throw new InvalidArgumentError("an amount must be at least 1");
  }

  private checkTaking(account: string, amount: bigint): void {
    if (this.frozen.has(account)) throw new PermissionDeniedError("the account is frozen");
    if (amount > this.balance(account)) throw new InvalidStateError("the balance is too small");
  }
}
