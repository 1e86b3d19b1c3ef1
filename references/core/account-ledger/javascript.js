class InvalidArgumentError extends Error {}
class NotFoundError extends Error {}
class InvalidStateError extends Error {}
class PermissionDeniedError extends Error {}

/** Accounts with their balances and histories. */
class Ledger {
  #changes = new Map();
  #frozen = new Set();

  open(account) {
    if (account === "") throw new InvalidArgumentError("an account needs a name");
    if (this.#changes.has(account)) throw new InvalidStateError("the account exists already");
    this.#changes.set(account, []);
  }

  deposit(account, amount) {
    const changes = this.#changesOf(account);
    this.#checkAmount(amount);
    changes.push(amount);
    return this.balance(account);
  }

  withdraw(account, amount) {
    const changes = this.#changesOf(account);
    this.#checkAmount(amount);
    this.#checkTaking(account, amount);
    changes.push(-amount);
    return this.balance(account);
  }

  transfer(source, target, amount) {
    const from = this.#changesOf(source);
    const to = this.#changesOf(target);
    this.#checkAmount(amount);
    if (source === target) throw new InvalidArgumentError("a transfer needs two accounts");
    this.#checkTaking(source, amount);
    from.push(-amount);
    to.push(amount);
  }

  freeze(account) {
    this.#changesOf(account);
    this.#frozen.add(account);
  }

  balance(account) {
    return this.#changesOf(account).reduce((sum, change) => sum + change, 0n);
  }

  history(account) {
    return [...this.#changesOf(account)];
  }

  #changesOf(account) {
    const changes = this.#changes.get(account);
    if (changes === undefined) throw new NotFoundError("there is no such account");
    return changes;
  }

  #checkAmount(amount) {
    if (amount < 1n) throw new InvalidArgumentError("an amount must be at least 1");
  }

  #checkTaking(account, amount) {
    if (this.#frozen.has(account)) throw new PermissionDeniedError("the account is frozen");
    if (amount > this.balance(account)) throw new InvalidStateError("the balance is too small");
  }
}
