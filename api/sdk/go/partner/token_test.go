package borgerkontakt_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	. "borgerkontakt.dk/client"
)

func TestATokenThatNoHeaderMayHave(t *testing.T) {
	_, err := NewClient(os.Getenv("BASE_URL"), token("secret\n"), http.DefaultClient).GetKontaktinformation(ctx, cpr, nil)
	if err == nil || !strings.Contains(err.Error(), "Authorization") || strings.Contains(err.Error(), "secret") {
		t.Fatalf("no error, or one that tells the token: %v", err)
	}
}

// tokens gives a source whose endpoint gives this answer, and counts how often it is asked.
func tokens(t *testing.T, status int, body string) (source *ClientCredentials, asked *int) {
	asked = new(int)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		*asked++
		if status/100 == 3 {
			w.Header().Set("Location", "/elsewhere")
		}
		w.WriteHeader(status)
		fmt.Fprint(w, body)
	}))
	t.Cleanup(server.Close)
	return NewClientCredentials(server.URL, "id", "secret", http.DefaultClient), asked
}

func TestAnswersOfATokenEndpoint(t *testing.T) {
	for _, body := range []string{"[]", "null", "1", "{}", `{"access_token":1}`} {
		source, _ := tokens(t, 200, body)
		if got, err := source.Token(ctx); err == nil || !strings.Contains(err.Error(), "no token: 200") {
			t.Fatal(body, got, err)
		}
	}
	for life, times := range map[string]int{`"abc"`: 2, "null": 2, "[]": 2, "3600": 1, "1e30": 1} {
		source, asked := tokens(t, 200, `{"access_token":"a","expires_in":`+life+`}`)
		for i := 0; i < 2; i++ {
			if got, err := source.Token(ctx); got != "a" || err != nil {
				t.Fatal(life, got, err)
			}
		}
		if *asked != times {
			t.Fatalf("a life of %s: asked %d times", life, *asked)
		}
	}
	source, asked := tokens(t, 307, "")
	if _, err := source.Token(ctx); err == nil || !strings.Contains(err.Error(), "307") || *asked != 1 {
		t.Fatalf("a redirect was followed: %v", err)
	}
}

func TestATokenThatTheServiceRefuses(t *testing.T) {
	source, asked := tokens(t, 200, `{"access_token":"refused","expires_in":3600}`)
	client := NewClient(os.Getenv("BASE_URL"), source, http.DefaultClient)
	for times := 1; times <= 2; times++ {
		_, err := client.GetKontaktinformation(ctx, cpr, nil)
		refused(t, err, 401, FejlkodeLogonFailed)
		if *asked != times {
			t.Fatalf("asked %d times", *asked)
		}
	}
}
