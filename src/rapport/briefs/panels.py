"""This room's part of the pages of other rooms."""

from rapport.briefs.tonight import asks, tonight
from rapport.kit.panels import Panel

TONIGHT = Panel("today", 90, tonight, "briefs/panels/tonight.html", "aside", asks)
