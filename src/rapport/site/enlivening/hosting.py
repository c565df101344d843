"""What the host did and has to do: the hub's own words, reports, and who asks to be let in."""

from datetime import timedelta

from rapport.hosting.reporting import report, settle
from rapport.hosting.starting import write_links
from rapport.members.joining import ask_to_come_in
from rapport.members.models import Hub as TheHub
from rapport.site.enlivening.stage import Stage


def host(stage: Stage) -> None:
    hub = stage.hub
    settled = {"name": hub.name, "place": hub.place, "about": hub.about, "terms": hub.terms, "joining": "request"}
    TheHub.objects.update_or_create(pk=1, defaults={**settled, "invitations_a_week": 3, "settled_at": hub.opened})
    write_links(hub.starter)
    for one in hub.arriving:
        ask_to_come_in(name=one.by, email=one.to, why=one.text, now=one.at)
    for said in hub.reports:
        subject = _subject(stage, said.to)
        report(by=stage.members[said.by], subject=subject, why=said.text, now=said.at)
        if said.state:
            is_dismissed, at = said.state == "dismissed", said.at + timedelta(hours=4)
            settle(subject=subject, host=stage.members["mo"], is_dismissed=is_dismissed, why=said.about, now=at)


def _subject(stage: Stage, told: str) -> str:
    """`post:shop` or `comment:noshow/2` in the truth's own keys."""
    kind, _, key = told.partition(":")
    if kind == "post":
        return f"post:{stage.posts[key].pk}"
    post, _, place = key.partition("/")
    return f"comment:{stage.comments[post][int(place) - 1].pk}"
