"""What platforms and sources are called on pages."""

from urllib.parse import quote

from django.utils.translation import gettext_lazy as _

LABELS = {
    "email": _("E-mail"),
    "phone": _("Telephone"),
    "linkedin": "LinkedIn",
    "facebook": "Facebook",
    "instagram": "Instagram",
    "x": "X",
    "mastodon": "Mastodon",
    "bluesky": "Bluesky",
    "whatsapp": "WhatsApp",
    "telegram": "Telegram",
    "signal": "Signal",
    "threads": "Threads",
    "github": "GitHub",
    "tiktok": "TikTok",
    "youtube": "YouTube",
    "medium": "Medium",
    "web": _("Web page"),
    "hub": _("here"),
}
SOURCES = {
    "hand": _("written by you"),
    "note": _("from your notes"),
    "vcard": _("a vCard"),
    "vcards": _("contacts"),
    "google": "Google",
    "mbox": _("mail"),
    "ics": _("a calendar"),
    "csv_table": _("a table"),
    "rapport": _("a Rapport export"),
    "hub": _("what happened here"),
}


def platform_label(platform: str) -> str:
    """`linkedin` is LinkedIn; one we have no name for is shown as it came."""
    return str(LABELS.get(platform) or platform.replace("_", " ").title())


def source_label(source: str) -> str:
    """The archive kind as people call it."""
    return str(SOURCES.get(source) or platform_label(source))


def href(platform: str, handle: str, url: str) -> str:
    """Where a way leads when pressed: mailto, tel, or a page by http(s); empty where it leads nowhere."""
    if platform == "email":
        return f"mailto:{quote(handle, safe='@.+-_')}"
    if platform == "phone":
        return f"tel:{handle.partition(';')[0]}"
    return url if url.startswith(("https://", "http://")) else ""
