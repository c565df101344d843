"""Bo asked all members, Ann answered; Bo thanks Ann."""

import cast
from rapport.help.answering import answer
from rapport.help.asking import ask
from rapport.help.thanking import thank
from rapport.members.models import Member

RANK = 50


def fill(members: dict[str, Member]) -> None:
    ann, bo = members["ann"], members["bo"]
    question = ask(asker=bo, title="How do you price a boiler?", text="", now=cast.MORNING)
    given = answer(question, author=ann, text="By what it saves.", now=cast.MORNING)
    thank(by=bo, to=ann, text="The price held.", answer=given, now=cast.MORNING)
