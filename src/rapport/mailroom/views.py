"""Stopping the morning mail by the link in it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from rapport.kit.stopping import answered
from rapport.mailroom.letters import account_of
from rapport.members.models import Member


@csrf_exempt  # mail programs post here by themselves (RFC 8058); the signed word is the permission
@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, word: str) -> HttpResponse:
    account = account_of(word)
    if account is None:
        raise Http404
    asleep = Member.objects.filter(account=account)
    return answered(request, "mailroom/stop.html", lambda: asleep.update(mail_hour=None))
