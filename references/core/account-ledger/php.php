<?php

class PermissionDeniedException extends Exception
{
}

/** Accounts with their balances and histories. */
class Ledger
{
    private array $changes = [];
    private array $frozen = [];

    public function open(string $account): void
    {
        if ($account === '') {
            throw new InvalidArgumentException('an account needs a name');
        }
        if (isset($this->changes[$account])) {
            throw new LogicException('the account exists already');
        }
        $this->changes[$account] = [];
    }

    public function deposit(string $account, int $amount): int
    {
        $this->checkAccount($account);
        $this->checkAmount($amount);
        $this->changes[$account][] = $amount;
        return $this->balance($account);
    }

    public function withdraw(string $account, int $amount): int
    {
        $this->checkAccount($account);
        $this->checkAmount($amount);
        $this->checkTaking($account, $amount);
        $this->changes[$account][] = -$amount;
        return $this->balance($account);
    }

    public function transfer(string $source, string $target, int $amount): void
    {
        $this->checkAccount($source);
        $this->checkAccount($target);
        $this->checkAmount($amount);
        if ($source === $target) {
            throw new InvalidArgumentException('a transfer needs two accounts');
        }
        $this->checkTaking($source, $amount);
        $this->changes[$source][] = -$amount;
        $this->changes[$target][] = $amount;
    }

    public function freeze(string $account): void
    {
        $this->checkAccount($account);
        $this->frozen[$account] = true;
    }

    public function balance(string $account): int
    {
        return array_sum($this->history($account));
    }

    public function history(string $account): array
    {
        $this->checkAccount($account);
        return $this->changes[$account];
    }

    private function checkAccount(string $account): void
    {
        if (!isset($this->changes[$account])) {
            throw new OutOfBoundsException('there is no such account');
        }
    }

    private function checkAmount(int $amount): void
    {
        if ($amount < 1) {
            throw new InvalidArgumentException('an amount must be at least 1');
        }
    }

    private function checkTaking(string $account, int $amount): void
    {
        if (isset($this->frozen[$account])) {
            throw new PermissionDeniedException('the account is frozen');
        }
        if ($amount > $this->balance($account)) {
            throw new LogicException('the balance is too small');
        }
    }
}
