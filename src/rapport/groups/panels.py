"""This room's part of Today and of the host's page."""

from rapport.groups.beside import invited, lately, waiting, without_organisers
from rapport.kit.panels import Panel

BESIDE = (
    Panel("today", 148, invited, "groups/panels/invited.html", "later"),
    Panel("today", 149, waiting, "groups/panels/waiting.html", "later"),
    Panel("today", 150, lately, "groups/panels/lately.html", "later"),
)
HOST = (Panel("host", 300, without_organisers, "groups/panels/without_organisers.html"),)
