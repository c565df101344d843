"""Why two records may be one person, in words a page can show."""

REASONS = {
    "source_key": "the same entry of the same source",
    "link": "one profile names the other",
    "email": "same e-mail address",
    "phone": "same telephone number",
    "url": "same profile",
    "shared_email": "same e-mail address, which others use too",
    "shared_phone": "same telephone number, which others use too",
    "shared_url": "same page, which others use too",
    "same_name": "same full name",
    "one_word": "same name",
    "short_form": "one name is a short form of the other",
    "middle_name": "one name has a middle or second family name more",
    "initial": "the initial fits",
    "near_name": "names one letter apart",
    "romanised": "one spelling of the same name in another script",
    "part_of_name": "one name is part of the other",
    "given_name": "same first name",
    "family_name": "same family name",
    "other_family": "other family name",
    "other_given": "other first name",
    "other_name": "other name",
    "address": "same address",
    "organization": "same company",
    "host": "same e-mail domain",
    "company_host": "an e-mail address at the other's company",
    "postcode": "same postcode",
    "locality": "same place",
    "birthday": "same birthday",
    "other_birthday": "other birthday",
    "close_birthday": "birthdays one slip apart",
    "handle": "same handle",
    "handle_is_address": "the handle is the other's e-mail name",
    "same_address_name": "the same name before the @",
    "handle_spells_name": "the handle spells the other's name",
    "address_spells_name": "the e-mail address spells the other's name",
    "handle_begins_with_name": "the handle begins with the other's first name",
    "namesake": "somebody else has this name too",
    "other_page": "two profiles on one platform",
    "other_reach": "other telephone and address",
    "generation": "Jr or Sr on one side only",
    "unlike_rest": "other particulars do not agree",
    "close_name": "names close to each other",
    "close_particulars": "most of what is known of them agrees",
}


def reason_of(code: str) -> str:
    """The English fragment for a code, whose parts are joined by "+": "same_name+birthday+address"."""
    *parts, last = (REASONS[part] for part in code.split("+"))
    return f"{', '.join(parts)} and {last}" if parts else last
