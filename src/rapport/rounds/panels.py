"""What stands beside the morning's cards."""

from rapport.kit.panels import Panel
from rapport.rounds.beside import asks, birthdays, lately, look_at, tonight

BESIDE_TODAY = (
    Panel("today", 100, tonight, "rounds/panels/tonight.html", "aside", asks),
    Panel("today", 200, lately, "rounds/panels/lately.html", "aside"),
    Panel("today", 300, birthdays, "rounds/panels/birthdays.html", "aside"),
    Panel("today", 900, look_at, "rounds/panels/look_at.html", "aside"),
)
