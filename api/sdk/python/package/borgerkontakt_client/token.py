from __future__ import annotations

import json
import threading
import time
from typing import Any
from urllib.parse import quote_plus

import urllib3

DAY = 86_400


class ClientCredentials:
    """Gets tokens with a client's id and secret (RFC 6749, section 4.4).

    Keeps one until 30 seconds before it expires, a day at most, unless the service refuses it. Several threads may use
    it at once.
    """

    def __init__(self, url: str, client_id: str, secret: str, pool: urllib3.PoolManager | None = None) -> None:
        self._url = url
        self._headers = urllib3.make_headers(basic_auth=f"{quote_plus(client_id)}:{quote_plus(secret)}")
        self._pool = pool or urllib3.PoolManager()
        self._lock = threading.Lock()
        self._token: str = ""
        self._until = 0.0

    def __call__(self) -> str:
        """The kept token, or a new one; ConnectionError when there is none to be had."""
        with self._lock:
            if time.monotonic() >= self._until:
                asked = time.monotonic()
                answer = self._ask()
                self._token = answer["access_token"]
                life = answer.get("expires_in")
                self._until = asked + (min(DAY, life) if isinstance(life, (int, float)) else 0) - 30
            return self._token

    def _drop(self, refused: str) -> None:
        with self._lock:
            if refused == self._token:
                self._until = 0.0

    def _ask(self) -> dict[str, Any]:
        response = self._pool.request_encode_body(
            "POST",
            self._url,
            fields={"grant_type": "client_credentials"},
            encode_multipart=False,
            headers=dict(self._headers),
            redirect=False,
            retries=False,
            timeout=30,
        )
        try:
            parsed = json.loads(response.data)
        except ValueError:
            parsed = None
        answer: dict[str, Any] = parsed if isinstance(parsed, dict) else {}
        token = answer.get("access_token")
        if response.status != 200 or not isinstance(token, str) or not token:
            raise ConnectionError(f"no token: {response.status} {answer.get('error', 'no token in the answer')}")
        return answer
