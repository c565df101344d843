"""LinkedIn downloads of five eras: which files each holds, and the two that went through a spreadsheet."""

from collections.abc import Callable

from rapport.town.render.linkedin_asking import endorsements, invitations, recommendations
from rapport.town.render.linkedin_messages import messages
from rapport.town.render.linkedin_own import notes, own_tables, uploaded
from rapport.town.render.linkedin_people import connections, excel_connections, semicolon_connections
from rapport.town.render.sight import Sight
from rapport.town.render.tables import bundle
from rapport.town.words import rows

_SPREADSHEETS: dict[str, Callable[[Sight], bytes]] = {
    "excel": excel_connections,
    "semicolon": semicolon_connections,
}
_LATEST = "2026-03"


def linkedin(sight: Sight) -> bytes:
    """The zip of the paper's era, or the one table that a spreadsheet program saved."""
    if sight.paper.shape in _SPREADSHEETS:
        return _SPREADSHEETS[sight.paper.shape](sight)
    members = {
        "Connections.csv": connections(sight),
        "messages.csv": messages(sight),
        "Invitations.csv": invitations(sight),
        "Endorsement_Received_Info.csv": endorsements(sight, is_received=True),
        "Endorsement_Given_Info.csv": endorsements(sight, is_received=False),
        "Recommendations_Received.csv": recommendations(sight, is_received=True),
        "Recommendations_Given.csv": recommendations(sight, is_received=False),
        **own_tables(sight),
    }
    if sight.paper.shape == _LATEST:
        members |= {"Notes.csv": notes(sight), "ImportedContacts.csv": uploaded(sight)}
        members |= {row[0]: f"{row[1]}\n" for row in rows("linkedin_empty.tsv")}
    return bundle({name: text.encode() for name, text in members.items()}, sight.paper.taken)
