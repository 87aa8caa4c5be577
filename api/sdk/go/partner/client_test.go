package borgerkontakt_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	. "borgerkontakt.dk/client"
)

const cpr = "0107809001"

var ctx = context.Background()

type token string

func (t token) Token(context.Context) (string, error) { return string(t), nil }

func service() *Client {
	url := os.Getenv("BASE_URL")
	return NewClient(url, NewClientCredentials(url+"/oauth2/token", "akasse-11", "sandbox", http.DefaultClient), http.DefaultClient)
}

func answering(t *testing.T, status int, contentType, body string) *Client {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		w.Header().Set("Location", "http://127.0.0.1:1/elsewhere")
		w.WriteHeader(status)
		fmt.Fprint(w, body)
	}))
	t.Cleanup(server.Close)
	return NewClient(server.URL, token("t"), http.DefaultClient)
}

func message(entries ...KontaktinformationDto) (m CreateKontaktinformationRequestType) {
	m.Kontaktinformationer.Kontaktinformation = entries
	return m
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func refused(t *testing.T, err error, status int, code Fejlkode) *Error {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) || e.Problem == nil || e.Status != status || e.Problem.Fejlkode != code {
		t.Fatalf("expected %d %d, got %v", status, code, err)
	}
	if e.Problem.Fejltekst == "" || len(e.Problem.SporingsId) != 32 {
		t.Fatalf("no text or trace id: %v", err)
	}
	return e
}

func registered(t *testing.T, client *Client) string {
	t.Helper()
	found, err := client.GetKontaktinformation(ctx, cpr, nil)
	must(t, err)
	var all []string
	for _, k := range found.Kontaktinformationer.Kontaktinformation {
		all = append(all, fmt.Sprintf("%d %s %s", int(k.KontaktdataType), k.Kontaktdata, k.Kontaktdatastatus))
	}
	return strings.Join(all, ", ")
}

func code(t *testing.T, recipient string) string {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		files, _ := filepath.Glob(filepath.Join(os.Getenv("OUTBOX"), "*.json"))
		for _, file := range files {
			var sent struct{ Modtager, Tekst string }
			content, _ := os.ReadFile(file)
			if json.Unmarshal(content, &sent) == nil && sent.Modtager == recipient {
				return regexp.MustCompile(`\b\d{6}\b`).FindString(sent.Tekst)
			}
		}
	}
	t.Fatal("no code was sent within 10 s")
	return ""
}

func TestTheWholeJob(t *testing.T) {
	client := service()
	mobile, mail := KontaktdataCodelListMobiltelefon, KontaktdataCodelListMailadresse
	must(t, client.CreateKontaktinformation(ctx, cpr, message(
		KontaktinformationDto{KontaktdataType: mobile, Kontaktdata: Value("20 12 00 55")},
		KontaktinformationDto{KontaktdataType: mail, Kontaktdata: Value("go@example.dk")}), nil))
	options := &UpdateKontaktinformationOptions{XUserIdentifier: "go", XRequestUserTypeIdentifier: RequestUserTypeCodelListSagsbehandler}
	must(t, client.UpdateKontaktinformation(ctx, cpr, UpdateKontaktinformationRequestType{
		KontaktdataType: mail, Kontaktdatastatus: KontaktdataStatusCodelListUgyldig}, options))
	must(t, client.GetVerifikationskode(ctx, cpr, GetVerfikationskodeRequestType{KontaktdataType: mobile}, nil))
	again := refused(t, client.GetVerifikationskode(ctx, cpr, GetVerfikationskodeRequestType{KontaktdataType: mobile}, nil), 429, FejlkodeForMange)
	if again.RetryAfter < time.Second || again.RetryAfter > time.Minute {
		t.Fatalf("Retry-After: %v", again.RetryAfter)
	}
	must(t, client.VerificerKontaktinformation(ctx, cpr, VerificerKontaktinformationRequestType{
		KontaktdataType: mobile, Verifikationskode: code(t, "+4520120055")}, nil))
	if all := registered(t, client); all != "1 +4520120055 Verificeret, 3 go@example.dk Ugyldig" {
		t.Fatal(all)
	}

	byNumber, err := client.GetKontaktinformationMobilNr(ctx, "+4520120055", nil)
	must(t, err)
	byMail, err := client.GetKontaktinformationEmail(ctx, "go@example.dk", nil)
	must(t, err)
	if byNumber.Borgerer[0].CivilregistrationIdentifier != cpr || byMail.Borgerer[0].CivilregistrationIdentifier != cpr {
		t.Fatal("a look-up found somebody else")
	}
	if printed := fmt.Sprintf("%v %+v", byNumber, byNumber.Borgerer); strings.Contains(printed, cpr) {
		t.Fatal("a CPR number was printed")
	}

	// Forgotten: nothing is sent. Null: deleted. Not named: left alone.
	err = client.CreateKontaktinformation(ctx, cpr, message(KontaktinformationDto{KontaktdataType: mobile}), nil)
	if err == nil || !strings.Contains(err.Error(), "neither Value nor Null") {
		t.Fatalf("a forgotten kontaktdata: %v", err)
	}
	must(t, client.CreateKontaktinformation(ctx, cpr, message(KontaktinformationDto{KontaktdataType: mail, Kontaktdata: Null[string]()}), nil))
	if all := registered(t, client); all != "1 +4520120055 Verificeret" {
		t.Fatal(all)
	}
	must(t, client.CreateKontaktinformation(ctx, cpr, message(KontaktinformationDto{KontaktdataType: mobile, Kontaktdata: Null[string]()}), nil))
	_, err = client.GetKontaktinformation(ctx, cpr, nil)
	refused(t, err, 404, FejlkodeIngenKontaktinformation)
}

