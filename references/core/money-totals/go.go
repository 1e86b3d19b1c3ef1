package main

import (
	"errors"
	"regexp"
	"sort"
)

var (
	ErrInvalidArgument = errors.New("invalid argument")
	ErrArithmetic      = errors.New("arithmetic error")
)

type Money struct {
	Currency string
	Cents    int64
}

var currencyForm = regexp.MustCompile(`^[A-Z]{3}$`)

// MoneyTotals returns the total of each currency, sorted by currency.
func MoneyTotals(amounts []Money) ([]Money, error) {
	for _, amount := range amounts {
		if !currencyForm.MatchString(amount.Currency) {
			return nil, ErrInvalidArgument
		}
	}
	totals := map[string]int64{}
	for _, amount := range amounts {
		total := totals[amount.Currency] + amount.Cents
		// A sum that wraps round goes the wrong way.
		if (total < totals[amount.Currency]) != (amount.Cents < 0) {
			return nil, ErrArithmetic
		}
		totals[amount.Currency] = total
	}
	sorted := []Money{}
	for currency, cents := range totals {
		sorted = append(sorted, Money{currency, cents})
	}
	sort.Slice(sorted, func(i, j int) bool { return sorted[i].Currency < sorted[j].Currency })
	return sorted, nil
}
