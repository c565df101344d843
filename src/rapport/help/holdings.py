"""What this room holds about members, and what becomes of it."""

from rapport.help.models import Answer, Question, QuestionTo, Thanks
from rapport.kit.holdings import Holding

HELD = (
    Holding(Question, "asker", export="hub.questions", erase="keep"),
    Holding(QuestionTo, "question__asker", export="hub.questions_to", erase="keep"),
    Holding(Answer, "author", export="hub.answers", erase="keep"),
    Holding(Thanks, "by", export="hub.thanks", erase="keep"),
)
