"""Check that every item of the curriculum is taught where book/objectives.yml says."""

from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
OBJECTIVES = ROOT / "book" / "objectives.yml"


def load(path=OBJECTIVES):
    """Return (items of each chapter, as for `required`, entry of each item id)."""
    data = yaml.safe_load(Path(path).read_text(encoding="utf-8"))
    return data["chapters"], data["items"]


def required(chapters):
    """Return every item id that the finished chapters have to teach.

    Args:
        chapters: for each chapter how many items it has, or, where numbers are left
            out, the runs of numbers: ["1-31", "40-55"].
    """
    return [
        f"C{chapter}.{number:02d}"
        for chapter, count in chapters.items()
        for number in numbers(count)
    ]


def numbers(count):
    """Return the numbers of a chapter's items, from a count or from runs."""
    runs = [f"1-{count}"] if isinstance(count, int) else count
    ends = [[int(end) for end in run.split("-")] for run in runs]
    return [number for first, last in ends for number in range(first, last + 1)]


def problems(chapters, items, places, tasks):
    """Say which items are missing, unknown, or lead nowhere.

    Args:
        chapters: numbers of items by chapter, as for `required`.
        items: entry by item id.
        places: all ids in the built book.
        tasks: all graded tasks, as assignment/task.
    """
    wanted = required(chapters)
    found = [f"{key}: not in the map" for key in wanted if key not in items]
    found += [f"{key}: no such item" for key in items if key not in wanted]
    for key, entry in items.items():
        if not str(entry.get("title") or "").strip():
            found.append(f"{key}: no title")
        for part in ("label", "check"):
            place = entry.get(part)
            if not place:
                found.append(f"{key}: no {part}")
            elif place not in places and f"equation-{place}" not in places:
                found.append(f"{key}: {part} {place} is not in the book")
        graded = entry.get("graded") or ""
        if graded != "none" and graded not in tasks:
            found.append(f"{key}: graded task {graded or 'not given'} does not exist")
    return found


def graded_tasks(source=ROOT / "exercises" / "source"):
    """Return the graded tasks of all assignments as assignment/task."""
    import nbformat

    found = set()
    for path in sorted(Path(source).glob("*/*.ipynb")):
        for cell in nbformat.read(path, as_version=4).cells:
            facts = cell.metadata.get("nbgrader", {})
            if facts.get("grade") and facts.get("grade_id"):
                found.add(f"{path.parent.name}/{facts['grade_id']}")
    return found
