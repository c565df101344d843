"""Parts of a page that change by themselves: the page asks now and then, and is told that nothing is new.

A part is `<section data-live="/posts/1/comments/" data-mark="...">`; `live.js` asks its address with the mark it shows,
while the page is looked at. Without scripts the page is simply as new as when it was asked for.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def live(request: HttpRequest, mark: str, template: str, context: Callable[[], dict[str, Any]]) -> HttpResponse:
    """204 if the part that asks shows the state `mark` already, else the part anew; `context` is made only then, and
    gets the mark besides. The mark must be cheap to tell: a count, a newest number."""
    if request.GET.get("mark") == mark:
        return HttpResponse(status=204)
    return render(request, template, {**context(), "mark": mark})
