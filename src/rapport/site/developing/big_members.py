"""Many members at once, for large hubs: invented, the same every time, made by plain inserts."""

from datetime import datetime
from random import Random

from django.core.management import call_command

from rapport.kit.bulk import insert
from rapport.members.models import Account, Member
from rapport.site.developing.big import GIVEN, NOW, family


def big_members(count: int, *, joined: datetime = NOW) -> list[int]:
    """Ids of that many members, m0 and so on; what members there are already stay."""
    call_command("migrate", verbosity=0)
    random = Random(7)  # noqa: S311 - nothing secret
    accounts = [(f"m{n}@big.example", "!", True, joined) for n in range(count)]
    insert(Account, ("email", "password", "is_active", "joined_at"), accounts)
    held = Account.objects.filter(member=None).order_by("pk").values_list("pk", flat=True)
    columns = ("account_id", "handle", "name", "is_host", "zone", "language", "region", "minutes", "theme")
    rows = [
        (pk, f"m{n}", f"{random.choice(GIVEN)} {family(random)}", False, "UTC", "en", "", 15, "")
        for n, pk in enumerate(held)
    ]
    insert(Member, columns, rows)
    made = Member.objects.filter(account__email__startswith="m", account__email__endswith="@big.example")
    return list(made.order_by("pk").values_list("pk", flat=True))
