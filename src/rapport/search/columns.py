"""Small sets that need no index: their rows hold a folded name, which is looked through."""

from django.db.models import Q


def holding(word: str) -> Q:
    """Rows whose `folded` holds the folded word: anywhere, one or two letters alone at the beginning of a word."""
    return Q(folded__contains=word) if len(word) >= 3 else Q(folded__startswith=word) | Q(folded__contains=f" {word}")
