"""The plan of the house, where import-linter's contracts do not reach."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "editor_app").rglob("*.py"))
ALL_SOURCES = [*SOURCES, *sorted((ROOT / "tests").rglob("*.py")), *sorted((ROOT / "packaging").rglob("*.py"))]
MOST_LINES = 450
MOST_LINES_OF_TESTS = 500  # cases of one subject stand in a row
NAMELESS = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}
NETWORK = {"ftplib", "http.client", "httpx", "requests", "smtplib", "socket", "socketserver", "urllib.request"}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    """The modules that a file imports, and what it takes from them."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_a_file_is_named_after_its_subject():
    assert [name_of(path) for path in ALL_SOURCES if path.stem in NAMELESS] == []


def test_a_file_is_short_enough_to_have_one_subject():
    lengths = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in ALL_SOURCES}

    too_long = {
        name: lines
        for name, lines in lengths.items()
        if lines > (MOST_LINES_OF_TESTS if name.startswith("tests/") else MOST_LINES)
    }
    assert too_long == {}


def test_a_module_opens_with_its_subject():
    openings = {name_of(path): ast.get_docstring(ast.parse(path.read_bytes())) or "" for path in SOURCES}

    assert [name for name, opening in openings.items() if not opening] == []


def test_nothing_reaches_for_the_network_but_what_a_person_asks_for():
    reaching = {name_of(path) for path in SOURCES if NETWORK & {*imports(path)}}

    assert reaching == {"editor_app/newsroom/fetching.py"}


def test_the_rooms_are_there():
    rooms = {path.parent.name for path in SOURCES if path.name == "__init__.py"}

    assert {"story", "photos", "formats", "storage", "newsroom", "richtext", "ui"} <= rooms


PLACED = {"move", "setGeometry", "setPosition"}
RICH_TEXT = {"toHtml", "toMarkdown", "setHtml", "setMarkdown"}


def called(node: ast.AST) -> Iterator[ast.Call]:
    """The calls of methods in a piece of code."""
    for each in ast.walk(node):
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Attribute):
            yield each


def asks_for_the_screen(node: ast.AST, known: frozenset[str] = frozenset()) -> bool:
    """Whether an expression is of a place on the screen, or of a name that is `known` to be one."""
    names = (getattr(each, "attr", getattr(each, "id", "")) for each in ast.walk(node))
    return any(name == "mapToGlobal" or name in known for name in names)


def moved_on_the_screen(function: ast.FunctionDef) -> Iterator[ast.Call]:
    """The calls that put something at a place of the screen."""
    assigned = (each for each in ast.walk(function) if isinstance(each, ast.Assign))
    targets = (target for each in assigned if asks_for_the_screen(each.value) for target in each.targets)
    known = frozenset(name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name))
    for call in called(function):
        placed = isinstance(call.func, ast.Attribute) and call.func.attr in PLACED
        if placed and any(asks_for_the_screen(given, known) for given in call.args):
            yield call


def test_nothing_is_moved_to_a_place_of_the_screen_which_wayland_ignores():
    moved = [
        (name_of(path), call.lineno)
        for path in SOURCES
        for function in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(function, ast.FunctionDef)
        for call in moved_on_the_screen(function)
    ]

    assert moved == []


def test_no_text_goes_through_the_html_or_markdown_of_qt():
    used = [
        (name_of(path), call.func.attr)
        for path in SOURCES
        for call in called(ast.parse(path.read_bytes()))
        if isinstance(call.func, ast.Attribute) and call.func.attr in RICH_TEXT
    ]

    # what is copied to other programs: HTML that we wrote, put into the clipboard's QMimeData
    assert used == [("editor_app/ui/own_clips.py", "setHtml")]
