package borgerkontakt

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
)

const day = 86400

// ClientCredentials gets tokens with a client's id and secret (RFC 6749, section 4.4) and keeps one until 30 seconds
// before it expires, a day at most, unless the service refuses it.
type ClientCredentials struct {
	url, id, secret string
	http            *http.Client
	mutex           sync.Mutex
	token           string
	until           time.Time
}

// NewClientCredentials makes a source that asks at the address url. Redirects are not followed: no other host is to
// see the secret.
func NewClientCredentials(url, id, secret string, client *http.Client) *ClientCredentials {
	return &ClientCredentials{url: url, id: id, secret: secret, http: notRedirected(client)}
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
		ExpiresIn   any    `json:"expires_in"`
		Error       string `json:"error"`
	}
	err = json.NewDecoder(response.Body).Decode(&answer)
	if err != nil || response.StatusCode != http.StatusOK || answer.AccessToken == "" {
		return "", fmt.Errorf("borgerkontakt: no token: %d %s", response.StatusCode, answer.Error)
	}
	life, _ := answer.ExpiresIn.(float64)
	c.token = answer.AccessToken
	c.until = time.Now().Add(time.Duration(math.Max(0, math.Min(life, day))-30) * time.Second)
	return c.token, nil
}

// drop forgets this token, unless another has taken its place already.
func (c *ClientCredentials) drop(refused string) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if refused == c.token {
		c.until = time.Time{}
	}
}
