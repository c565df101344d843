"""What an act of this room does not allow, said in one plain sentence for whoever asked."""

from django.utils.functional import Promise


class Refused(Exception):
    """`str` of it is the sentence for the page."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(sentence)
        self.sentence = sentence

    def __str__(self) -> str:
        return str(self.sentence)
