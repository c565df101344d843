from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.mutations import is_clean
from rapport.formats.dates import NO_SUCH_DATE, NOT_UNDERSTOOD, OUT_OF_RANGE, note_day, settled
from rapport.formats.facts import When

NOW = datetime(2026, 11, 19, 7, 40, tzinfo=UTC)


def read(text, *others, **settings):
    return settled([text, *others], now=NOW, **settings).read(text)[0]


@pytest.mark.parametrize(
    ("text", "iso", "precision", "zone"),
    [
        ("2025-06-01 14:03:22 UTC", "2025-06-01T14:03:22+00:00", "second", "utc"),
        ("2026-06-01 09:00 UTC", "2026-06-01T09:00:00+00:00", "minute", "utc"),
        ("2025/06/10 23:13:46 UTC", "2025-06-10T23:13:46+00:00", "second", "utc"),
        ("2026-06-01T09:00:00.250+02:00", "2026-06-01T09:00:00+02:00", "second", "offset"),
        ("2026-01-05 10:00:00", "2026-01-05T10:00:00", "second", "floating"),
        ("1/29/26, 2:37 PM", "2026-01-29T14:37:00", "minute", "floating"),
        ("1/29/26, 2:37\u202fPM", "2026-01-29T14:37:00", "minute", "floating"),
        ("01/19/13, 12:10 AM", "2013-01-19T00:10:00", "minute", "floating"),
        ("Apr 08, 2024 07:00 AM", "2024-04-08T07:00:00", "minute", "floating"),
        ("Tue Mar 04 10:22:33 UTC 2025", "2025-03-04T10:22:33+00:00", "second", "utc"),
        ("Tue, 04 Mar 2025 10:22:33 +0100", "2025-03-04T10:22:33+01:00", "second", "offset"),
        ("29.01.2026 14:37", "2026-01-29T14:37:00", "minute", "floating"),
        ("08 Feb 2026", "2026-02-08", "day", "none"),
        ("5-Mar-19", "2019-03-05", "day", "none"),
        ("8 de febrero de 2026", "2026-02-08", "day", "none"),
        ("8. Februar 2026", "2026-02-08", "day", "none"),
        ("3 févr. 2020", "2020-02-03", "day", "none"),
        ("2026年2月8日", "2026-02-08", "day", "none"),
        ("20250601", "2025-06-01", "day", "none"),
        ("Jan 2024", "2024-01", "month", "none"),
        ("2010", "2010", "year", "none"),
        ("--03-07", "--03-07", "month-day", "none"),
        ("1604-03-07", "--03-07", "month-day", "none"),
        ("March 7", "--03-07", "month-day", "none"),
    ],
)
def test_a_date_is_kept_as_exactly_as_it_is_known(text, iso, precision, zone):
    assert read(text) == When(iso, precision, zone)


@pytest.mark.parametrize("text", ["", "  ", "0/0/00", "00/00/0000"])
def test_no_date_is_not_a_mistake(text):
    assert settled([text], now=NOW).read(text) == (None, "")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("30 Feb 2026", NO_SUCH_DATE),
        ("2026-13-05 09:00:00", NO_SUCH_DATE),
        ("2024-02-29 25:00:00", NO_SUCH_DATE),
        ("sometime later", NOT_UNDERSTOOD),
        ("43525", NOT_UNDERSTOOD),
        (" " * 99_999 + "x", NOT_UNDERSTOOD),
        ("NULL", ""),
        ("n/a", ""),
    ],
)
def test_what_is_no_date_is_said_to_be_none(text, why):
    assert settled([text], now=NOW).read(text) == (None, why)


def test_before_the_platform_or_after_tomorrow_is_out_of_range():
    column = settled([], now=NOW, earliest=date(2003, 5, 5))
    assert column.read("1999-01-01") == (None, OUT_OF_RANGE)
    assert column.read("2026-11-21") == (None, OUT_OF_RANGE)
    assert column.read("2026-11-20")[0] == When("2026-11-20", "day")


def test_one_high_number_settles_the_order_of_a_column():
    assert read("3/4/2020", "25/12/2020") == When("2020-04-03", "day")
    assert read("3/4/2020", "12/25/2020") == When("2020-03-04", "day")
    assert read("3.4.2020") == When("2020-04-03", "day")


def test_the_owner_is_believed_where_the_column_proves_nothing():
    assert read("3/4/2020", day_first=True, usual="month_first") == When("2020-04-03", "day")
    assert read("3/4/2020", "12/25/2020", day_first=True) == When("2020-03-04", "day")


def test_a_guess_is_marked():
    assert settled(["3/4/2020"], now=NOW).is_guessed
    assert not settled(["3/4/2020"], now=NOW, usual="month_first").is_guessed
    assert settled(["3/4/20 2:00 PM"], now=NOW).order == "month_first"


def test_a_two_digit_year_is_never_in_the_future():
    assert read("12/28/69") == When("1969-12-28", "day")
    assert read("12/28/25") == When("2025-12-28", "day")


def test_one_language_reads_a_whole_column():
    czech = settled(["3 listopad 2020", "4 prosinec 2020"], now=NOW)
    assert czech.read("3 listopad 2020")[0] == When("2020-11-03", "day")
    assert czech.read("3 octobre 2020") == (None, NOT_UNDERSTOOD)


def test_a_note_may_open_with_its_day():
    assert note_day("2016-05-12: Bo loves butterflies") == When("2016-05-12", "day")
    assert note_day("2016-99-12: Bo") is None
    assert note_day("met 2016-05-12") is None


@given(st.datetimes(datetime(2004, 1, 1), datetime(2026, 11, 1)).map(lambda moment: moment.replace(microsecond=0)))  # noqa: DTZ001
def test_what_is_written_is_read(moment):
    assert read(f"{moment} UTC") == When(f"{moment.isoformat()}+00:00", "second", "utc")
    assert read(f"{moment:%d %b %Y}") == When(moment.date().isoformat(), "day")
    assert read(f"{moment:%m/%d/%y, %I:%M %p}", "12/31/20") == When(
        f"{moment.replace(second=0).isoformat()}", "minute", "floating"
    )


@given(st.text(st.sampled_from("0123456789/-.: ,TZAPMJanebrUC+日年月éÅ٣"), max_size=30))
def test_no_text_breaks_a_column(text):
    assert is_clean(settled([text], now=NOW + timedelta(days=1)).read(text)[0])
