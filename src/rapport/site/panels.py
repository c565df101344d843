"""On the host's page: whether the hub is well, and its backups."""

from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest
from django.template.defaultfilters import filesizeformat

from rapport.kit.panels import Panel
from rapport.site.backups.rotating import KEPT, kept
from rapport.site.health import signs


def _health(request: HttpRequest, _: object) -> dict[str, Any]:
    return {"signs": signs()}


def _backups(request: HttpRequest, _: object) -> dict[str, Any]:
    files = [
        (path.name, datetime.fromtimestamp(path.stat().st_mtime, UTC), filesizeformat(path.stat().st_size))
        for path in kept()
    ]
    return {"files": files[::-1], "kept": KEPT}


HEALTH = Panel("host", 10, _health, "site/_health.html")
BACKUPS = Panel("host", 20, _backups, "site/_backups.html")
