"""Who is erased is not found any more."""

from rapport.kit.erasing import Erasure
from rapport.people.unlisting import unlist

UNLISTED = Erasure(unlist)
