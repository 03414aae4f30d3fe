"""What a page's template asks for, read from the template, and what its view gives, read from its type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import get_type_hints

from jinja2 import Environment, meta, nodes

from amparo.pages.kind import Kind

GIVEN = {"layout"}
"""What every template of a page gets beside its view."""

GIVEN_TO_WRITTEN = GIVEN | {"title", "content"}
"""What templates of hand-written pages get."""


def given_to(kind: Kind) -> set[str] | None:
    """Everything that the template of a kind may ask for; None while its view does not say what it gives."""
    view = get_type_hints(kind.view)["return"]
    if not is_dataclass(view):
        return None
    is_written = not kind.address
    return {field.name for field in fields(view)} | (GIVEN_TO_WRITTEN if is_written else GIVEN)


def asked_by(environment: Environment, name: str) -> set[str]:
    """What a template uses and does not make itself, with all that it extends, includes and imports."""
    tree = _whole(environment, name)
    asked = meta.find_undeclared_variables(tree) - set(_made(tree))
    for node in tree.find_all((nodes.Extends, nodes.Import, nodes.FromImport)):
        # A macro sees nothing of the page: what it asks for beside its arguments is always missing.
        if isinstance(node.template, nodes.Const):
            asked |= asked_by(environment, node.template.value)
    return asked


def _whole(environment: Environment, name: str) -> nodes.Template:
    """A template with what it includes in its place, where it sees the variables of the loops around it."""
    tree = environment.parse(environment.loader.get_source(environment, name)[0])
    for node in [tree, *tree.find_all(nodes.Node)]:
        for field, value in node.iter_fields():
            if isinstance(value, list):
                setattr(node, field, [_included(environment, one) for one in value])
    return tree


def _included(environment: Environment, node: nodes.Node) -> nodes.Node:
    """The content of an included template; any other node as it is."""
    if not isinstance(node, nodes.Include):
        return node
    body = _whole(environment, node.template.value).body
    scope = nodes.Scope(body, lineno=node.lineno)
    scope.set_environment(environment)
    return scope


def _made(tree: nodes.Template) -> Iterator[str]:
    """What a template makes outside of its blocks: its blocks may use it."""
    for node in tree.body:
        if isinstance(node, nodes.FromImport):
            yield from (name if isinstance(name, str) else name[1] for name in node.names)
        elif isinstance(node, nodes.Import):
            yield node.target
        elif isinstance(node, nodes.Macro):
            yield node.name
        elif isinstance(node, nodes.Assign):
            yield from (target.name for target in node.find_all(nodes.Name) if target.ctx == "store")
