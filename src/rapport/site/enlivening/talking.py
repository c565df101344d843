"""Members write, answer one another, follow tags, and write to one another."""

from rapport.members.audience import Audience
from rapport.site.enlivening.stage import Stage
from rapport.talk.commenting import comment
from rapport.talk.posting import Wording, write
from rapport.talk.tags import follow_tag
from rapport.threads.messaging import mark_read, write_to
from rapport.threads.models import Side

AUDIENCES = {"everyone": Audience.EVERYONE, "members": Audience.MEMBERS, "group": Audience.MEMBERS}


def talk(stage: Stage) -> None:
    for said in stage.hub.posts:
        group = stage.groups[said.group] if said.audience == "group" else None
        wording = Wording(said.body, said.title, AUDIENCES[said.audience], group)
        stage.posts[said.key] = write(author=stage.members[said.by], wording=wording, now=said.at)
    for said in stage.hub.comments:
        thread = stage.comments.setdefault(said.key, [])
        parent = thread[said.parent - 1] if said.parent else None
        author, post = stage.members[said.by], stage.posts[said.key]
        thread.append(comment(post=post, author=author, body=said.body, parent=parent, now=said.at))
    for pair in stage.hub.tags:
        follow_tag(by=stage.members[pair.one], word=pair.other, now=pair.at)
    for letter in stage.hub.messages:
        by, to = stage.members[letter.by], stage.members[letter.to]
        write_to(other=to, by=by, body=letter.text, now=letter.at)
        side = Side.objects.select_related("thread").get(member=by, other=to)
        mark_read(thread=side.thread, by=by)
