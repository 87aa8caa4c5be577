"""The whole job and the errors, against the service at BASE_URL and against answers that it does not give."""

import json
import os
import re
import threading
import time
import unittest
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import borgerkontakt_client as client
import urllib3
from borgerkontakt_client import (
    ApiError,
    ClientCredentials,
    CreateKontaktinformationRequestType,
    Fejlkode,
    GetVerfikationskodeRequestType,
    KontaktdataCodelList,
    KontaktdataStatusCodelList,
    KontaktinformationApi,
    KontaktinformationDto,
    KontaktinformationerDto,
    RequestUserTypeCodelList,
    UpdateKontaktinformationRequestType,
    VerificerKontaktinformationRequestType,
)

URL = os.environ["BASE_URL"]
CPR = "0107809001"
MOBILE = KontaktdataCodelList.Mobiltelefon
MAIL = KontaktdataCodelList.Mailadresse
POOL = urllib3.PoolManager()


def tearDownModule():
    POOL.clear()


def service(secret="sandbox"):
    return KontaktinformationApi(URL, ClientCredentials(URL + "/oauth2/token", "akasse-11", secret, POOL), POOL)


def message(*entries):
    return CreateKontaktinformationRequestType(
        kontaktinformationer=KontaktinformationerDto(kontaktinformation=list(entries))
    )


def entry(kind, data):
    return KontaktinformationDto(kontaktdata_type=kind, kontaktdata=data)


def registered(api):
    found = api.get_kontaktinformation(CPR).kontaktinformationer.kontaktinformation
    return [(int(k.kontaktdata_type), k.kontaktdata, k.kontaktdatastatus.name) for k in found]


def code(recipient):
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        for file in Path(os.environ["OUTBOX"]).glob("*.json"):
            sent = json.loads(file.read_text())
            if sent["modtager"] == recipient:
                return re.search(r"\b\d{6}\b", sent["tekst"])[0]
        time.sleep(0.02)
    raise AssertionError("no code was sent within 10 s")


class Answering:
    """A server that gives one answer and keeps what it was asked."""

    def __init__(self, status, content_type, body):
        self.times = 0

        class Handler(BaseHTTPRequestHandler):
            def do_GET(handler):
                length = int(handler.headers.get("Content-Length", 0))
                self.times += 1
                self.asked = handler.rfile.read(length).decode()
                self.version = handler.request_version
                handler.send_response(status)
                handler.send_header("Content-Type", content_type)
                handler.send_header("Location", "http://127.0.0.1:1/elsewhere")
                handler.end_headers()
                handler.wfile.write(body.encode())

            do_POST = do_GET

            def log_message(handler, *_):
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, args=(0.01,)).start()
        self.api = KontaktinformationApi(f"http://127.0.0.1:{self.server.server_port}", lambda: "token", POOL)
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


