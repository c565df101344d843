"""The form of what was written down already, with what another window made of it meanwhile."""

from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rapport.kit.versions import standing, version


def render_edit(request: HttpRequest, form: Form, context: dict[str, Any], *, late: bool) -> HttpResponse:
    """`late`: it was changed elsewhere since this page was opened, and nothing of this was kept."""
    shown = {"form": form, "was": version(form), "late": standing(form) if late else []}
    status = 422 if form.errors else 409 if late else 200
    return render(request, "ledger/edit.html", shown | context, status=status)
