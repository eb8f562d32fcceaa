"""Frozen values as plain ones and back, by their annotations: what a ledger keeps of a comparison.

A kept comparison must be read by later versions too, so fields of these classes are never renamed, and new ones get a
default: what is kept lacks them.
"""

from __future__ import annotations

import collections.abc
import dataclasses
import functools
import types
import typing
from enum import Enum
from typing import Any

from sayso import attribution
from sayso.article import Span

_FORWARD = {"Attribution": attribution.Attribution, "Figure": attribution.Figure}
"""Names that annotations use and their modules import for type checkers only."""


def to_plain(value: object) -> Any:
    """*value* as what JSON knows: an object for each dataclass, a list for each sequence, ``[start, end]`` for a span.

    Example:
        >>> to_plain(attribution.Evidence(attribution.EvidenceKind.VIDEO, Span(3, 8), None))
        {'kind': 'video', 'span': [3, 8], 'shown': None}
    """
    if isinstance(value, Span):
        return [value.start, value.end]
    if dataclasses.is_dataclass(value):
        return {field.name: to_plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, collections.abc.Mapping):
        return {key: to_plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [to_plain(each) for each in value]
    return value


def from_plain(kind: Any, value: Any) -> Any:
    """The value of the type *kind* that :func:`to_plain` gave *value* for; sequences come back as tuples.

    Keys that the type does not have are passed over, those that are missing get their defaults.

    Raises:
        ValueError: *value* is no value of *kind*, or lacks a field without a default.

    Example:
        >>> from_plain(tuple[Span, ...] | None, [[3, 8]])
        (Span(start=3, end=8),)
    """
    try:
        return _value(kind, value)
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"no {kind}: {error}") from error


def _value(kind: Any, value: Any) -> Any:
    origin = typing.get_origin(kind)
    if origin is not None:
        return _parts(origin, typing.get_args(kind), value)
    if kind is Span:
        return Span(*value)
    if dataclasses.is_dataclass(kind):
        hints = _hints(typing.cast("type", kind))
        return typing.cast("Any", kind)(
            **{name: _value(hints[name], value[name]) for name in hints.keys() & value.keys()}
        )
    return kind(value) if isinstance(kind, type) and issubclass(kind, Enum) else value


def _parts(origin: Any, arguments: tuple[Any, ...], value: Any) -> Any:
    if origin in (tuple, collections.abc.Sequence):
        return tuple(_value(arguments[0], each) for each in value)
    if origin is collections.abc.Mapping:
        return {key: _value(arguments[1], each) for key, each in value.items()}
    [one] = (each for each in arguments if each is not types.NoneType)  # what else there is, is "or nothing"
    return None if value is None else _value(one, value)


@functools.cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind, localns=_FORWARD)
