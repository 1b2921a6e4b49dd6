"""Say which question of an earlier chapter is asked again on which page.

Each item of book/objectives.yml has a check, a quiz or an exercise. It is asked again
in the next chapter and, after a longer gap, in one that comes later. The questions get
into the pages by book/_ext/review.py; what they need there stands in book/review.yml.
"""

import functools
import html
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path

import yaml

from tools import objectives

ROOT = Path(__file__).resolve().parent.parent
NOTES = ROOT / "book" / "review.yml"
END = "book/once-more"
# chapters later than the check, in the order of preference, for the second time
GAPS = (3, 4, 2, 5)
FULL = 14  # so many questions on its pages, and a chapter is only taken in need
MIXED = 2  # so many checks of each chapter are asked once more at the end
LABEL = re.compile(
    r"^\(([\w-]+)\)=\s*$|^:label:\s*([\w-]+)|^\s*:name:\s*([\w-]+)", re.M
)
QUIZ = re.compile(r'<dl-quiz[^>]* id="([^"]+)".*?</dl-quiz>', re.DOTALL)
CHAPTER = re.compile(r"notebooks/(\d\d)-\d")
# words of a question that may lead to something that only its own page has
NEEDS_PAGE = re.compile(
    r"\b(above|below|this (page|chapter|section|figure|table)|the (figure|table|cell|"
    r"picture|plot|diagram|map|log|page|formula|matrix|result|rule|other|same|four)s?|"
    r"(?<!of )these|both conditions|figure \d|equation \d|again|round \d|here|"
    r"this (formula|neuron|step|layer|network)|worked example|last section)\b"
    r"|^(And|Alone|With blanks|Your turn)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Check:
    """One check: its page, its quizzes (id -> markup) and the items it serves."""

    label: str
    page: str
    quizzes: dict = field(default_factory=dict)
    items: tuple = ()

    @property
    def chapter(self):
        """Return the number of the chapter."""
        return int(self.page.split("/")[-1][:2])


@dataclass(frozen=True)
class Question:
    """One question on one page: a quiz of a check, or a recall if `quiz` is empty."""

    check: Check
    quiz: str

    @property
    def key(self):
        """Return the name under which a reader's answers are kept."""
        return f"{self.check.page}#{self.quiz or self.check.label}"


@functools.cache  # a build asks for them page by page
def checks(root=ROOT):
    """Return label -> check, in the order of the pages."""
    _, items = objectives.load(Path(root) / "book" / "objectives.yml")
    wanted = {}
    for key, entry in items.items():
        wanted.setdefault(entry["check"], []).append(key)
    found = {}
    for path in sorted((Path(root) / "notebooks").glob("*.ipynb")):
        for label, quizzes in labels(path).items():
            if label in wanted:
                page = f"notebooks/{path.stem}"
                found[label] = Check(label, page, quizzes, tuple(wanted[label]))
    return found


def labels(path):
    """Return label -> quizzes in the cell that follows it, of a notebook."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    found = {}
    for cell, following in zip(cells, [*cells[1:], {}], strict=True):
        if cell["cell_type"] == "markdown":
            for groups in LABEL.findall("".join(cell["source"])):
                found["".join(groups)] = quizzes(following)
    return found


def quizzes(cell):
    """Return id -> markup of the quizzes that a cell shows."""
    outputs = [out.get("data", {}) for out in cell.get("outputs", [])]
    text = "".join("".join(data.get("text/html", "")) for data in outputs)
    return {match[1]: match[0] for match in QUIZ.finditer(text)}


def notes(path=NOTES):
    """Return the parts of book/review.yml: ask, context, alone, recall."""
    found = yaml.safe_load(Path(path).read_text(encoding="utf-8"))
    return {
        part: found.get(part) or {} for part in ("ask", "context", "alone", "recall")
    }


def asked(check, said, turn):
    """Return the ids of the quizzes that a check asks at its first, second ... time.

    The quizzes of a check take turns, unless `ask` names those to be asked each time.
    A check without a quiz, or one with its own prompt, asks for recall: the id "".
    """
    if check.label in said["recall"] or not check.quizzes:
        return [""]
    every, chosen = list(check.quizzes), said["ask"].get(check.label, [])
    # a name that is out of date is for the gate to tell: see `unknown`
    there = [quiz for quiz in chosen if quiz in check.quizzes]
    return there or [every[turn % len(every)]]


# -- the schedule ----------------------------------------------------------------------


def contents(root=ROOT):
    """Return chapter -> its pages in reading order; the last one is the end page."""
    toc = yaml.safe_load((Path(root) / "_toc.yml").read_text(encoding="utf-8"))
    pages = {}
    for part in toc["parts"]:
        for entry in part["chapters"]:
            if match := CHAPTER.match(entry["file"]):
                pages.setdefault(int(match[1]), []).append(entry["file"])
    return {**pages, max(pages) + 1: [END]}


def schedule(sizes, chapters, pages):
    """Return page -> [(label, turn)]: what is asked there, for the how-manieth time.

    Args:
        sizes: how many questions each label asks at a time.
        chapters: the chapter of each label.
        pages: the pages of each chapter; the last one stands for the end.
    """
    end, load, asks = max(pages), Counter(), {chapter: [] for chapter in pages}

    def ask(label, turn, chapter):
        asks[chapter].append((label, turn))
        load[chapter] += sizes[label]

    for label, chapter in chapters.items():
        ask(label, 0, chapter + 1)
    # the latest chapters have the fewest places left, so they choose first
    for label, chapter in reversed(chapters.items()):
        later = [chapter + gap for gap in GAPS if chapter + gap < end]
        if not later and chapter + 1 < end:
            later = [end]
        if later:
            fullness = {
                chapter: load[chapter] / len(pages[chapter]) for chapter in later
            }
            least = min(later, key=fullness.get)
            ask(label, 1, next((k for k in later if fullness[k] < FULL), least))
    there = {label for label, _ in asks[end]}
    for chapter in range(end - 1):
        rest = [key for key, own in chapters.items() if own == chapter]
        rest = [key for key in rest if key not in there]
        for label in rest[:: max(1, len(rest) // MIXED)][:MIXED]:
            ask(label, 2, end)
    return {
        page: part
        for chapter, names in pages.items()
        for page, part in deal(mixed(asks[chapter], chapters), names, sizes).items()
    }


def mixed(asks, chapters):
    """Return the questions so that neighbors come from different chapters."""
    by_chapter = {}
    for label, turn in asks:
        by_chapter.setdefault(chapters[label], []).append((label, turn))
    rounds = zip_longest(*by_chapter.values())
    return [one for each in rounds for one in each if one]


def deal(asks, names, sizes):
    """Return the questions by page, each given to the page that has fewest."""
    hands, load = {name: [] for name in names}, Counter()
    for label, turn in asks:
        name = min(names, key=lambda name: load[name])
        hands[name].append((label, turn))
        load[name] += sizes[label]
    return hands


def plan(found, said, pages):
    """Return page -> its questions.

    Args:
        found: the checks, as from `checks`.
        said: the notes, as from `notes`.
        pages: the pages of each chapter, as from `contents`.
    """
    sizes = {label: len(asked(check, said, 0)) for label, check in found.items()}
    chapters = {label: check.chapter for label, check in found.items()}
    return {
        page: [
            Question(found[label], quiz)
            for label, turn in asks
            for quiz in asked(found[label], said, turn)
        ]
        for page, asks in schedule(sizes, chapters, pages).items()
    }


# -- the gate --------------------------------------------------------------------------


def problems(found, said, planned):
    """Say which questions cannot be asked as they are, and which items too rarely."""
    questions = {q.key: q for page in planned.values() for q in page}.values()
    return [
        *unknown(found, said),
        *unclear(questions, said),
        *idle({q.quiz for q in questions}, said),
        *rare(found, planned),
    ]


def unknown(found, said):
    """Say which notes are about no check, or about none of its quizzes."""
    ids = {quiz for check in found.values() for quiz in check.quizzes}
    labeled = [*said["ask"], *said["recall"]]
    wrong = [f"{label}: no such check" for label in labeled if label not in found]
    for label, chosen in said["ask"].items():
        own = found[label].quizzes if label in found else ()
        wrong += [f"{label}: has no quiz {quiz}" for quiz in chosen if quiz not in own]
    for part in ("context", "alone"):
        wrong += [f"{part}: no quiz {quiz}" for quiz in said[part] if quiz not in ids]
    return wrong


def unclear(questions, said):
    """Say which questions seem to need their page and have no note, or no prompt."""
    wrong = []
    for question in sorted(questions, key=lambda q: q.key):
        if not question.quiz:
            if not str(said["recall"].get(question.check.label) or "").strip():
                wrong.append(f"{question.key}: no quiz, and no prompt for a recall")
            continue
        word = NEEDS_PAGE.search(wording(question.check.quizzes[question.quiz]))
        told = question.quiz in said["alone"] or said["context"].get(question.quiz)
        if word and not told:
            wrong.append(f"{question.key}: '{word[0]}' needs a context, or `alone`")
    return wrong


def wording(markup):
    """Return the question of a quiz as plain text."""
    legend = re.search(r"<legend[^>]*>(.*?)</legend>", markup, re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", legend[1])).split())


def idle(asks, said):
    """Say which notes are about questions that are never asked."""
    noted = [*said["context"], *said["alone"]]
    return [f"{quiz}: noted, but never asked" for quiz in noted if quiz not in asks]


def rare(found, planned):
    """Say which items are asked in fewer than two later chapters, or too early.

    The last two chapters have fewer behind them: they need the page at the end, too.
    """
    last = max(check.chapter for check in found.values())
    places = {label: set() for label in found}
    for page, questions in planned.items():
        match = CHAPTER.match(page)
        for question in questions:
            places[question.check.label].add(int(match[1]) if match else END)
    wrong = []
    for label, check in found.items():
        chapters = sorted(places[label] - {END})
        least = min(2, last - check.chapter)
        early = chapters and chapters[0] <= check.chapter
        if early or len(chapters) < least or (least < 2 and END not in places[label]):
            wrong += [
                f"{item}: asked again in chapters {chapters}" for item in check.items
            ]
    return wrong