class ClientTest(unittest.TestCase):
    def refused(self, status, code, call, *arguments):
        with self.assertRaises(ApiError) as raised:
            call(*arguments)
        error = raised.exception
        self.assertEqual((status, code), (error.status, error.problem and error.problem.fejlkode), error)
        self.assertTrue(error.problem.fejltekst)
        self.assertRegex(error.problem.sporings_id, "^[0-9a-f]{32}$")
        self.assertIn(error.problem.sporings_id, str(error))
        return error

    def test_the_whole_job(self):
        api = service()
        api.create_kontaktinformation(CPR, message(entry(MOBILE, "20 12 00 66"), entry(MAIL, "py@example.dk")))
        api.update_kontaktinformation(
            CPR,
            UpdateKontaktinformationRequestType(
                kontaktdata_type=MAIL, kontaktdatastatus=KontaktdataStatusCodelList.Ugyldig
            ),
            x_user_identifier="py",
            x_request_user_type_identifier=RequestUserTypeCodelList.Sagsbehandler,
        )
        ask = GetVerfikationskodeRequestType(kontaktdata_type=MOBILE)
        api.get_verifikationskode(CPR, ask)
        again = self.refused(429, Fejlkode.ForMange, api.get_verifikationskode, CPR, ask)
        self.assertTrue(1 <= again.retry_after <= 60, again.retry_after)
        api.verificer_kontaktinformation(
            CPR,
            VerificerKontaktinformationRequestType(kontaktdata_type=MOBILE, verifikationskode=code("+4520120066")),
        )
        mobile = (1, "+4520120066", "Verificeret")
        self.assertEqual([mobile, (3, "py@example.dk", "Ugyldig")], registered(api))

        by_number = api.get_kontaktinformation_mobil_nr("+4520120066")
        by_mail = api.get_kontaktinformation_email("py@example.dk")
        self.assertEqual([CPR], [b.civilregistration_identifier for b in by_number.borgerer])
        self.assertEqual([CPR], [b.civilregistration_identifier for b in by_mail.borgerer])
        self.assertNotIn(CPR, f"{by_number} {by_number.borgerer!r}")

        # Forgotten: refused. None: deleted. Not named: left alone.
        with self.assertRaises(TypeError):
            KontaktinformationDto(kontaktdata_type=MOBILE)
        with self.assertRaises(KeyError):
            KontaktinformationDto.from_dict({"kontaktdataType": 1})
        api.create_kontaktinformation(CPR, message(entry(MAIL, None)))
        self.assertEqual([mobile], registered(api))
        api.create_kontaktinformation(CPR, message(entry(MOBILE, None)))
        self.refused(404, Fejlkode.IngenKontaktinformation, api.get_kontaktinformation, CPR)

    def test_null_is_on_the_wire(self):
        with Answering(204, "", "") as server:
            server.api.create_kontaktinformation(CPR, message(entry(MOBILE, None)))
        self.assertEqual({"kontaktdata": None, "kontaktdataType": 1},
                         json.loads(server.asked)["kontaktinformationer"]["kontaktinformation"][0])
        self.assertIn('"kontaktdata": null', server.asked)
        self.assertEqual("HTTP/1.1", server.version)

    def test_what_no_header_may_have(self):
        for end in "\n", "\r", "\0", "\u2013":
            with self.assertRaisesRegex(ValueError, "^x-civilregistrationIdentifier has ") as raised:
                service().get_kontaktinformation(CPR + end)
            self.assertIs(ValueError, type(raised.exception))
            self.assertNotIn(CPR, str(raised.exception))
        with self.assertRaisesRegex(ValueError, "^Authorization has characters that no header may have$"):
            KontaktinformationApi(URL, lambda: "secret\n", POOL).get_kontaktinformation(CPR)

    def test_a_step_in_the_path(self):
        for step in ".", "..":
            with self.assertRaisesRegex(ValueError, "^mobiltelefon is a step in the path, and not a value$"):
                service().get_kontaktinformation_mobil_nr(step)

    def test_answers_of_a_token_endpoint(self):
        def tokens(server):
            return ClientCredentials(f"http://127.0.0.1:{server.server.server_port}", "id", "secret", POOL)

        for answer in "[]", "null", "1", "{}", '{"access_token": 1}':
            with self.subTest(answer), Answering(200, "application/json", answer) as server:
                with self.assertRaisesRegex(ConnectionError, "^no token: 200 no token in the answer$"):
                    tokens(server)()
        for life, times in ('"abc"', 2), ("null", 2), ("[]", 2), ("NaN", 1), ("3600", 1):
            answer = '{"access_token": "a", "expires_in": %s}' % life
            with self.subTest(life), Answering(200, "application/json", answer) as server:
                source = tokens(server)
                self.assertEqual(["a", "a"], [source(), source()])
                self.assertEqual(times, server.times)

    def test_a_token_that_the_service_refuses(self):
        answer = '{"access_token": "refused", "expires_in": 3600}'
        with Answering(200, "application/json", answer) as server:
            tokens = ClientCredentials(f"http://127.0.0.1:{server.server.server_port}", "id", "secret", POOL)
            for times in 1, 2:
                self.refused(401, Fejlkode.LogonFailed, KontaktinformationApi(URL, tokens, POOL).get_kontaktinformation, CPR)
                self.assertEqual(times, server.times)

    def test_refusals(self):
        api = service()
        self.refused(400, Fejlkode.InvalidCpr, api.get_kontaktinformation, "1")
        invalid = message(entry(MOBILE, "12"))
        error = self.refused(400, Fejlkode.UgyldigtMobiltelefonnummer, api.create_kontaktinformation, CPR, invalid)
        self.assertEqual("/kontaktinformationer/kontaktinformation/0/kontaktdata", error.problem.fejl[0].sti)
        self.refused(401, Fejlkode.LogonFailed, KontaktinformationApi(URL, lambda: "x", POOL).get_kontaktinformation, CPR)
        with self.assertRaisesRegex(ConnectionError, "401 invalid_client"):
            service("wrong").get_kontaktinformation(CPR)

    def test_what_a_later_version_adds(self):
        entries = [{"kontaktdata": "x", "kontaktdataType": 77, "kontaktdatastatus": 88, "nyt": {}}]
        answer = {"kontaktinformationer": {"kontaktinformation": entries}, "nyt": 1}
        with Answering(200, "application/json", json.dumps(answer)) as server:
            found = server.api.get_kontaktinformation(CPR).kontaktinformationer.kontaktinformation[0]
        self.assertIsInstance(found.kontaktdata_type, KontaktdataCodelList)
        self.assertEqual((77, 88, "77"), (found.kontaktdata_type, found.kontaktdatastatus, found.kontaktdata_type.name))
        self.assertEqual(77, entry(found.kontaktdata_type, "x").to_dict()["kontaktdataType"])
        problem = {"type": "urn:borgerkontakt:fejl:98765", "title": "Ny", "status": 409, "detail": "Ny",
                   "fejlkode": 98765, "fejltekst": "Ny", "sporingsId": "4bf92f3577b34da6a3ce929d0e0e4736"}
        with Answering(409, "application/problem+json", json.dumps(problem)) as server:
            self.refused(409, 98765, server.api.get_kontaktinformation, CPR)

    def test_answers_of_others(self):
        for status in 502, 503, 302, 200:
            with self.subTest(status), Answering(status, "text/html", "<h1>Hello</h1>") as server:
                with self.assertRaisesRegex(ApiError, f"^{status}: ") as raised:
                    server.api.get_kontaktinformation(CPR)
                self.assertIsNone(raised.exception.problem)
        with self.assertRaises(urllib3.exceptions.HTTPError) as raised:
            KontaktinformationApi("http://127.0.0.1:1", lambda: "x", POOL).get_kontaktinformation_mobil_nr("+4520120066")
        self.assertNotIn("20120066", str(raised.exception))

    def test_it_is_the_wheel(self):
        self.assertIn("site", Path(client.__file__).parts)


if __name__ == "__main__":
    unittest.main()
