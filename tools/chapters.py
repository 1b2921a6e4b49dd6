"""Check how the chapter sources are written: `make lint`.

    python tools/chapters.py [names]

Front matter is complete, cells are short and follow a sentence, measured numbers are
quoted and not typed, an equation of another page is named with its page, no line begins
a list by accident, and the pages of a chapter together have every part of the template.
A decimal number that is typed on purpose (a setting, a number of the paper example) is
listed in the front matter with its reason:

    dlcore:
      typed: {"0.08": the learning rate that we choose}
"""

import re
import sys
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools import pauses
from tools.notebooks import ChapterError, chapter_paths, front_matter

LINES, HARD_LINES, COLUMNS = 15, 25, 79
KEYS = ("page", "items", "prerequisites", "minutes", "seed", "data", "names")
FOLDED = {"hide-input", "hide-cell"}
REMOVED = {"remove-input", "remove-cell"}
NUMBER = re.compile(r"(?<![\w.,])[-−]?\d[\d,]*\.\d+(?![\w]|\.\d)|\d[\d.,]* ?%")
# comments, headings, options and labels are no prose
MARK = re.compile(r"%|#|:[\w-]+:|\([\w:-]+\)=")
TYPED = "{} is typed: glue it, or give the reason in front matter under typed:"
# numbers that name a place or a version, not a measurement
PLACES = re.compile(
    r"(?i:figures?|tables?|chapters?|pages?|sections?|equations?|python|numpy|keras|"
    r"version|cc by)\s+\d[\d.]*\d(?:(?:,| and| or| to|–)\s*\d+\.\d[\d.]*)*"
    r"|\[\d+\.\d+ "
)
LABEL = re.compile(r"^\$\$ \((eq-[\w-]+)\)|^:label: (eq-[\w-]+)", re.MULTILINE)
REFERENCE = re.compile(r"\{eq\}`([^`]+)`")
# in prose: an empty line, an item of a list or the end of a sentence
STOP = re.compile(r"\n\s*\n|\n\s*(?:[-*]|\d+[.)])\s|(?<=[.?!])[*)”]*\s+(?=[^a-z\s])")
# begins a list, even in the middle of a paragraph
LIST = re.compile(r"\s*(1[.)]|\+)\s")
# the parts of the template, each asked for once in the pages of a chapter
TEMPLATE = {
    "Warm-up": r"^## Warm-up",
    "You will be able to": r"^## You will be able to",
    "a symbol table": r"^\|\s*[Ss]ymbol\s*\|",
    "From scratch": r"^##+ .*[Ff]rom scratch",
    "The same with dlcore": r"^##+ .*dlcore",
    "A worked example": r"^##+ .*[Ww]orked",
    "What goes wrong": r"^##+ .*(goes wrong|What can go wrong|went wrong)",
    "Exercises": r"^## Exercises",
    "Further reading": r"^##+ .*[Ff]urther reading",
}
# the parts asked for on every page
PAGE = {
    "an explorable figure": r"teach\.explore\(",
    "Self-check": r"^##+ .*[Ss]elf-check",
    "Summary": r"^##+ .*Summary",
    "a colophon": r"teach\.colophon\(",
    "teach.setup": r"teach\.setup\(",
}


@dataclass
class Block:
    """A run of lines of one kind, "prose" or "code", from line `first` on."""

    kind: str
    first: int
    lines: list
    tags: frozenset = frozenset()


def blocks(text):
    """Split a chapter source into prose and code cells; front matter is left out."""
    lines = text.splitlines()
    start = lines.index("---", 1) + 1 if lines[:1] == ["---"] else 0
    found, prose, number = [], Block("prose", start + 1, []), start
    while number < len(lines):
        fence = re.match(r"(`{3,})\{code-cell\}", lines[number])
        if not fence:
            prose.lines.append(lines[number])
            number += 1
            continue
        end = next(
            i for i in range(number + 1, len(lines)) if lines[i].strip() == fence[1]
        )
        found += [prose, code_block(lines, number, end)]
        prose, number = Block("prose", end + 2, []), end + 1
    return [*found, prose]


def code_block(lines, fence, end):
    """Return the code cell between two fence lines."""
    first, tags = fence + 1, frozenset()
    while first < end and re.match(r":[\w-]+:", lines[first]):
        if lines[first].startswith(":tags:"):
            tags = frozenset(re.findall(r"[\w-]+", lines[first][6:]))
        first += 1
    while first < end and not lines[first].strip():
        first += 1
    return Block("code", first + 1, lines[first:end], tags)


def plain(block):
    """Yield (line number, prose) with mathematics, code and link targets taken out."""
    fences, formula = [], False
    for number, line in enumerate(block.lines, block.first):
        text = line.strip()
        fence = re.match(r"(`{3,}|:{3,})(.*)", text)
        if text.startswith("$$"):
            formula = not formula and not re.search(r"\S.*\$\$", text[2:])
        elif fence and fences and text == fences[-1][0]:
            fences.pop()
        elif fence:
            fences.append((fence[1], is_listing(*fence.groups())))
        elif not (formula or any(listing for _, listing in fences) or MARK.match(text)):
            yield number, bare(line)


def is_listing(fence, rest):
    """Tell whether a fence opens code or mathematics; other directives hold prose."""
    directive = re.match(r"\s*\{([\w:-]+)\}", rest)
    if not directive:
        return fence[0] == "`"
    return directive[1] in ("math", "code", "code-block", "literalinclude")


