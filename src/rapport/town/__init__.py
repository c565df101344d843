"""Port Amaranth: a made-up town for demo and tests, and the archives its people would bring; nothing of the product."""

from rapport.town.building import build
from rapport.town.hand import HandAct, Whom, by_hand
from rapport.town.render import render
from rapport.town.slices import Known, Slice, truth_of
from rapport.town.truth import Town, dump

__all__ = ["HandAct", "Known", "Slice", "Town", "Whom", "build", "by_hand", "dump", "render", "truth_of"]
