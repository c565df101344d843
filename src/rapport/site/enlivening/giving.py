"""Members ask for advice and give it, thank, vouch, and write of one another."""

from rapport.help.answering import answer
from rapport.help.asking import ask, keep_as_resource, take
from rapport.help.models import Answer, Question
from rapport.help.thanking import show as show_thanks
from rapport.help.thanking import thank
from rapport.site.enlivening.stage import Stage
from rapport.town.hub.shapes import Plea
from rapport.trust.vouching import show, testify, vouch


def give(stage: Stage) -> None:
    _ask(stage)
    _thank(stage)
    for said in stage.hub.vouches:
        by, about = stage.members[said.by], stage.members[said.to]
        made = vouch(by=by, about=about, skill=said.about, how=said.text, now=said.at)
        show(made, is_shown=said.state == "shown")
    for said in stage.hub.testimonials:
        by, about = stage.members[said.by], stage.members[said.to]
        written = testify(by=by, about=about, context=said.about, text=said.text, now=said.at)
        if said.state != "asked":
            show(written, is_shown=said.state == "shown")


def _ask(stage: Stage) -> None:
    asked = {plea.key: (_put(stage, plea), plea) for plea in stage.hub.pleas}
    for said in stage.hub.answers:
        question, plea = asked[said.to]
        given: Answer = answer(question, author=stage.members[said.by], text=said.text, now=said.at)
        if said.state == "taken":
            take(question, given, now=said.at)
            keep_as_resource(question, plea.sort == "resource")


def _put(stage: Stage, plea: Plea) -> Question:
    kind, _, name = plea.to.partition(":")
    return ask(
        asker=stage.members[plea.by],
        title=plea.title,
        text=plea.text,
        group=stage.groups[name] if kind == "group" else None,
        to=[stage.members[name]] if kind == "to" else (),
        is_anonymous=plea.sort == "anonymous",
        now=plea.at,
    )


def _thank(stage: Stage) -> None:
    for said in stage.hub.thanks:
        audience, _, group = said.about.partition(":")
        given = thank(
            by=stage.members[said.by],
            to=stage.members[said.to],
            text=said.text,
            audience=audience,
            group=stage.groups[group] if group else None,
            now=said.at,
        )
        if said.state == "shown":
            show_thanks(given)
