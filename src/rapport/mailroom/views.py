"""Stopping the morning mail by the link in it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from rapport.mailroom.letters import account_of
from rapport.members.models import Member


@csrf_exempt  # mail programs post here by themselves (RFC 8058); the signed word is the permission
@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, word: str) -> HttpResponse:
    """Asks on GET, stops on POST. Whoever holds the mail may stop it and do nothing else."""
    account = account_of(word)
    if account is None:
        raise Http404
    if request.method == "POST":
        Member.objects.filter(account=account).update(mail_hour=None)
    return render(request, "mailroom/stop.html", {"is_stopped": request.method == "POST"})
