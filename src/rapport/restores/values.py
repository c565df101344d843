"""Values of an export's rows made fit for the columns they belong in. The file may be anybody's: every value is looked
at, and what does not fit leaves its row out."""

import base64
import binascii
import math
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.db import models

from rapport.exports.columns import ORDINALS
from rapport.kit.cleaning import clean

_LARGEST = {"PositiveSmallIntegerField": 32767, "PositiveIntegerField": 2**31 - 1, "IntegerField": 2**31 - 1}


class UnfitError(ValueError):
    """The value does not belong in the column."""


def fit(field: Any, value: Any) -> Any:
    """`value`, as the export says it, for `field`. Raises UnfitError."""
    if value is None:
        if field.null:
            return None
        raise UnfitError
    try:
        fitted = _fitter(field)(field, value)
    except (TypeError, ValueError, OverflowError, binascii.Error) as error:
        raise UnfitError from error
    if field.choices and fitted not in {choice for choice, _ in field.flatchoices}:
        raise UnfitError
    return fitted


def _fitter(field: Any) -> Callable[[Any, Any], Any]:
    return next(fitter for kind, fitter in _FITTERS if isinstance(field, kind))


def _text(field: Any, value: Any) -> str:
    if not isinstance(value, str):
        raise UnfitError
    text = clean(value)
    if field.name == "url" and not text.startswith(("http://", "https://")):
        return ""
    return text[: field.max_length] if field.max_length else text


def _truth(field: Any, value: Any) -> bool:
    if not isinstance(value, bool):
        raise UnfitError
    return value


def _whole(field: Any, value: Any) -> int:
    if field.name in ORDINALS:
        return date.fromisoformat(value).toordinal()
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _LARGEST[field.get_internal_type()]:
        raise UnfitError
    return value


def _number(field: Any, value: Any) -> float:
    if isinstance(value, bool) or not math.isfinite(value):
        raise UnfitError
    return float(value)


def _instant(field: Any, value: Any) -> datetime:
    at = datetime.fromisoformat(value)
    if at.tzinfo is None:
        raise UnfitError
    return at


def _day(field: Any, value: Any) -> date:
    return date.fromisoformat(value)


def _bytes(field: Any, value: Any) -> bytes:
    return base64.b64decode(value, validate=True)


_FITTERS: tuple[tuple[Any, Callable[[Any, Any], Any]], ...] = (
    (models.BooleanField, _truth),
    (models.DateTimeField, _instant),
    (models.DateField, _day),
    (models.FloatField, _number),
    (models.IntegerField, _whole),
    (models.BinaryField, _bytes),
    ((models.CharField, models.TextField), _text),
)
