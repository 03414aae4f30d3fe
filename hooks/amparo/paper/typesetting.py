"""From a tree of plain parts to a tagged PDF that says nothing about who made it, when and with what."""

from __future__ import annotations

import io
import json
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

import pikepdf
import typst

KEPT = ("/Title",)
"""What may stand among a PDF's properties; its language stands in the document itself."""

NAMED = "named"
"""The label under which a sheet of a pack leaves its name and page in the layout."""

STANDARD: Literal["ua-1"] = "ua-1"
"""PDF/UA: tagged, with reading order, for people who listen to documents."""

_compilers: dict[str, typst.Compiler] = {}


def versions() -> str:
    """What the result depends on beside text, template and fonts."""
    return f"typst {version('typst')} pikepdf {pikepdf.__version__}"


def pdf_of(template: Path, fonts: Path, data: dict[str, Any]) -> bytes:
    """A sheet as PDF. The same data give the same bytes on every machine."""
    made = _compiler(template, fonts).compile(
        input=str(template),
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=[STANDARD],
    )
    if not isinstance(made, bytes):
        raise TypeError("a PDF is one file")
    return _plain(made)


def images_of(template: Path, fonts: Path, data: dict[str, Any], dots: int) -> list[bytes]:
    """Each page as an image of so many dots an inch."""
    made = _compiler(template, fonts).compile(
        input=str(template),
        format="png",
        ppi=float(dots),
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    return made if isinstance(made, list) else [made] if isinstance(made, bytes) else []


def _compiler(template: Path, fonts: Path) -> typst.Compiler:
    """What sets all templates of a folder with the same fonts; a process keeps it."""
    key = str(fonts)
    if key not in _compilers:
        _compilers[key] = typst.Compiler(
            root=str(template.parent), font_paths=[key], ignore_system_fonts=True
        )
    return _compilers[key]


def pages_of(template: Path, fonts: Path, data: dict[str, Any]) -> dict[str, tuple[int, int]]:
    """On which page each sheet of a pack begins, and how many sides it takes, by its name."""
    given = {"data": json.dumps(data, ensure_ascii=False)}
    place: dict[str, Any] = {"root": str(template.parent), "font_paths": [str(fonts)]}
    found = json.loads(
        typst.query(
            str(template), f"<{NAMED}>", field="value", ignore_system_fonts=True, sys_inputs=given, **place
        )
    )
    with pikepdf.open(io.BytesIO(pdf_of(template, fonts, data))) as pdf:
        begins = [*(sheet["page"] for sheet in found), len(pdf.pages) + 1]
    return {
        sheet["name"]: (page, after - page)
        for sheet, page, after in zip(found, begins, begins[1:], strict=False)
    }


def _plain(made: bytes) -> bytes:
    """The PDF with its title and language, and no other property."""
    with pikepdf.open(io.BytesIO(made)) as pdf:
        for name in list(pdf.docinfo.keys()):
            if name not in KEPT:
                del pdf.docinfo[name]
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            for name in list(metadata.keys()):
                if not name.endswith(("}title", "}language", "}part")):
                    del metadata[name]
        if "/MarkInfo" in pdf.Root and "/Suspects" in pdf.Root.MarkInfo:
            del pdf.Root.MarkInfo["/Suspects"]
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()
