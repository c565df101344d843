"""What a member did on the hub, as `rapport-hub/1`: every row of theirs that a room declares to be theirs.

Members are named by their handles, other rows by kind and number (`group:3`); what only the machine uses is left out.
"""

import base64
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any

from django.db.models import BinaryField, Field, Model

from rapport.kit.holdings import Holding, holdings
from rapport.members.models import Member

FORMAT = "rapport-hub/1"
UNSAID = frozenset(("id", "digest", "key", "html", "lead"))
# What somebody else silently refused or left alone looks like waiting here too.
SILENT = frozenset(("state", "ignored_at", "declined_at", "settled_at", "withdrawn_at"))


def doings_json(member: Member, on: date) -> Iterator[bytes]:
    """In pieces, a row a line; the same rows on the same day give the same bytes."""
    head = {"format": FORMAT, "member": member.handle, "name": member.name, "on": on.isoformat()}
    yield json.dumps(head, ensure_ascii=False)[:-1].encode("utf-8", "replace")
    for key, declared in declared_by_key().items():
        yield f",\n{json.dumps(key)}: [".encode()
        for place, row in enumerate(row for holding in declared for row in _rows(holding, member)):
            written = ("," if place else "") + "\n" + json.dumps(row, ensure_ascii=False)
            yield written.encode("utf-8", "replace")
        yield b"]"
    yield b"}\n"


@cache
def declared_by_key() -> dict[str, list[Holding]]:
    """The rooms' declarations by the word their rows stand under."""
    found: dict[str, list[Holding]] = {}
    for holding in holdings():
        if holding.export.startswith("hub."):
            found.setdefault(holding.export.removeprefix("hub."), []).append(holding)
    return found


def _rows(holding: Holding, member: Member) -> Iterator[dict[str, Any]]:
    manager: Any = holding.model._default_manager
    fields = [field for field in holding.model._meta.fields if field.name not in UNSAID | SILENT]
    related = [field.name for field in fields if field.related_model is Member]
    rows = manager.filter(**{holding.owner_path: member}).select_related(*related).order_by("pk")
    for row in rows.iterator(chunk_size=500):
        yield {field.name: said for field in fields if (said := _said(field, row)) not in (None, "")}


def _said(field: "Field[Any, Any]", row: Model) -> Any:
    value = getattr(row, field.attname)
    if value is None or field.related_model is Member:
        return None if value is None else getattr(row, field.name).handle
    if field.is_relation and field.related_model is not None:
        return f"{field.related_model._meta.model_name}:{value}"
    if isinstance(field, BinaryField):
        return base64.b64encode(bytes(value)).decode()
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date | time) else value
