import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/** Accounts with their balances and histories. */
class Ledger {
    private final Map<String, List<Long>> changes = new HashMap<>();
    private final Set<String> frozen = new HashSet<>();

    public void open(String account) {
        if (account.isEmpty()) {
            throw new IllegalArgumentException("an account needs a name");
        }
        if (changes.containsKey(account)) {
            throw new IllegalStateException("the account exists already");
        }
        changes.put(account, new ArrayList<>());
    }

    public long deposit(String account, long amount) {
        checkAccount(account);
        checkAmount(amount);
        changes.get(account).add(amount);
        return balance(account);
    }

    public long withdraw(String account, long amount) {
        checkAccount(account);
        checkAmount(amount);
        checkTaking(account, amount);
        changes.get(account).add(-amount);
        return balance(account);
    }

    public void transfer(String source, String target, long amount) {
        checkAccount(source);
        checkAccount(target);
        checkAmount(amount);
        if (source.equals(target)) {
            throw new IllegalArgumentException("a transfer needs two accounts");
        }
        checkTaking(source, amount);
        changes.get(source).add(-amount);
        changes.get(target).add(amount);
    }

    public void freeze(String account) {
        checkAccount(account);
        frozen.add(account);
    }

    public long balance(String account) {
        checkAccount(account);
        return changes.get(account).stream().mapToLong(Long::longValue).sum();
    }

    public List<Long> history(String account) {
        checkAccount(account);
        return new ArrayList<>(changes.get(account));
    }

    private void checkAccount(String account) {
        if (!changes.containsKey(account)) {
            throw new NoSuchElementException("no account " + account);
        }
    }

    private void checkAmount(long amount) {
        if (amount < 1) {
            throw new IllegalArgumentException("an amount must be at least 1");
        }
    }

    private void checkTaking(String account, long amount) {
        if (frozen.contains(account)) {
            throw new SecurityException("the account is frozen");
        }
        if (amount > balance(account)) {
            throw new IllegalStateException("the balance is too small");
        }
    }
}
