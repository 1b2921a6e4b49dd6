"""Takes the answers out of a submission and puts them into the instructor's notebook.

An answer is the text of a cell with the id of a solution cell. Nothing else of the file
is believed: no points, types, kernels, outputs, tests or further cells.
"""

import copy
import json
import os
import stat
from pathlib import Path

import nbformat
from nbgrader.preprocessors import ClearSolutions
from nbgrader.utils import is_solution

MB = 1 << 20
ANSWER = 200_000  # characters of one answer
FILES = 200  # files beside the notebook


class Unreadable(ValueError):
    """The submission cannot be read; says why."""


def read_file(path, limit):
    """Return the bytes of an ordinary file; links and devices are refused."""
    path = Path(path)
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        if path.is_symlink():
            raise Unreadable(f"{path.name} is a link") from None
        raise Unreadable(f"{path.name} cannot be opened ({error.strerror})") from None
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable(f"{path.name} is not an ordinary file")
        if status.st_nlink > 1:
            raise Unreadable(f"{path.name} is a second name of another file")
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            content = file.read(limit + 1)
    finally:
        os.close(descriptor)
    if len(content) > limit:
        raise Unreadable(f"{path.name} is larger than {limit / MB:g} MB")
    return content


def read_answers(path, limit):
    """Return {grade id: text} of a submitted notebook, and remarks about it."""
    content = read_file(path, limit)
    name = Path(path).name
    try:
        told = json.loads(content.decode("utf-8"))
        cells = told["cells"]
        if not isinstance(cells, list):
            raise TypeError("its cells are no list")
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        text = f"{name} is no notebook ({type(error).__name__})"
        raise Unreadable(text) from None
    answers, remarks = {}, []
    for cell in cells:
        part = id_of(cell)
        if part is None:
            continue
        source = source_of(cell)
        if part in answers:
            remarks.append(f"cell {part[:60]} occurs twice; the first counts")
        elif source is None or len(source) > ANSWER:
            remarks.append(f"cell {part[:60]} has no text, or too much")
        else:
            answers[part] = source
    return answers, remarks


def id_of(cell):
    """Return the grade id of a cell, if it has a usable one."""
    metadata = cell.get("metadata") if isinstance(cell, dict) else None
    told = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    part = told.get("grade_id") if isinstance(told, dict) else None
    return part if isinstance(part, str) else None


def source_of(cell):
    """Return the text of a cell, which may be a list of lines."""
    source = cell.get("source")
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    if not isinstance(source, str):
        return None
    # what UTF-8 cannot write could be written into no notebook
    return source.encode("utf-8", "replace").decode("utf-8")


def other_files(folder, limit):
    """Return the ordinary files beside the notebook, and remarks about the others."""
    files, remarks, room = {}, [], limit
    for place, folders, names in os.walk(folder, followlinks=False):
        for name in sorted(folders):
            if os.path.islink(os.path.join(place, name)):
                remarks.append(f"refused: {name[:60]} is a link")
        folders[:] = [name for name in sorted(folders) if not name.startswith(".")]
        for name in sorted(names):
            path = Path(place, name)
            if name.startswith(".") or (
                name.endswith(".ipynb") and place == str(folder)
            ):
                continue
            if name == "timestamp.txt":
                continue
            try:
                if len(files) >= FILES:
                    raise Unreadable(f"more than {FILES} files")
                content = read_file(path, room)
            except Unreadable as error:
                remarks.append(f"refused: {error}")
                continue
            room -= len(content)
            files[str(path.relative_to(folder))] = content
    return files, remarks


def empty_book(source_book):
    """Return the instructor's notebook without its solutions: tests stay in it."""
    book = copy.deepcopy(source_book)
    ClearSolutions().preprocess(book, {})
    for cell in book.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return book


def transplant(source_book, answers):
    """Return the instructor's notebook with these answers in it, and remarks."""
    book, remarks = empty_book(source_book), []
    wanted = {c.metadata.nbgrader.grade_id: c for c in book.cells if is_solution(c)}
    for part, cell in wanted.items():
        if part in answers:
            cell.source = answers[part]
        else:
            remarks.append(f"answer {part} is missing")
    known = {c.metadata.get("nbgrader", {}).get("grade_id") for c in book.cells}
    unknown = sorted(set(answers) - known)
    remarks += [
        f"cell {part[:60]} is unknown and was left out" for part in unknown[:20]
    ]
    return book, remarks


def read_source(path):
    """Read the instructor's notebook."""
    return nbformat.read(str(path), as_version=4)
