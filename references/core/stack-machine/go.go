package main

import (
	"errors"
	"math"
	"math/big"
	"regexp"
	"strconv"
	"strings"
)

var (
	ErrInvalidArgument = errors.New("invalid argument")
	ErrOutOfRange      = errors.New("out of range")
	ErrInvalidState    = errors.New("invalid state")
	ErrArithmetic      = errors.New("arithmetic error")
)

var (
	form = regexp.MustCompile(
		`^(?:dup|swap|drop|add|sub|mul|div|read|print|halt|push -?[0-9]{1,18}|jump(?:zero)? [0-9]{1,9})$`)
	needs = map[string]int{
		"dup": 1, "swap": 2, "drop": 1, "add": 2, "sub": 2, "mul": 2, "div": 2, "print": 1, "jumpzero": 1,
	}
)

type instruction struct {
	name    string
	operand int64
}

// RunStackProgram runs a program for the stack machine and returns what it prints.
func RunStackProgram(program []string, inputs []int64, maxSteps int64) ([]int64, error) {
	code, err := parse(program)
	if err != nil {
		return nil, err
	}
	stack := []int64{}
	pop := func() int64 {
		top := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		return top
	}
	printed := []int64{}
	position := 0
	for steps := int64(0); position < len(code); steps++ {
		name, operand := code[position].name, code[position].operand
		position++
		if steps >= maxSteps || len(stack) < needs[name] || name == "read" && len(inputs) == 0 {
			return nil, ErrInvalidState
		}
		switch name {
		case "halt":
			return printed, nil
		case "push":
			stack = append(stack, operand)
		case "dup":
			stack = append(stack, stack[len(stack)-1])
		case "swap":
			top, below := pop(), pop()
			stack = append(stack, top, below)
		case "drop":
			pop()
		case "read":
			stack = append(stack, inputs[0])
			inputs = inputs[1:]
		case "print":
			printed = append(printed, pop())
		case "jump":
			position = int(operand)
		case "jumpzero":
			if pop() == 0 {
				position = int(operand)
			}
		default:
			right, left := pop(), pop()
			result, err := compute(name, left, right)
			if err != nil {
				return nil, err
			}
			stack = append(stack, result)
		}
	}
	return printed, nil
}

func parse(program []string) ([]instruction, error) {
	code := []instruction{}
	for _, text := range program {
		if !form.MatchString(text) {
			return nil, ErrInvalidArgument
		}
		name, digits, _ := strings.Cut(text, " ")
		operand, _ := strconv.ParseInt(digits, 10, 64)
		code = append(code, instruction{name, operand})
	}
	for _, each := range code {
		if strings.HasPrefix(each.name, "jump") && each.operand > int64(len(code)) {
			return nil, ErrOutOfRange
		}
	}
	return code, nil
}

func compute(name string, left, right int64) (int64, error) {
	a, b, result := big.NewInt(left), big.NewInt(right), new(big.Int)
	switch name {
	case "add":
		result.Add(a, b)
	case "sub":
		result.Sub(a, b)
	case "mul":
		result.Mul(a, b)
	default:
		if right == 0 || left == math.MinInt64 && right == -1 {
			return 0, ErrArithmetic
		}
		return left / right, nil
	}
	if !result.IsInt64() {
		return 0, ErrArithmetic
	}
	return result.Int64(), nil
}
