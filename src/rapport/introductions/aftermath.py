"""What gatherings tell of people is written down once their facts have changed, and before it is searched."""

from rapport.introductions.gathered import overhear
from rapport.kit.aftermath import Aftermath

OVERHEARD = Aftermath(25, overhear)
