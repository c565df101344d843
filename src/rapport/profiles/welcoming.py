"""A new member is found in the directory by name."""

from rapport.kit.welcoming import Welcome
from rapport.profiles.findable import index

LISTED = Welcome(lambda member: index([member]))
