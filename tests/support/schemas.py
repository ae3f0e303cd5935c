"""Says where JSON breaks a schema; knows just the words that ours use, and stops at any other."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, time
from typing import Any

Schema = Mapping[str, Any]

_TYPES: Mapping[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "boolean": (bool,),
    "null": (type(None),),
}
_FORMATS: Mapping[str, Callable[[str], object]] = {
    "date": date.fromisoformat,
    "time": time.fromisoformat,
}
_SAYS_NOTHING = {"$schema", "$defs", "title", "description", "default", "discriminator"}


def breaks(value: object, schema: Schema, root: Schema) -> list[str]:
    """Return the words of the schema that a value breaks, each with the value's beginning."""
    found = []
    for word, told in schema.items():
        if word not in _SAYS_NOTHING:
            found += [f"{word}: {value!r:.60}"] * (not _keeps(word, told, value, schema, root))
            found += _inside(word, told, value, schema, root)
    return found


def _keeps(  # noqa: C901, PLR0911, PLR0912 - one line a word
    word: str,
    told: Any,  # noqa: ANN401 - each word means another thing
    value: object,
    schema: Schema,
    root: Schema,
) -> bool:
    match word:
        case "type":
            return type(value) in _TYPES[told]
        case "const":
            return type(value) is type(told) and value == told
        case "enum":
            return value in told
        case "anyOf":
            return any(not breaks(value, one, root) for one in told)
        case "oneOf":
            return sum(not breaks(value, one, root) for one in told) == 1
        case "pattern":
            return not isinstance(value, str) or re.search(told, value) is not None
        case "format":
            return not isinstance(value, str) or _is(_FORMATS[told], value)
        case "minimum" | "maximum":
            return type(value) is not int or (value >= told if word == "minimum" else value <= told)
        case "minLength" | "minItems" | "minProperties":
            return not isinstance(value, str | list | dict) or len(value) >= told
        case "maxLength" | "maxItems" | "maxProperties":
            return not isinstance(value, str | list | dict) or len(value) <= told
        case "required":
            return not isinstance(value, dict) or set(told) <= value.keys()
        case "additionalProperties" if told is False:
            known = {*schema.get("properties", {})}
            allowed = [re.compile(one) for one in schema.get("patternProperties", {})]
            return not isinstance(value, dict) or all(
                name in known or any(one.search(name) for one in allowed) for name in value
            )
        case "$ref" | "properties" | "items" | "prefixItems" | "propertyNames":
            return True
        case "additionalProperties" | "patternProperties":
            return True
    raise NotImplementedError(word)


def _inside(  # noqa: C901, PLR0912 - the same
    word: str,
    told: Any,  # noqa: ANN401 - the same
    value: object,
    schema: Schema,
    root: Schema,
) -> Iterator[str]:
    match word, value:
        case "$ref", _:
            yield from breaks(value, root["$defs"][told.removeprefix("#/$defs/")], root)
        case "properties", dict():
            for name in told.keys() & value.keys():
                yield from breaks(value[name], told[name], root)
        case "patternProperties", dict():
            for pattern, one in told.items():
                for name in value:
                    if re.search(pattern, name):
                        yield from breaks(value[name], one, root)
        case "additionalProperties", dict() if isinstance(told, dict):
            for name in value.keys() - schema.get("properties", {}).keys():
                yield from breaks(value[name], told, root)
        case "propertyNames", dict():
            for name in value:
                yield from breaks(name, told, root)
        case "items", list() if isinstance(told, dict):
            for one in value:
                yield from breaks(one, told, root)
        case "prefixItems", list():
            for one, part in zip(value, told, strict=False):
                yield from breaks(one, part, root)


def _is(read: Callable[[str], object], text: str) -> bool:
    try:
        read(text)
    except ValueError:
        return False
    return True
