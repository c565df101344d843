"""Labels and folders in the languages people have."""

import pytest

from rapport.readers.sources.mbox.labels import roles


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Spam", "spam"), ("Junk E-mail", "spam"), ("Courrier indésirable", "spam"), ("迷惑メール", "spam"),
        ("Trash", "trash"), ("Papierkorb", "trash"), ("Corbeille", "trash"), ("Корзина", "trash"),
        ("Sent", "sent"), ("Sent Messages", "sent"), ("Gesendet", "sent"), ("Envoyé", "sent"), ("Verzonden", "sent"),
        ("Drafts", "drafts"), ("Entwürfe", "drafts"), ("Brouillons", "drafts"), ("Chat", "chat"),
        ("Category Promotions", "promotions"), ('Kategorie: "Werbung"', "promotions"),
        ("Catégorie\xa0: Promotions", "promotions"), ("Categoría: Promociones", "promotions"),
        ("カテゴリ: プロモーション", "promotions"), ("类别：推广", "promotions"), ("Kategori: Kampanjer", "promotions"),
    ],
)  # fmt: skip
def test_a_label_has_its_role_in_any_language(label, role):
    assert roles([label]) == {role}


@pytest.mark.parametrize("label", ["Inbox", "Promotions", "Family/Jessica", "Category Personal", "", "Spam and Trash"])
def test_other_labels_say_nothing(label):
    assert roles([label]) == frozenset()
