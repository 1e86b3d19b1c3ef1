package main

import "errors"

var (
	ErrOutOfRange = errors.New("out of range")
	ErrNotFound   = errors.New("not found")
)

type change struct {
	version int64
	// Nil stands for a removal.
	value *string
}

// VersionedMap is a map whose past versions can be read.
type VersionedMap struct {
	latest  int64
	changes map[string][]change
}

func NewVersionedMap() *VersionedMap {
	return &VersionedMap{changes: map[string][]change{}}
}

func (m *VersionedMap) Put(key string, value string) int64 {
	return m.change(key, &value)
}

func (m *VersionedMap) Remove(key string) (int64, error) {
	if m.value(key, m.latest) == nil {
		return 0, ErrNotFound
	}
	return m.change(key, nil), nil
}

func (m *VersionedMap) Get(key string, version int64) (*string, error) {
	if version < 0 || version > m.latest {
		return nil, ErrOutOfRange
	}
	return m.value(key, version), nil
}

func (m *VersionedMap) Size(version int64) (int64, error) {
	if version < 0 || version > m.latest {
		return 0, ErrOutOfRange
	}
	size := int64(0)
	for key := range m.changes {
		if m.value(key, version) != nil {
			size++
		}
	}
	return size, nil
}

func (m *VersionedMap) Changed(version int64) (map[string]struct{}, error) {
	if version < 0 || version > m.latest {
		return nil, ErrOutOfRange
	}
	changed := map[string]struct{}{}
	for key := range m.changes {
		before, now := m.value(key, version), m.value(key, m.latest)
		if (before == nil) != (now == nil) || before != nil && *before != *now {
			changed[key] = struct{}{}
		}
	}
	return changed, nil
}

func (m *VersionedMap) change(key string, value *string) int64 {
	m.latest++
	m.changes[key] = append(m.changes[key], change{m.latest, value})
	return m.latest
}

func (m *VersionedMap) value(key string, version int64) *string {
	var value *string
	for _, each := range m.changes[key] {
		if each.version <= version {
			value = each.value
		}
	}
	return value
}
