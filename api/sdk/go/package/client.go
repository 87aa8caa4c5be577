// Package borgerkontakt is the client of BorgersKontaktinformationService.
package borgerkontakt

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

// Client calls the service. Several goroutines may use it at once.
type Client struct {
	baseURL string
	tokens  TokenSource
	http    *http.Client
}

// TokenSource gives the access token for a call.
type TokenSource interface {
	Token(ctx context.Context) (string, error)
}

// NewClient makes a client of the service at baseURL. Redirects are not followed: the headers name a citizen, and
// no other host is to see them.
func NewClient(baseURL string, tokens TokenSource, client *http.Client) *Client {
	return &Client{baseURL: strings.TrimRight(baseURL, "/"), tokens: tokens, http: notRedirected(client)}
}

func notRedirected(client *http.Client) *http.Client {
	own := *client
	own.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &own
}

func (c *Client) do(ctx context.Context, method, path string, header http.Header, message, answer any) error {
	var body io.Reader
	if message != nil {
		content, err := json.Marshal(message)
		if err != nil {
			return err
		}
		body = bytes.NewReader(content)
		header.Set("Content-Type", "application/json")
	}
	request, err := http.NewRequestWithContext(ctx, method, c.baseURL+path, body)
	if err != nil {
		return errors.New("borgerkontakt: the base address is not valid")
	}
	token, err := c.tokens.Token(ctx)
	if err != nil {
		return err
	}
	header.Set("Authorization", "Bearer "+token)
	header.Set("Accept", "application/json, application/problem+json")
	header.Set("User-Agent", userAgent)
	request.Header = header
	response, err := c.http.Do(request)
	if err != nil {
		return withoutAddress(err)
	}
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	if source, ok := c.tokens.(*ClientCredentials); ok && response.StatusCode == http.StatusUnauthorized {
		source.drop(token)
	}
	if response.StatusCode/100 != 2 {
		return newError(response, content)
	}
	if answer == nil {
		return nil
	}
	if err := json.Unmarshal(content, answer); err != nil {
		return &Error{Status: response.StatusCode, text: "an answer that is not as the contract says"}
	}
	return nil
}

func set(header http.Header, name, value string) {
	if value != "" {
		header.Set(name, value)
	}
}

func number[T ~int32](value T) string {
	if value == 0 {
		return ""
	}
	return strconv.Itoa(int(value))
}

func fill(path, name, value string) string {
	return strings.Replace(path, "{"+name+"}", url.PathEscape(value), 1)
}
