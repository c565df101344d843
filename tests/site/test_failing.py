"""When something is not well, the answer is short, names nobody, and says whether to come back."""

import pytest
from django.db import OperationalError
from django.test import RequestFactory

from rapport.site.failing import broken, too_many


def answered(trouble: Exception) -> tuple[int, str | None]:
    try:
        raise trouble
    except type(trouble):
        answer = broken(RequestFactory().get("/"))
    assert "Nothing you had is lost" in answer.content.decode()
    return answer.status_code, answer.headers.get("Retry-After")


def test_a_mistake_of_ours_is_500() -> None:
    assert answered(ValueError("Bo's secret")) == (500, None)


def test_a_busy_database_is_503_and_come_back() -> None:
    assert answered(OperationalError("database is locked")) == (503, "30")


@pytest.mark.django_db
def test_too_often_says_when_to_come_back() -> None:
    answer = too_many(RequestFactory().get("/"))
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "300")
