from __future__ import annotations

from borgerkontakt_client.models import Problem


class ApiError(Exception):
    """An answer that is not a success. Its text holds no personal data."""

    def __init__(self, status: int, text: str, problem: Problem | None, retry_after: int | None) -> None:
        self.status = status
        """The answer's HTTP status."""
        self.problem = problem
        """The service's account, with fejlkode, fejltekst, sporings_id and fejl; None when another one answered."""
        self.retry_after = retry_after
        """Seconds to wait before the next try; None when the answer doesn't say."""
        if problem is not None:
            text = f"{int(problem.fejlkode)} {problem.fejltekst} (sporingsId {problem.sporings_id})"
            for fejl in problem.fejl or []:
                text += f"; {fejl.sti}: {int(fejl.fejlkode)} {fejl.tekst}"
        super().__init__(f"{status}: {text}")
