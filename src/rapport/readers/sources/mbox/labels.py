"""Folder and label names of mail programs and Gmail, in the languages they are exported in."""

import re
from collections.abc import Iterable
from typing import Literal

Role = Literal["sent", "spam", "trash", "drafts", "chat", "promotions"]

_NAMES: dict[Role, str] = {
    "sent": """sent, sent mail, sent items, sent messages, gesendet, gesendete objekte, gesendete elemente, envoyé,
        envoyés, messages envoyés, éléments envoyés, enviado, enviados, mensajes enviados, elementos enviados,
        verzonden, verzonden items, inviato, inviati, posta inviata, enviada, enviadas, e mails enviados, skickat,
        skickade, skickade objekt, sendt, sendte, sendt post, sendte elementer, lähetetyt, wysłane, odeslané, odoslané,
        elküldött, elküldött elemek, trimise, отправленные, отправлено, надіслані, gönderilmiş postalar, gönderilenler,
        gönderilmiş öğeler, 送信済み, 送信済みメール, 送信済みアイテム, 已发送, 已发邮件, 已發送, 寄件備份, 보낸편지함,
        보낸 편지함, 보낸메일함, البريد المرسل, المرسلة, דואר יוצא, נשלח, भेजे गए, भेजी गई, seolta""",
    "spam": """spam, junk, junk e mail, junk email, bulk mail, courrier indésirable, indésirables, pourriel, pourriels,
        correo no deseado, no deseado, ongewenste e mail, ongewenst, posta indesiderata, lixo eletrônico, skräppost,
        søppelpost, søppel e post, uønsket e mail, uønsket, roskaposti, nevyžádaná pošta, levélszemét, спам,
        нежелательная почта, istenmeyen, istenmeyen posta, önemsiz e posta, 迷惑メール, 垃圾邮件, 垃圾郵件, 스팸,
        스팸함, 스팸메일함, البريد غير المرغوب فيه, الرسائل غير المرغوب فيها, ספאם, דואר זבל, स्पैम, turscar""",
    "trash": """trash, bin, deleted items, deleted messages, deleted, papierkorb, gelöschte objekte, gelöschte elemente,
        corbeille, éléments supprimés, messages supprimés, papelera, elementos eliminados, prullenbak,
        verwijderde items, cestino, posta eliminata, lixeira, lixo, itens excluídos, papperskorgen, borttaget,
        borttagna objekt, papirkurv, papirkurven, slettet post, slettede elementer, roskakori,
        poistetut, kosz, koš, kôš, odstraněná pošta, kuka, lomtár, coș de gunoi, корзина, удаленные, кошик,
        çöp kutusu, silinmiş öğeler, ゴミ箱, 削除済みアイテム, 已删除, 已删除邮件, 垃圾桶, 휴지통, المهملات,
        سلة المهملات, אשפה, ट्रैश, bruscar""",
    "drafts": """draft, drafts, entwurf, entwürfe, brouillon, brouillons, borrador, borradores, concept, concepten,
        bozza, bozze, rascunho, rascunhos, utkast, kladde, kladder, luonnos, luonnokset, wersje robocze, szkice,
        koncept, koncepty, rozepsané, piszkozat, piszkozatok, ciorne, черновик, черновики, чернетки, taslak,
        taslaklar, 下書き, 草稿, 草稿匣, 임시보관함, 임시 보관함, المسودات, مسودات, טיוטות, ड्राफ़्ट, dréachtaí""",
    "chat": """chat, chats, hangouts, google chat, tchat, chattar, chatter, czat, czaty, чат, чаты, чати, sohbet,
        sohbetler, チャット, 聊天, 即時通訊, 채팅, الدردشة, צ אט, चैट""",
    "promotions": """promotions, promotion, werbung, promociones, reclame, promoties, aanbiedingen,
        promozioni, promoções, kampanjer, reklam, reklame, kampagner, tilbud, mainokset, kampanjat, tarjoukset, oferty,
        promocje, promoce, reklamy, promócie, promóciók, hirdetések, promoții, промоакции, промоции, промоакції,
        рекламні акції, promosyonlar, tanıtımlar, プロモーション, 推广, 推廣, 促销, 促銷, 促銷內容, 프로모션,
        العروض الترويجية, عروض, קידומי מכירות, מבצעים, प्रचार, प्रमोशन""",
}
_CATEGORY = re.compile(
    "(category|kategorie|catégorie|categoría|categorie|categoria|kategori|luokka|kategoria|kategória|kategorija|категория"
    "|категорія|カテゴリ|类别|類別|分類|카테고리|الفئة|فئة|קטגוריה|श्रेणी|catagóir) ?(.*)"
)
_NO_LETTERS = re.compile(r"[\W_]+")


def _plain(name: str) -> str:
    return _NO_LETTERS.sub(" ", name.casefold()).strip()


_ROLES: dict[str, Role] = {_plain(name): role for role, names in _NAMES.items() for name in names.split(",")}


def roles(names: Iterable[str]) -> frozenset[Role]:
    """What the labels or folders called `names` say of a mail. Promotions only as Gmail's own category."""
    found: set[Role] = set()
    for name in map(_plain, names):
        category = _CATEGORY.fullmatch(name)
        role = _ROLES.get(category[2] if category else name)
        if role and (role == "promotions") == bool(category):
            found.add(role)
    return frozenset(found)
