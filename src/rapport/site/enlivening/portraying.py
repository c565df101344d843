"""Members show what they look like."""

from rapport.kit.pictures.small import small
from rapport.profiles.portrait import ROW, hang
from rapport.site.enlivening.stage import Stage
from rapport.town.portraits import portrait


def portray_all(stage: Stage) -> None:
    """Drawn anew as every photo is, though in this process: these come from nobody, and a process for each would take
    half a minute."""
    for one in stage.hub.likenesses:
        picture = small(portrait(one.look))
        row = small(picture, ROW)
        hang(member=stage.members[one.handle], picture=picture, small=row, audience=one.audience)
