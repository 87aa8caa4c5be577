package borgerkontakt

import (
	"encoding/json"
	"errors"
)

// Nullable is a value, or null said on purpose. Its zero value is neither of them and cannot be sent, so that nothing
// is erased because a field was forgotten.
type Nullable[T any] struct {
	value *T
	said  bool
}

// Value is a value.
func Value[T any](value T) Nullable[T] {
	return Nullable[T]{value: &value, said: true}
}

// Null is null, said on purpose.
func Null[T any]() Nullable[T] {
	return Nullable[T]{said: true}
}

// Get gives the value; false when there is none.
func (n Nullable[T]) Get() (value T, ok bool) {
	if n.value == nil {
		return value, false
	}
	return *n.value, true
}

// MarshalJSON fails where neither a value nor null was said.
func (n Nullable[T]) MarshalJSON() ([]byte, error) {
	if !n.said {
		return nil, errors.New("neither Value nor Null was given")
	}
	return json.Marshal(n.value)
}

// UnmarshalJSON reads a value or null.
func (n *Nullable[T]) UnmarshalJSON(content []byte) error {
	n.said = true
	return json.Unmarshal(content, &n.value)
}
