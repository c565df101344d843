"""`rapport round`: a member's round of a day, as a list or as JSON."""

import json
from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from typing import Any

from rapport.kit import clock
from rapport.kit.commands import CommandError, PlainCommand
from rapport.members.models import Member
from rapport.rounds.today import Round, the_round
from rapport.site.starting import make_ready


class Command(PlainCommand):
    help = "Print a member's round of a day. The same input gives the same round."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--member", required=True, metavar="NAME", help="whose round")
        parser.add_argument("--on", type=_day, metavar="DATE", help="of this day (default: today)")
        parser.add_argument("--minutes", type=_minutes, help="that fit into so many minutes")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        make_ready()
        member = Member.objects.filter(handle=options["member"].lower()).first()
        if member is None:
            raise CommandError(f"There is no member called {options['member']}.")
        on = options["on"] or clock.today(member.zone)
        found = the_round(member, on=on, minutes=options["minutes"] or member.minutes, now=clock.now())
        if options["json"]:
            self.stdout.write(json.dumps(as_json(member, found), ensure_ascii=False))
            return
        for act in found.acts:
            self.stdout.write(f"{act.act}\n  {act.reason}")
            if act.opener:
                self.stdout.write(f"  \u201c{act.opener}\u201d")
        self.stdout.write(found.closing)


def as_json(member: Member, found: Round) -> dict[str, Any]:
    """The contract's JSON of `round --json`."""
    acts = [
        {
            "kind": act.kind,
            "lane": act.lane,
            "people": [str(person.number) for person in act.people],
            "reason": act.reason,
            "minutes": act.minutes,
            "act": act.act,
            "opener": act.opener,
            "channel": act.channel,
            "url": act.url,
        }
        for act in found.acts
    ]
    return {
        "member": member.handle,
        "on": found.on.isoformat(),
        "minutes": found.minutes,
        "acts": acts,
        "closing": found.closing,
    }


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError("write the day like 2026-11-19") from error


def _minutes(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 240:
        raise ArgumentTypeError("choose between 1 and 240 minutes")
    return int(text)
