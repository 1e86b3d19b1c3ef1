package main

import "errors"

var (
	ErrInvalidArgument  = errors.New("invalid argument")
	ErrNotFound         = errors.New("not found")
	ErrInvalidState     = errors.New("invalid state")
	ErrPermissionDenied = errors.New("permission denied")
)

type set map[string]struct{}

// AccessPolicy holds roles with permissions that inherit from each other.
type AccessPolicy struct {
	own     map[string]set
	parents map[string]set
}

func NewAccessPolicy() *AccessPolicy {
	return &AccessPolicy{own: map[string]set{}, parents: map[string]set{}}
}

func (policy *AccessPolicy) Define(role string) error {
	if _, exists := policy.own[role]; exists {
		return ErrInvalidState
	}
	policy.own[role] = set{}
	policy.parents[role] = set{}
	return nil
}

func (policy *AccessPolicy) Inherit(role string, parent string) error {
	if _, exists := policy.own[role]; !exists {
		return ErrNotFound
	}
	lineage, err := policy.lineage(parent)
	if err != nil {
		return err
	}
	if _, isCircle := lineage[role]; isCircle {
		return ErrInvalidArgument
	}
	policy.parents[role][parent] = struct{}{}
	return nil
}

func (policy *AccessPolicy) Grant(role string, permission string) error {
	own, exists := policy.own[role]
	if !exists {
		return ErrNotFound
	}
	own[permission] = struct{}{}
	return nil
}

func (policy *AccessPolicy) Revoke(role string, permission string) error {
	// A role that does not exist has no permissions.
	if _, granted := policy.own[role][permission]; !granted {
		return ErrNotFound
	}
	delete(policy.own[role], permission)
	return nil
}

func (policy *AccessPolicy) Permissions(role string) (map[string]struct{}, error) {
	lineage, err := policy.lineage(role)
	if err != nil {
		return nil, err
	}
	all := set{}
	for each := range lineage {
		for permission := range policy.own[each] {
			all[permission] = struct{}{}
		}
	}
	return all, nil
}

func (policy *AccessPolicy) Require(role string, permission string) error {
	permissions, err := policy.Permissions(role)
	if err != nil {
		return err
	}
	if _, granted := permissions[permission]; !granted {
		return ErrPermissionDenied
	}
	return nil
}

// lineage returns the role and all roles it inherits from.
func (policy *AccessPolicy) lineage(role string) (set, error) {
	if _, exists := policy.own[role]; !exists {
		return nil, ErrNotFound
	}
	reached := set{}
	open := []string{role}
	for len(open) > 0 {
		last := open[len(open)-1]
		open = open[:len(open)-1]
		if _, isKnown := reached[last]; isKnown {
			continue
		}
		reached[last] = struct{}{}
		for parent := range policy.parents[last] {
			open = append(open, parent)
		}
	}
	return reached, nil
}
