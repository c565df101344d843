"""What gatherings tell of people is written down once their facts have changed."""

from rapport.introductions.gathered import overhear
from rapport.kit.aftermath import Aftermath

OVERHEARD = Aftermath(30, overhear)
