"""Bringing archives in: drop, look, say yes, leave and come back, undo."""

from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rapport.archives.intake import drop
from rapport.archives.jobs import commit_intake, read_intake, undo_batch
from rapport.archives.models import Intake
from rapport.archives.uploading import TooLargeError, upload
from rapport.archives.wording import ASKED, counted, what_is_done
from rapport.kit.clock import now
from rapport.kit.jobs import later
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import book_of, row_of
from rapport.people.models import Batch
from rapport.sameness.reviewing import waiting

UNDER_WAY = ("waiting", "reading", "committing")


@for_members
@require_http_methods(["GET", "POST"])
def imports(request: MemberRequest) -> HttpResponse:
    """The drop, and what was brought in before."""
    book = book_of(request)
    if request.method == "POST":
        return _dropped(request)
    context = {
        "intakes": Intake.objects.filter(book=book).exclude(state__in=("done", "dropped")).order_by("-began_at")[:20],
        "batches": Batch.objects.filter(book=book).exclude(state="open").order_by("-began_at")[:50],
        "counted": counted,
    }
    return render(request, "archives/imports.html", context)


def _dropped(request: MemberRequest) -> HttpResponse:
    files = [file for file in request.FILES.getlist("files") if isinstance(file, UploadedFile)]
    if not files:
        messages.error(request, _("Choose at least one file."))
        return redirect("/imports/")
    try:
        intake = upload(book_of(request), files, now=now())
    except TooLargeError:
        messages.error(request, _("The page takes up to 2 GB at once. The command line takes more."))
        return redirect("/imports/")
    except OSError:
        messages.error(request, _("There is no room for this on the disk. Nothing of it was kept."))
        return redirect("/imports/")
    later(read_intake, intake=intake.pk)
    return redirect(intake.path)


@for_members
@require_safe
def intake(request: MemberRequest, number: int) -> HttpResponse:
    """One intake, whatever its state; asks for itself again while something is under way."""
    found = row_of(request, Intake, number, "batch")
    context = {
        "intake": found,
        "is_under_way": found.state in UNDER_WAY,
        "doing": what_is_done(found),
        "files": found.report.get("files", []),
        "asks": _asks(found),
        "namesakes": sum(row.get("namesakes", 0) for row in found.report.get("files", [])),
        "reviews": len(waiting(found.book, now())) if found.state == "done" else 0,
    }
    template = "archives/_intake.html" if request.headers.get("HX-Request") else "archives/intake.html"
    return render(request, template, context)


@for_members
@require_POST
def answer(request: MemberRequest, number: int) -> HttpResponse:
    """Yes, no, or other choices: then it is read again with them."""
    found = row_of(request, Intake, number, "batch")
    if found.state != "preview":
        return redirect(found.path)
    answers = {ask["what"]: request.POST[ask["what"]] for ask in _asks(found) if request.POST.get(ask["what"])}
    chosen = {
        "answers": answers,
        "keep_text": "keep_text" in request.POST,
        "namesakes": "namesakes" in request.POST,
    }
    if request.POST.get("say") == "no":
        drop(found, now=now())
        messages.info(request, _("Nothing was brought in."))
        return redirect("/imports/")
    is_new = not _was_read_so(found, answers)
    found.choices = chosen
    found.state = "reading" if is_new or request.POST.get("say") == "again" else "committing"
    found.save(update_fields=["choices", "state"])
    if found.state == "reading":
        messages.info(request, _("It is read again with your answers. Look once more, then bring it in."))
    later(read_intake if found.state == "reading" else commit_intake, intake=found.pk)
    return redirect(found.path)


@for_members
@require_POST
def undo(request: MemberRequest, number: int) -> HttpResponse:
    """Take a batch out again."""
    batch = row_of(request, Batch, number)
    if batch.state == "done":
        Batch.objects.filter(pk=batch.pk).update(state="undoing")
        later(undo_batch, batch=batch.pk)
        messages.info(request, _("It is being taken out. What you touched by hand stays."))
    return redirect("/imports/")


def _was_read_so(found: Intake, answers: dict[str, str]) -> bool:
    """Whether every file was read as now answered: by an answer of before, else by the reader's own guess."""
    given = found.choices.get("answers", {})
    asked = [ask for row in found.report.get("files", []) for ask in row.get("asks", [])]
    return all(given.get(ask["what"], ask["guess"]) == answers.get(ask["what"], ask["guess"]) for ask in asked)


def _asks(found: Intake) -> list[dict[str, Any]]:
    """Questions of all files, each once, with the answer given or the guess."""
    given = found.choices.get("answers", {})
    asked: dict[str, dict[str, Any]] = {}
    for row in found.report.get("files", []):
        for ask in row.get("asks", []):
            chosen = given.get(ask["what"], ask["guess"])
            asked.setdefault(
                ask["what"],
                {
                    **ask,
                    "title": ASKED.get(ask["what"], ask["what"]),
                    "chosen": chosen,
                    "pairs": [(o, o, "") for o in ask["options"]],
                },
            )
    return list(asked.values())
