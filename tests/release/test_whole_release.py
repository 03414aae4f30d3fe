"""A mirror of everything, packed files and all, stays fresh for almost no bytes."""

from __future__ import annotations

import json
import os
import random
import shutil
import zipfile
from datetime import date
from pathlib import Path

import pytest

from amparo.copies.archive import pack, pack_folder
from amparo.release import changes, packed
from amparo.release.manifest import LIST, write_list
from amparo.release.sealing import seal
from amparo.release.signing import open_key
from tests.release.conftest import Keys
from tests.release.copies import DAY, EXPIRES
from tests.release.test_updating import PROGRAMS, served, update
from tests.site.trees import tree_of

OLD, NEW = "+353 1 210 0489", "+353 1 210 0490"
ZIPS = ("x-es.zip", "x-es.epub", "changes/x-public-changes.zip")


def a_release(dist: Path, keys: Keys, version: int, before: Path | None = None) -> Path:
    """A release with every kind of file: two sites that are the same, a packed copy, a book, a file that its
    own library packs, and the small zip of what changed."""
    chance, number = random.Random(7), NEW if before else OLD
    pages = {
        f"pages/{n:03}.html": "".join(f"<p>{chance.randbytes(40).hex()} {number}</p>\n" for _ in range(60))
        for n in range(120)
    }
    paper = chance.randbytes(200_000)
    for site in ("public", "mirror"):
        for name, text in pages.items():
            (dist / "sites" / site / name).parent.mkdir(parents=True, exist_ok=True)
            (dist / "sites" / site / name).write_text(text)
        (dist / "sites" / site / "a.pdf").write_bytes(paper[:90_000] + number.encode() + paper[90_000:])
        write_list(dist / "sites" / site)
    day = date.fromisoformat(DAY).replace(day=version)
    tree = dist.with_name(f"{dist.name}.es")
    shutil.copytree(dist / "sites/public", tree)
    for file in tree.rglob("*.html"):
        file.write_text(file.read_text() + "<p>carried</p>\n")
    write_list(tree)
    pack_folder(dist / "x-es.zip", tree, f"es-{day}", day)
    book = {f"OEBPS/{name}": text.encode() for name, text in pages.items()} | {
        "mimetype": b"application/epub+zip"
    }
    pack(dist / "x-es.epub", book, day, ("mimetype",))
    pieces = random.Random(3).randbytes(300_000)
    (dist / "x-es.zim").write_bytes(pieces[:100_000] + number.encode() + pieces[100_000:])
    facts = {"version": version, "date": day.isoformat(), "expires": EXPIRES, "copies": {}}
    facts["copies"] = {
        "public": {"place": "sites/public"},
        "mirror": {"place": "sites/mirror"},
        "es": {"place": "x-es.zip"},
    }
    (dist / "release.json").write_text(json.dumps(facts, indent=2) + "\n")
    if before:
        (dist / "changes").mkdir()
        site = changes.files_in(dist / "sites/public")
        lacking = changes.difference(changes.files_in(before / "sites/public"), site).fetched
        pack(dist / ZIPS[2], {name: site.read(name) for name in lacking} | {LIST: site.list}, day)
        packed.write_release_changes(changes.files_in(before), dist)
    write_list(dist)
    seal(dist, open_key(keys.secret, ""), facts)
    return dist


