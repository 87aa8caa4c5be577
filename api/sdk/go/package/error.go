package borgerkontakt

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// Error is an answer that is not a success. What it prints holds no personal data.
type Error struct {
	// Status is the answer's HTTP status.
	Status int

	// Problem is the service's own account, with Fejlkode, Fejltekst, SporingsId and Fejl. It is nil when another one
	// answered, a proxy on the way for instance.
	Problem *Problem

	// RetryAfter is how long to wait before the next try; 0 when the answer doesn't say.
	RetryAfter time.Duration

	text string
}

// Error tells status, code, text, trace id and places.
func (e *Error) Error() string {
	if e.Problem == nil {
		return fmt.Sprintf("borgerkontakt: %d: %s", e.Status, e.text)
	}
	text := fmt.Sprintf("borgerkontakt: %d: %d %s (sporingsId %s)",
		e.Status, int(e.Problem.Fejlkode), e.Problem.Fejltekst, e.Problem.SporingsId)
	for _, fejl := range e.Problem.Fejl {
		text += fmt.Sprintf("; %s: %d %s", fejl.Sti, int(fejl.Fejlkode), fejl.Tekst)
	}
	return text
}

func newError(response *http.Response, content []byte) *Error {
	result := &Error{Status: response.StatusCode, text: "an answer without a problem"}
	if seconds, err := strconv.Atoi(response.Header.Get("Retry-After")); err == nil {
		result.RetryAfter = time.Duration(seconds) * time.Second
	}
	if strings.HasPrefix(response.Header.Get("Content-Type"), "application/problem+json") {
		var problem Problem
		if json.Unmarshal(content, &problem) == nil && problem.Fejlkode != 0 {
			result.Problem = &problem
		}
	}
	return result
}

// A look-up has a number or an address in its path, which is not to reach a log with the error.
func withoutAddress(err error) error {
	var failed *url.Error
	if errors.As(err, &failed) {
		return fmt.Errorf("borgerkontakt: %w", failed.Err)
	}
	return err
}
