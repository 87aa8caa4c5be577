package borgerkontakt

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
)

// ClientCredentials gets tokens with a client's id and secret (RFC 6749, section 4.4) and keeps one until 30 seconds
// before it expires.
type ClientCredentials struct {
	url, id, secret string
	http            *http.Client
	mutex           sync.Mutex
	token           string
	until           time.Time
}

// NewClientCredentials makes a source that asks at the address url.
func NewClientCredentials(url, id, secret string, client *http.Client) *ClientCredentials {
	return &ClientCredentials{url: url, id: id, secret: secret, http: client}
}

// Token gives the kept token, or a new one.
func (c *ClientCredentials) Token(ctx context.Context) (string, error) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if time.Now().Before(c.until) {
		return c.token, nil
	}
	form := strings.NewReader(url.Values{"grant_type": {"client_credentials"}}.Encode())
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url, form)
	if err != nil {
		return "", err
	}
	request.SetBasicAuth(url.QueryEscape(c.id), url.QueryEscape(c.secret))
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	response, err := c.http.Do(request)
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	var answer struct {
		AccessToken string `json:"access_token"`
		ExpiresIn   int    `json:"expires_in"`
		Error       string `json:"error"`
	}
	err = json.NewDecoder(response.Body).Decode(&answer)
	if err != nil || response.StatusCode != http.StatusOK || answer.AccessToken == "" {
		return "", fmt.Errorf("borgerkontakt: no token: %d %s", response.StatusCode, answer.Error)
	}
	c.token = answer.AccessToken
	c.until = time.Now().Add(time.Duration(answer.ExpiresIn-30) * time.Second)
	return c.token, nil
}
