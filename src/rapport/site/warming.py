"""The first visits of a server, paid before its processes are forked: what they load and make ready is then there once,
and the first reader waits no longer than the second."""

from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest

from rapport.members.models import Account
from rapport.people.models import Book
from rapport.site.wsgi import application

FOR_ALL = ("/", settings.LOGIN_URL)
FOR_MEMBERS = ("/", "/today/beside/", "/people/", "/people/1/", "/talk/", "/groups/", "/events/", "/search/?q=a")


def warm_up() -> None:
    """Ask for pages as nobody and as some member who has been here, and throw them away. Reading a page writes nothing,
    and one that fails is a page that says so."""
    for path in FOR_ALL:
        _ask(path, None)
    been_here = Account.objects.filter(is_active=True, member__in=Book.objects.values("owner"))
    account = been_here.select_related("member").order_by("pk").first()
    for path in FOR_MEMBERS if account else ():
        _ask(path, account)


def _ask(path: str, account: Account | None) -> None:
    address, _, query = path.partition("?")
    visit = {"PATH_INFO": address, "QUERY_STRING": query, "HTTP_HOST": "127.0.0.1"}
    setup_testing_defaults(visit)
    request = WSGIRequest(visit)
    if account is not None:
        vars(request)["_cached_user"] = account  # as if they were signed in; there is no session
    application.get_response(request).close()
