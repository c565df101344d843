"""Stopping a kind of mail by the link in it, without signing in: whoever holds the mail may stop it, and do nothing
else."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@dataclass(frozen=True)
class StopLink:
    """`path` is the address before the signed word; a word signed with one `salt` opens nothing of another."""

    salt: str
    path: str

    def to(self, number: int) -> str:
        """The link for the row of this number."""
        return f"{self.path}{Signer(salt=self.salt).sign(str(number))}/"

    def number(self, word: str) -> int:
        """What the word in a link was signed for; 0, which no row has, for any other word."""
        try:
            return int(Signer(salt=self.salt).unsign(word))
        except BadSignature:
            return 0


def answered(request: HttpRequest, template: str, stop: Callable[[], object]) -> HttpResponse:
    """Asks on GET, stops on POST. `template` extends kit/stop.html."""
    if request.method == "POST":
        stop()
    return render(request, template, {"is_stopped": request.method == "POST"})
