"""The model's dataclasses as plain JSON, and back: what passes between a worker and the process that reads its pages.

That process parses hostile input, so nothing that it says may run code here: no pickle, and what comes back must have the
types that the dataclass declares. The shape is the dataclass's own; nothing is stored in it.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

_T = TypeVar("_T")


def to_plain(value: object) -> Any:
    """Return what ``json.dumps`` takes; a dataclass becomes an object of all its fields, a moment ISO 8601."""
    if is_dataclass(value):
        return {one.name: to_plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, tuple | list):
        return [to_plain(one) for one in value]
    return value.isoformat() if isinstance(value, datetime) else value


def from_plain(kind: type[_T], data: object) -> _T:
    """Return the value that ``to_plain`` was given; raises ValueError where the data are not of that type."""
    return cast("_T", _value(kind, data))


def _value(kind: Any, data: Any) -> object:
    origin = get_origin(kind)
    if origin is UnionType:
        return _optional(kind, data)
    if origin is tuple:
        return _tuple(get_args(kind), data)
    if kind is datetime:
        return datetime.fromisoformat(_plain(str, data))
    if is_dataclass(kind):
        types = _types(cast("type", kind))
        return _made(
            cast("type", kind), {name: _value(types.get(name), one) for name, one in _plain(dict, data).items()}
        )
    return kind(_plain(str, data)) if isinstance(kind, type) and issubclass(kind, Enum) else _plain(kind, data)


def _made(kind: type, values: dict[str, object]) -> object:
    try:
        return kind(**values)
    except TypeError as error:  # a field too many or too few
        raise ValueError(str(error)) from error


def _optional(kind: Any, data: object) -> object:
    (wanted,) = (one for one in get_args(kind) if one is not NoneType)
    return None if data is None else _value(wanted, data)


def _tuple(kinds: tuple[Any, ...], data: object) -> tuple[object, ...]:
    values = _plain(list, data)
    wanted = kinds[:1] * len(values) if kinds[-1] is Ellipsis else kinds
    return tuple(_value(kind, one) for kind, one in zip(wanted, values, strict=True))


def _plain(kind: Any, data: Any) -> Any:
    if type(data) is not kind:  # not isinstance: True is no number here
        message = f"{type(data).__name__} where {getattr(kind, '__name__', kind)} belongs"
        raise ValueError(message)
    return data


@cache
def _types(kind: type) -> dict[str, Any]:
    """Types of a dataclass's fields; the model imports some only for the type checker."""
    return get_type_hints(kind, localns={"datetime": datetime})
