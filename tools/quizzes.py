"""Check that no multiple-choice question can be answered by guessing habits.

    python tools/quizzes.py

Whoever knows nothing should do no better than by drawing lots. So no right option is
noticeably longer than every other one, and over the whole book it does not pay always
to take the longest option, or the shortest, or the one in some place. Predictions of
figures count like quizzes.
"""

import ast
import re
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from dlcore.teach.quiz import in_order
from tools.chapters import blocks
from tools.notebooks import chapter_paths

# noticeably longer than the next longest: so many times, and by so many letters
TIMES, LETTERS = 1.25, 12
# Of about 700 questions with three options, lots hit 33 % ± 2 %.
MOST = 0.4
NOT_SHOWN = re.compile(r"`|\\\(|\\\)")


@dataclass(frozen=True)
class Choice:
    """One question: its line, its options as the page shows them, the right one."""

    line: int
    options: tuple
    right: int

    @property
    def sizes(self):
        """Return how many letters of each option are seen."""
        return [len(NOT_SHOWN.sub("", option)) for option in self.options]

    def stands_out(self):
        """Tell whether the right option is noticeably the longest."""
        sizes = self.sizes
        own = sizes.pop(self.right)
        return own >= max(TIMES * max(sizes), max(sizes) + LETTERS)


def longest(choice):
    """Return the places of the longest options."""
    return places(choice.sizes, max(choice.sizes))


def shortest(choice):
    """Return the places of the shortest options."""
    return places(choice.sizes, min(choice.sizes))


def places(sizes, wanted):
    """Return where a list holds the wanted number."""
    return [place for place, size in enumerate(sizes) if size == wanted]


HABITS = {
    "the longest option": longest,
    "the shortest option": shortest,
    "the first option": lambda choice: [0],
    "the second option": lambda choice: [1],
    "the last option": lambda choice: [len(choice.options) - 1],
}


def choices(source):
    """Return the multiple-choice questions of a chapter source."""
    return [
        as_shown(call, block.first)
        for block in blocks(source)
        if block.kind == "code"
        for call in ast.walk(ast.parse("\n".join(block.lines)))
        if is_choice(call)
    ]


def is_choice(node):
    """Tell whether a piece of code asks a question with options."""
    return (
        isinstance(node, ast.Call)
        and getattr(node.func, "attr", "") in ("quiz", "ask")
        and len(node.args) > 1
        and isinstance(node.args[1], ast.Dict)
    )


def as_shown(call, first):
    """Return the question that a call in the cell from line `first` on asks."""
    options = [ast.literal_eval(key) for key in call.args[1].keys]
    answer = next(word.value for word in call.keywords if word.arg == "answer")
    shown = list(in_order(words(call.args[0]), dict.fromkeys(options)))
    right = shown.index(ast.literal_eval(answer))
    return Choice(first + call.args[0].lineno - 1, tuple(shown), right)


def words(node):
    """Return a text in code; what is computed in it is left out."""
    if isinstance(node, ast.JoinedStr):
        return "".join(words(part) for part in node.values)
    return node.value if isinstance(node, ast.Constant) else ""


def hits(habit, questions):
    """Return the share of questions that a habit answers; ties are drawn by lot."""
    right = 0
    for choice in questions:
        taken = habit(choice)
        right += (choice.right in taken) / len(taken)
    return right / len(questions)


def habits_that_pay(questions):
    """Say which habits answer too large a share of the questions."""
    return [
        f"{name} is right in {share:.0%} of {len(questions)} questions"
        for name, habit in HABITS.items()
        if (share := hits(habit, questions)) > MOST
    ]


def asked(paths):
    """Return (name of its chapter source, question) for every question."""
    return [
        (path.name, choice)
        for path in paths
        for choice in choices(path.read_text(encoding="utf-8"))
    ]


def problems(questions):
    """Return what is wrong with questions, as `asked`, taken as a whole book."""
    found = [
        f"{name}:{choice.line}: {choice.options[choice.right]!r} is right, "
        "and by far longest"
        for name, choice in questions
        if choice.stands_out()
    ]
    return found + habits_that_pay([choice for _, choice in questions])


def main():
    """Print what is wrong, and how well each habit does; return the exit status."""
    questions = asked(chapter_paths([]))
    found, everyone = problems(questions), [choice for _, choice in questions]
    print(*found, sep="\n", end="\n" if found else "")
    for name, habit in HABITS.items():
        print(f"{hits(habit, everyone):4.0%} {name}")
    lots = sum(1 / len(choice.options) for choice in everyone) / len(everyone)
    print(f"{lots:4.0%} drawing lots, over {len(everyone)} questions")
    return min(len(found), 1)


if __name__ == "__main__":
    sys.exit(main())