func TestNullIsOnTheWire(t *testing.T) {
	content, err := json.Marshal(KontaktinformationDto{KontaktdataType: 1, Kontaktdata: Null[string]()})
	must(t, err)
	if string(content) != `{"kontaktdata":null,"kontaktdataType":1}` {
		t.Fatal(string(content))
	}
}

func TestALineBreakInAHeader(t *testing.T) {
	_, err := service().GetKontaktinformation(ctx, cpr+"\n", nil)
	if err == nil || strings.Contains(err.Error(), cpr) {
		t.Fatalf("no error, or one that tells the number: %v", err)
	}
}

func TestRefusals(t *testing.T) {
	client := service()
	_, err := client.GetKontaktinformation(ctx, "1", nil)
	refused(t, err, 400, FejlkodeInvalidCpr)
	err = client.CreateKontaktinformation(ctx, cpr, message(
		KontaktinformationDto{KontaktdataType: KontaktdataCodelListMobiltelefon, Kontaktdata: Value("12")}), nil)
	place := refused(t, err, 400, FejlkodeUgyldigtMobiltelefonnummer).Problem.Fejl[0]
	if place.Sti != "/kontaktinformationer/kontaktinformation/0/kontaktdata" {
		t.Fatal(place.Sti)
	}
	_, err = NewClient(os.Getenv("BASE_URL"), token("no token"), http.DefaultClient).GetKontaktinformation(ctx, cpr, nil)
	refused(t, err, 401, FejlkodeLogonFailed)
	wrong := NewClientCredentials(os.Getenv("BASE_URL")+"/oauth2/token", "akasse-11", "wrong", http.DefaultClient)
	_, err = NewClient(os.Getenv("BASE_URL"), wrong, http.DefaultClient).GetKontaktinformation(ctx, cpr, nil)
	if err == nil || !strings.Contains(err.Error(), "401 invalid_client") {
		t.Fatal(err)
	}
}

func TestWhatALaterVersionAdds(t *testing.T) {
	client := answering(t, 200, "application/json", `{"nyt":1,"kontaktinformationer":{"kontaktinformation":
		[{"kontaktdata":"x","kontaktdataType":77,"kontaktdatastatus":88,"nyt":{}}]}}`)
	found, err := client.GetKontaktinformation(ctx, cpr, nil)
	must(t, err)
	k := found.Kontaktinformationer.Kontaktinformation[0]
	if int(k.KontaktdataType) != 77 || k.Kontaktdatastatus.String() != "88" {
		t.Fatalf("%#v", k)
	}
	_, err = answering(t, 409, "application/problem+json", `{"type":"urn:borgerkontakt:fejl:98765","title":"Ny","status":409,
		"detail":"Ny","fejlkode":98765,"fejltekst":"Ny","sporingsId":"4bf92f3577b34da6a3ce929d0e0e4736"}`).GetKontaktinformation(ctx, cpr, nil)
	refused(t, err, 409, 98765)
}

func TestAnswersOfOthers(t *testing.T) {
	for status, text := range map[int]string{502: "502", 503: "503", 302: "302"} {
		_, err := answering(t, status, "text/html", "<h1>Bad Gateway</h1>").GetKontaktinformation(ctx, cpr, nil)
		var e *Error
		if !errors.As(err, &e) || e.Status != status || e.Problem != nil || !strings.Contains(err.Error(), text) {
			t.Fatal(err)
		}
	}
	_, err := answering(t, 200, "text/html", "<h1>Log on</h1>").GetKontaktinformation(ctx, cpr, nil)
	var e *Error
	if !errors.As(err, &e) {
		t.Fatal(err)
	}
	_, err = NewClient("http://127.0.0.1:1", token("t"), http.DefaultClient).GetKontaktinformationMobilNr(ctx, "+4520120055", nil)
	if err == nil || strings.Contains(err.Error(), "20120055") {
		t.Fatalf("no error, or one that tells the number: %v", err)
	}
}
