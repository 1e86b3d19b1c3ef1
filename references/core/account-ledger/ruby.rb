# Accounts with their balances and histories.
class Ledger
  def initialize
    @changes = {}
    @frozen = {}
  end

  def open(account)
    raise ArgumentError, "an account needs a name" if account.empty?
    raise "the account exists already" if @changes.key?(account)

    @changes[account] = []
  end

  def deposit(account, amount)
    check_account(account)
    check_amount(amount)
    @changes[account] << amount
    balance(account)
  end

  def withdraw(account, amount)
    check_account(account)
    check_amount(amount)
    check_taking(account, amount)
    @changes[account] << -amount
    balance(account)
  end

  def transfer(source, target, amount)
    check_account(source)
    check_account(target)
    check_amount(amount)
    raise ArgumentError, "a transfer needs two accounts" if source == target

    check_taking(source, amount)
    @changes[source] << -amount
    @changes[target] << amount
  end

  def freeze(account)
    check_account(account)
    @frozen[account] = true
  end

  def balance(account)
    history(account).sum
  end

  def history(account)
    check_account(account)
    @changes[account].dup
  end

  private

  def check_account(account)
    raise KeyError, "there is no such account" unless @changes.key?(account)
  end

  def check_amount(amount)
    raise ArgumentError, "an amount must be at least 1" if amount < 1
  end

  def check_taking(account, amount)
    raise SecurityError, "the account is frozen" if @frozen[account]
    raise "the balance is too small" if amount > balance(account)
  end
end