def bare(line):
    """Return a line of prose without code, formulas, link targets and place numbers."""
    line = re.sub(r"(\{[\w:]+\})?(`+)[^`]*\2", " ", line)
    line = re.sub(r"\$[^$]*\$", " ", line)
    line = re.sub(r"\]\([^)]*\)", "]", line)
    return PLACES.sub(" ", line)


# -- the checks: each returns (line number, message) -----------------------------------


def front_matter_problems(text):
    """Say which facts the front matter lacks."""
    facts = front_matter(text)
    problems = [f"front matter lacks {key}" for key in KEYS if key not in facts]
    minutes = facts.get("minutes") or {}
    if "run" not in minutes:
        problems.append("front matter: minutes lacks run")
    if "read" in minutes:
        problems.append("front matter: minutes to read are computed; delete them")
    return [(1, problem) for problem in problems]


def cell_problems(text):
    """Say which cells are too long or too wide, or come without a sentence."""
    problems, before = [], []
    for block in blocks(text):
        if block.kind == "prose":
            before = [line for _, line in plain(block) if re.search(r"\w{2,}", line)]
            continue
        if not block.tags & REMOVED:
            problems += size_problems(block)
            if not before:
                problems.append((block.first, "a sentence should come before the cell"))
        before = []
    return problems


def size_problems(block):
    """Say whether a visible cell is too long or too wide."""
    length = sum(bool(line.strip()) for line in block.lines)
    limit = HARD_LINES if block.tags & {*FOLDED, "long-cell"} else LINES
    problems = []
    if length > limit:
        problems.append((block.first, f"cell of {length} lines, at most {limit}"))
    for number, line in enumerate(block.lines, block.first):
        if len(line) > COLUMNS:
            problems.append((number, f"line of {len(line)} columns, at most {COLUMNS}"))
    return problems


def typed_numbers(text):
    """Say which decimal numbers and percentages are typed in prose."""
    allowed = {str(k): v for k, v in (front_matter(text).get("typed") or {}).items()}
    problems = [
        (1, f"front matter: typed {number} gives no reason")
        for number, reason in allowed.items()
        if not str(reason or "").strip()
    ]
    for block in blocks(text):
        if block.kind == "code":
            continue
        for number, line in plain(block):
            for found in NUMBER.findall(line):
                if found.lstrip("-−") not in {key.lstrip("-−") for key in allowed}:
                    problems.append((number, TYPED.format(found.strip())))
    return problems


@cache
def equation_pages():
    """Return the page of each equation of the book, by its label."""
    texts = [path.read_text(encoding="utf-8") for path in chapter_paths()]
    return {
        next(filter(None, found)): str(front_matter(text)["page"])
        for text in texts
        for found in LABEL.findall(text)
    }


def foreign_equations(text, pages):
    """Say which equations of other pages are named without their page."""
    here, problems = str(front_matter(text).get("page")), []
    for block in blocks(text):
        first, prose = block.first, "\n".join(block.lines)
        if block.kind == "code":
            continue
        for sentence in STOP.split(prose):
            line = first + prose[: prose.index(sentence)].count("\n")
            for label in REFERENCE.findall(sentence):
                page = pages.get(label, here)
                if page != here and not re.search(rf"\b{re.escape(page)}\b", sentence):
                    problems.append((line, f"{label} is of page {page}: say so"))
    return problems


def sudden_lists(text):
    """Say which lines of a paragraph begin a list that nobody meant."""
    problems = []
    for block in blocks(text):
        prose = [number for number, _ in plain(block)] if block.kind == "prose" else []
        for before, number in pairwise(prose):
            above, line = (block.lines[n - block.first] for n in (before, number))
            if number == before + 1 and above.strip() and LIST.match(line):
                problems.append((number, f"{line.split()[0]} begins a list: move it"))
    return problems


def page_problems(text):
    """Say which parts a page lacks."""
    missing = [
        name for name, sign in PAGE.items() if not re.search(sign, text, flags=re.M)
    ]
    return [(1, f"the page lacks {name}") for name in missing]


def chapter_problems(pages):
    """Say which parts of the template the pages of one chapter lack together."""
    text = "\n".join(pages)
    missing = [
        name for name, sign in TEMPLATE.items() if not re.search(sign, text, flags=re.M)
    ]
    problems = [f"the chapter lacks {name}" for name in missing]
    if text.count("teach.explore(") < 2:
        problems.append("the chapter has fewer than two explorable figures")
    return problems


def check_page(path):
    """Return all problems of one chapter source as "path:line: message"."""
    text = path.read_text(encoding="utf-8")
    problems = front_matter_problems(text) + cell_problems(text) + typed_numbers(text)
    problems += foreign_equations(text, equation_pages()) + sudden_lists(text)
    problems += pauses.problems(text)
    if not path.stem.startswith("00"):
        problems += page_problems(text)
    return [f"{path.name}:{line}: {message}" for line, message in sorted(problems)]


def check_chapters(paths):
    """Return the problems of whole chapters; pages belong together by their number."""
    chapters = {}
    for path in paths:
        chapters.setdefault(path.stem[:2], []).append(path.read_text(encoding="utf-8"))
    return [
        f"chapter {number}: {problem}"
        for number, pages in sorted(chapters.items())
        if number != "00"
        for problem in chapter_problems(pages)
    ]


def main(names):
    """Print what is wrong; return the exit status."""
    try:
        paths = chapter_paths(names)
    except ChapterError as error:
        print(error, file=sys.stderr)
        return 1
    problems = [problem for path in paths for problem in check_page(path)]
    problems += check_chapters(paths) if not names else []
    print(*problems, sep="\n" if problems else "", end="\n" if problems else "")
    if not problems:
        print(f"{len(paths)} chapter sources: as they should be")
    return min(len(problems), 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
