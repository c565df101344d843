"""The forms of a page as a browser would send them: every field with what stands in it, once for each button."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

from django.test import Client


class Sending(NamedTuple):
    action: str
    values: dict[str, str]


def sendings(client: Client, path: str) -> Iterator[Sending]:
    """All that can be sent from this page; what has to be typed is a word, or a day."""
    answer = client.get(path)
    if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
        page = _Page(path)
        page.feed(answer.content.decode())
        for form in page.forms:
            for button in form.buttons or [{}]:
                yield Sending(form.action, {**form.values, **button})


class _Form:
    def __init__(self, action: str) -> None:
        self.action, self.values, self.buttons = action, dict[str, str](), list[dict[str, str]]()


class _Page(HTMLParser):
    def __init__(self, path: str) -> None:
        super().__init__()
        self.path, self.forms = path, list[_Form]()
        self._is_inside, self._choosing = False, ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._is_inside = told.get("method", "").lower() == "post"
            self.forms += [_Form(told.get("action") or self.path)] if self._is_inside else []
        elif self._is_inside and tag == "option" and self._choosing:
            values = self.forms[-1].values
            values[self._choosing] = values[self._choosing] or told.get("value", "")
        elif self._is_inside and told.get("name", "csrfmiddlewaretoken") != "csrfmiddlewaretoken":
            self._field(tag, told)

    def handle_endtag(self, tag: str) -> None:
        self._is_inside = self._is_inside and tag != "form"
        self._choosing = "" if tag == "select" else self._choosing

    def _field(self, tag: str, told: dict[str, str]) -> None:
        name, value, kind = told["name"], told.get("value", ""), told.get("type", "text")
        if tag == "button" or kind == "submit":
            self.forms[-1].buttons.append({name: value})
        elif tag == "select":
            self._choosing = name
            self.forms[-1].values.setdefault(name, "")
        elif kind in ("checkbox", "radio"):
            self.forms[-1].values.setdefault(name, value or "on")
        else:
            self.forms[-1].values[name] = value or ("2026-11-19" if kind == "date" else "words")
