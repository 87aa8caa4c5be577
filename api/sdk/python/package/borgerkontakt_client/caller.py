from __future__ import annotations

import json
import re
from typing import Any, Callable, Mapping, TypeVar
from urllib.parse import quote

import urllib3

from borgerkontakt_client.errors import ApiError
from borgerkontakt_client.models import Problem
from borgerkontakt_client.token import ClientCredentials
from borgerkontakt_client.version import USER_AGENT

T = TypeVar("T")


class Caller:
    """Sends calls to the service.

    Redirects are not followed: the headers name a citizen, and no other host is to see them. Nothing is repeated.
    """

    def __init__(
        self,
        base_url: str,
        tokens: Callable[[], str],
        pool: urllib3.PoolManager | None = None,
        timeout: float = 30,
    ) -> None:
        self._base_url = base_url.rstrip("/")
        self._tokens = tokens
        self._pool = pool or urllib3.PoolManager()
        self._timeout = timeout

    def _send(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str | int | None],
        message: dict[str, Any] | None,
    ) -> urllib3.HTTPResponse:
        sent = {name: _text(name, value) for name, value in headers.items() if value is not None}
        token = self._tokens()
        sent["Authorization"] = _text("Authorization", "Bearer " + token)
        sent["Accept"] = "application/json, application/problem+json"
        sent["User-Agent"] = USER_AGENT
        if message is not None:
            sent["Content-Type"] = "application/json"
        response = self._pool.request(
            method,
            self._base_url + path,
            headers=sent,
            body=None if message is None else json.dumps(message).encode(),
            redirect=False,
            retries=False,
            timeout=self._timeout,
        )
        if response.status == 401 and isinstance(self._tokens, ClientCredentials):
            self._tokens._drop(token)
        if not 200 <= response.status < 300:
            raise _error(response)
        return response

    def _read(self, response: urllib3.HTTPResponse, read: Callable[[dict[str, Any]], T]) -> T:
        try:
            return read(json.loads(response.data))
        except (AttributeError, KeyError, TypeError, ValueError):
            raise ApiError(response.status, "an answer that is not as the contract says", None, None) from None


def fill(path: str, name: str, value: str) -> str:
    if value in (".", ".."):  # urllib3 would take the step, and the call would go to another address
        raise ValueError(f"{name} is a step in the path, and not a value")
    return path.replace("{" + name + "}", quote(value, safe=""))


def _text(name: str, value: str | int) -> str:
    text = value if isinstance(value, str) else str(int(value))
    if not re.fullmatch(r"[\x20-\x7e\t]*", text):  # the library's own error would tell the value
        raise ValueError(f"{name} has characters that no header may have")
    return text


def _error(response: urllib3.HTTPResponse) -> ApiError:
    problem = None
    if response.headers.get("Content-Type", "").startswith("application/problem+json"):
        try:
            problem = Problem.from_dict(json.loads(response.data))
        except (AttributeError, KeyError, TypeError, ValueError):
            pass
    wait = response.headers.get("Retry-After", "")
    return ApiError(response.status, "an answer without a problem", problem, int(wait) if wait.isdecimal() else None)
