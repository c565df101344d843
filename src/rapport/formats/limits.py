"""How much of somebody's file is read before Rapport says no."""

from dataclasses import dataclass

from rapport.kit.confine import Walls

KIB, MIB, GIB = 1 << 10, 1 << 20, 1 << 30


@dataclass(frozen=True)
class Limits:
    """Sizes in bytes, times in seconds; a test or a host with little room passes smaller ones."""

    members_listed: int = 200_000
    directory_bytes: int = 64 * MIB  # of a zip's table of contents
    member_bytes: int = 4 * GIB
    mailbox_bytes: int = 16 * GIB  # a mailbox is streamed, so it may be long
    inflated_bytes: int = 8 * GIB  # of all members of zips that are read
    ratio: int = 200
    ratio_from: int = 10 * MIB  # below this size any ratio is harmless
    memory: int = 512 * MIB
    cpu_seconds: int = 60  # for each `cpu_bytes` to be read, and at least once
    cpu_bytes: int = 100_000_000
    wall_factor: int = 4  # a machine under load gives less than a whole core
    staged_bytes: int = 4 * GIB

    def cpu(self, size: int) -> int:
        """Seconds of CPU allowed for `size` bytes."""
        return self.cpu_seconds * max(1, -(-size // self.cpu_bytes))

    @property
    def walls(self) -> Walls:
        """What the reading process may use."""
        return Walls(self.memory, self.cpu(0), self.cpu(self.mailbox_bytes), self.staged_bytes)
