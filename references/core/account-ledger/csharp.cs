using System;
using System.Collections.Generic;
using System.Linq;

/// <summary>Accounts with their balances and histories.</summary>
public class Ledger
{
    private readonly Dictionary<string, List<long>> changes = new Dictionary<string, List<long>>();
    private readonly HashSet<string> frozen = new HashSet<string>();

    public void Open(string account)
    {
        if (account == "") throw new ArgumentException("an account needs a name");
        if (changes.ContainsKey(account)) throw new InvalidOperationException("the account exists already");
        changes[account] = new List<long>();
    }

    public long Deposit(string account, long amount)
    {
        CheckAccount(account);
        CheckAmount(amount);
        changes[account].Add(amount);
        return Balance(account);
    }

    public long Withdraw(string account, long amount)
    {
        CheckAccount(account);
        CheckAmount(amount);
        CheckTaking(account, amount);
        changes[account].Add(-amount);
        return Balance(account);
    }

    public void Transfer(string source, string target, long amount)
    {
        CheckAccount(source);
        CheckAccount(target);
        CheckAmount(amount);
        if (source == target) throw new ArgumentException("a transfer needs two accounts");
        CheckTaking(source, amount);
        changes[source].Add(-amount);
        changes[target].Add(amount);
    }

    public void Freeze(string account)
    {
        CheckAccount(account);
        frozen.Add(account);
    }

    public long Balance(string account)
    {
        CheckAccount(account);
        return changes[account].Sum();
    }

    public List<long> History(string account)
    {
        CheckAccount(account);
        return new List<long>(changes[account]);
    }

    private void CheckAccount(string account)
    {
        if (!changes.ContainsKey(account)) throw new KeyNotFoundException("no account " + account);
    }

    private static void CheckAmount(long amount)
    {
        if (amount < 1) throw new ArgumentException("an amount must be at least 1");
    }

    private void CheckTaking(string account, long amount)
    {
        if (frozen.Contains(account)) throw new UnauthorizedAccessException("the account is frozen");
        if (amount > Balance(account)) throw new InvalidOperationException("the balance is too small");
    }
}
