"""This room's part of the pages of other rooms."""

from rapport.events.showing.gatherings import of_group, with_member, with_person
from rapport.kit.panels import Panel

GROUP = Panel("group", 200, of_group, "events/panels/group.html")
PERSON = Panel("person", 150, with_person, "events/panels/times_met.html", "aside")
PROFILE = Panel("profile", 600, with_member, "events/panels/times_met.html", "aside")
