package main

import "errors"

var (
	ErrInvalidArgument  = errors.New("invalid argument")
	ErrNotFound         = errors.New("not found")
	ErrInvalidState     = errors.New("invalid state")
	ErrPermissionDenied = errors.New("permission denied")
)

type account struct {
	balance  int64
	changes  []int64
	isFrozen bool
}

func (self *account) change(amount int64) {
	self.balance += amount
	self.changes = append(self.changes, amount)
}

func (self *account) checkTaking(amount int64) error {
	if self.isFrozen {
		return ErrPermissionDenied
	}
	if amount > self.balance {
		return ErrInvalidState
	}
	return nil
}

// Ledger holds accounts with their balances and histories.
type Ledger struct {
	accounts map[string]*account
}

func NewLedger() *Ledger {
	return &Ledger{accounts: map[string]*account{}}
}

func (ledger *Ledger) Open(name string) error {
	if name == "" {
		return ErrInvalidArgument
	}
	if _, exists := ledger.accounts[name]; exists {
		return ErrInvalidState
	}
	ledger.accounts[name] = &account{changes: []int64{}}
	return nil
}

func (ledger *Ledger) Deposit(account string, amount int64) (int64, error) {
	own, err := ledger.find(account)
	if err != nil {
		return 0, err
	}
	if amount < 1 {
		return 0, ErrInvalidArgument
	}
	own.change(amount)
	return own.balance, nil
}

func (ledger *Ledger) Withdraw(account string, amount int64) (int64, error) {
	own, err := ledger.find(account)
	if err != nil {
		return 0, err
	}
	if amount < 1 {
		return 0, ErrInvalidArgument
	}
	if err := own.checkTaking(amount); err != nil {
		return 0, err
	}
	own.change(-amount)
	return own.balance, nil
}

func (ledger *Ledger) Transfer(source string, target string, amount int64) error {
	from, err := ledger.find(source)
	if err != nil {
		return err
	}
	to, err := ledger.find(target)
	if err != nil {
		return err
	}
	if amount < 1 || source == target {
		return ErrInvalidArgument
	}
	if err := from.checkTaking(amount); err != nil {
		return err
	}
	from.change(-amount)
	to.change(amount)
	return nil
}

func (ledger *Ledger) Freeze(account string) error {
	own, err := ledger.find(account)
	if err != nil {
		return err
	}
	own.isFrozen = true
	return nil
}

func (ledger *Ledger) Balance(account string) (int64, error) {
	own, err := ledger.find(account)
	if err != nil {
		return 0, err
	}
	return own.balance, nil
}

func (ledger *Ledger) History(account string) ([]int64, error) {
	own, err := ledger.find(account)
	if err != nil {
		return nil, err
	}
	return append([]int64{}, own.changes...), nil
}

func (ledger *Ledger) find(name string) (*account, error) {
	if own, exists := ledger.accounts[name]; exists {
		return own, nil
	}
	return nil, ErrNotFound
}