@pytest.fixture(scope="module")
def pair(keys: Keys, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two releases; in the second a number is another one, on every page."""
    place = tmp_path_factory.mktemp("dist")
    old = a_release(place / "1", keys, 1)
    return old, a_release(place / "2", keys, 2, old)


def same(one: Path, other: Path) -> bool:
    """Whether two folders hold the same bytes."""
    return {p: h for p, (_, h) in tree_of(one).items()} == {p: h for p, (_, h) in tree_of(other).items()}


@pytest.mark.parametrize("program", PROGRAMS)
def test_one_number_on_every_page_costs_a_mirror_of_everything_one_hundredth(
    program: str, pair: tuple[Path, Path], keys: Keys, tmp_path: Path
) -> None:
    old, new = pair
    assert update("update.py", old, tmp_path / "m", keys)[0] == 0

    asked: list[str] = []
    with served(new, asked=asked) as url:
        code, said = update(program, url, tmp_path / "m", keys)

    sent = sum((new / name.lstrip("/")).stat().st_size for name in asked)
    whole = sum(file.stat().st_size for file in new.rglob("*") if file.is_file())
    assert code == 0 and same(tmp_path / "m/current", new), said
    assert sorted(asked) == ["/SHA256SUMS.minisig", "/kit/changes.txt.gz"]
    assert sent <= whole / 100, f"{sent} of {whole}"


def test_without_python_packed_files_are_fetched_whole_and_all_else_is_not(
    pair: tuple[Path, Path], keys: Keys, tmp_path: Path
) -> None:
    old, new = pair
    assert update("update.py", old, tmp_path / "m", keys)[0] == 0
    tools = tmp_path / "tools"
    tools.mkdir()
    for folder in ("/bin", "/usr/bin"):
        for tool in Path(folder).iterdir():
            if not tool.name.startswith("python") and not (tools / tool.name).exists():
                (tools / tool.name).symlink_to(tool)

    asked: list[str] = []
    with served(new, asked=asked) as url:
        code, said = update("update.sh", url, tmp_path / "m", keys, PATH=str(tools))

    assert code == 0 and same(tmp_path / "m/current", new), said
    assert sorted(asked) == sorted(
        ["/SHA256SUMS.minisig", "/kit/changes.txt.gz", *(f"/{name}" for name in ZIPS)]
    )


@pytest.mark.parametrize("program", PROGRAMS)
def test_packed_file_that_comes_out_otherwise_is_fetched_whole(
    program: str, pair: tuple[Path, Path], keys: Keys, tmp_path: Path
) -> None:
    """As with another library for packing."""
    old, new = pair
    assert update("update.py", old, tmp_path / "m", keys)[0] == 0
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "sitecustomize.py").write_text(
        "import zlib\nreal = zlib.compressobj\n"
        "zlib.compressobj = lambda level=-1, *others: real(1 if level == 9 else level, *others)\n"
    )

    asked: list[str] = []
    with served(new, asked=asked) as url:
        code, said = update(program, url, tmp_path / "m", keys, PYTHONPATH=str(tools))

    assert code == 0 and same(tmp_path / "m/current", new), said
    assert {f"/{name}" for name in ZIPS} <= set(asked) and "/x-es.zim" not in asked


def test_fresh_mirror_fetches_what_stands_twice_once(
    pair: tuple[Path, Path], keys: Keys, tmp_path: Path
) -> None:
    asked: list[str] = []
    with served(pair[1], asked=asked) as url:
        code, said = update("update.py", url, tmp_path / "m", keys)

    assert code == 0 and same(tmp_path / "m/current", pair[1]), said
    assert len([name for name in asked if name.startswith("/sites/")]) == 120 + len(
        ("list", "signature", "paper")
    )


def test_signing_twice_tells_the_signatures_once(pair: tuple[Path, Path], keys: Keys, tmp_path: Path) -> None:
    dist = shutil.copytree(pair[1], tmp_path / "dist")

    seal(dist, open_key(keys.secret, ""), json.loads((dist / "release.json").read_text()))

    assert changes.read_lines(dist) == changes.read_lines(pair[1]) and same(dist, pair[1])


def test_recipe_can_reach_no_file_outside_of_the_copy(tmp_path: Path) -> None:
    import importlib.util

    spec = importlib.util.spec_from_file_location("rezip", Path(__file__).parents[2] / "hooks/kit/rezip.py")
    rezip = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(rezip)
    (tmp_path / "secret").write_text("x")
    for folder in ("current", "new"):
        (tmp_path / folder).mkdir()

    for name, text in (
        ("x.zip", "c a\t../secret\n"),
        ("../x.zip", ""),
        ("x.zip", f"c a\t{tmp_path}/secret\n"),
    ):
        with pytest.raises(ValueError):
            rezip.rebuild(tmp_path / "current", tmp_path / "new", name, text)

    assert not (tmp_path / "x.zip").exists() and packed_endings() == rezip.STORED


def packed_endings() -> tuple[str, ...]:
    """What the makers of a release leave as it is."""
    from amparo.copies.archive import STORED

    return STORED


def test_recipe_of_a_copy_of_another_day_names_its_new_folder(pair: tuple[Path, Path]) -> None:
    lines = [line for line in changes.read_lines(pair[1]) if line.startswith("z ")]
    with zipfile.ZipFile(pair[1] / "x-es.zip") as archive:
        top = archive.namelist()[0].partition("/")[0]

    assert [line.partition("\t")[0].split(" ")[2] for line in lines] == [ZIPS[1], ZIPS[0], ZIPS[2]]
    assert any(changes.escaped(f"> es-2026-11-01/ {top}/\n") in line for line in lines) and os.sep == "/"
