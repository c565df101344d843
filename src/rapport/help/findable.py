"""By which words a question is found (its title and text, never by whoever asks) and an answer to it; one taken back
by none."""

from collections.abc import Iterator, Sequence

from rapport.help.models import Answer, Question
from rapport.kit.fts import Entry, Line
from rapport.kit.prose import markdown, plain
from rapport.kit.shelf import Shelf


def _entries(questions: Sequence[Question]) -> Iterator[Entry]:
    for question in questions:
        yield Entry(question.pk, [question.title], [Line("text", plain(markdown(question.text)))])


QUESTIONS = Shelf(7, lambda: Question.objects.filter(withdrawn_at=None), _entries)
ANSWERS = Shelf(
    10,
    lambda: Answer.objects.filter(question__withdrawn_at=None),
    lambda answers: [Entry(one.pk, [], [Line("text", plain(markdown(one.text)))]) for one in answers],
)
