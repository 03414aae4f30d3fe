"""From a strict document to a whole record, or to problems that an editor can mend."""

from __future__ import annotations

import difflib
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from amparo.source import Document, Problem, Problems

Model = TypeVar("Model", bound=BaseModel)

_SAID = {
    "missing": ("this field is missing", "add the line {field}: …"),
    "string_type": ("{input} where a text belongs", "a single value in one line"),
    "bool_parsing": ("`{input}` is neither true nor false", "true or false"),
    "bool_type": ("{input} is neither true nor false", "true or false"),
    "int_parsing": ("`{input}` is not a whole number", "digits only, without separators"),
    "int_type": ("{input} where a whole number belongs", "digits only, without separators"),
    "tuple_type": (
        "`{input}` where a list belongs",
        "a list in square brackets, or lines that begin with a hyphen",
    ),
    "dict_type": ("{input} where fields belong", "fields in the lines below, indented by two spaces"),
    "model_type": ("{input} where fields belong", "fields in the lines below, indented by two spaces"),
    "model_attributes_type": (
        "{input} where fields belong",
        "fields in the lines below, indented by two spaces",
    ),
    "literal_error": ("`{input}` is not one of the words allowed here", "{expected}"),
    "string_pattern_mismatch": (
        "`{input}` does not have the right shape",
        "one line that does not begin with a space",
    ),
    "string_too_long": ("{length} characters", "at most {max_length} characters"),
    "string_too_short": ("an empty text", "delete the field, or write the text"),
    "too_short": ("a list of {actual_length}", "at least {min_length} of them"),
    "too_long": ("a list of {actual_length}", "at most {max_length} of them"),
    "greater_than_equal": ("{input} is too small", "at least {ge}"),
    "less_than_equal": ("{input} is too large", "at most {le}"),
}
"""What pydantic's kinds of error mean, in an editor's words: (found, right)."""


def read(model: type[Model], document: Document, problems: Problems, codes: dict[str, Any]) -> Model | None:
    """Make a whole record of a document. Returns None, with every reason in `problems`, when it is not one.

    `codes` holds the known codes of each vocabulary scheme.
    """
    try:
        return model.model_validate(_tuples(document.values), context={"codes": codes})
    except ValidationError as failure:
        errors = failure.errors(include_url=False)
        for error in errors:
            if error["type"] == "too_short" and any(
                e["loc"][: len(error["loc"])] == error["loc"] != e["loc"] for e in errors
            ):
                continue  # The list only looks empty, because its entries are wrong.
            problems.add(_problem(model, document, error))
    return None


def _tuples(value: Any) -> Any:
    """Lists become tuples, so that frozen records are frozen all the way down."""
    if isinstance(value, dict):
        return {key: _tuples(part) for key, part in value.items()}
    if isinstance(value, list):
        return tuple(_tuples(part) for part in value)
    return value


def _problem(model: type[BaseModel], document: Document, error: ErrorDetails) -> Problem:
    """One of pydantic's errors as a problem with a line."""
    path = tuple(step for step in error["loc"] if step != "[key]")
    kind = error["type"]
    if kind == "value_error":
        found, right = (*error["ctx"]["error"].args, "see CONTRIBUTING.md")[:2]
        head, colon, rest = found.partition(": ")
        if colon and head.isidentifier():
            path, found = (*path, head), rest
        return document.problem(path, found, right)
    if kind == "extra_forbidden":
        known = _fields_at(model, path[:-1])
        near = difflib.get_close_matches(str(path[-1]), known, 1, 0.5)
        right = f"{near[0]}:" if near else "one of: " + ", ".join(known) if known else "delete the line"
        return document.problem(path, f"there is no field `{path[-1]}`", right)
    found, right = _SAID.get(kind, (error["msg"], "see the list of fields in CONTRIBUTING.md"))
    if kind == "too_short" and not error["ctx"]["actual_length"]:
        found = "an empty list"
    shown = error["input"]
    if isinstance(shown, (dict, list, tuple)):
        shown = "a list" if isinstance(shown, (list, tuple)) else "a block of fields"
    elif shown is None:
        shown = "nothing"
    words = {
        "field": path[-1] if path else "",
        "input": shown,
        "length": len(str(shown)),
        **error.get("ctx", {}),
    }
    return document.problem(path, found.format(**words), right.format(**words))


def _fields_at(model: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """Names of the fields that may stand at a path of a model; empty where any name may stand."""
    here = [model]
    for step in path:
        if isinstance(step, int):
            continue
        fields = [m.model_fields[step].annotation for m in here if step in getattr(m, "model_fields", {})]
        here = []
        while fields:
            kind = fields.pop()
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                here.append(kind)
            fields.extend(get_args(kind))
    return [name for m in here for name in m.model_fields]
