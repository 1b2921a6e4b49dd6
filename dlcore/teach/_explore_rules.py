"""What an explorable figure has to be, and how a wrong one is refused."""

import math
import re
from itertools import pairwise
from numbers import Real

import numpy as np

MAX_CONTROLS = 3
MAX_STATES = 300
BETWEEN = 9  # further stops of a slider between two listed values, with a kernel
WIDE = 3  # values this many times apart are joined by ratios, not differences
ATTEMPTS = 3  # so many settings to try; the printed page shows these states


def shown(value):
    """Return a value as read-outs and addresses show it."""
    return f"{value:g}" if isinstance(value, float) else str(value)


def numeric(values):
    """Tell whether these choices are numbers, which get a slider."""
    return all(isinstance(v, Real) and not isinstance(v, bool) for v in values)


def stops(values):
    """Return the listed numbers with others between them, of three digits at most."""
    whole = all(isinstance(value, int) for value in values)
    found = [values[0]]
    for low, high in pairwise(values):
        ratio = max(low, high) / min(low, high) if min(low, high) > 0 else 0
        space = np.geomspace if ratio > WIDE else np.linspace
        way = space(low, high, BETWEEN + 2)[1:-1].tolist()
        found += [round(stop) if whole else float(f"{stop:.3g}") for stop in way]
        found.append(high)
    return list(dict.fromkeys(found))


def in_words(figure, setting):
    """Return a setting as text: 'learning rate η 0.5, epochs 10'."""
    return ", ".join(f"{figure.label[n]} {shown(v)}" for n, v in setting.items())


def refuse(expected, came, change, error=ValueError):
    """Raise an error that says what was expected, what came and what to change."""
    raise error(f"{expected}\n  came: {came}\n  change: {change}")


def check_choices(choices):
    """Refuse too many controls or states, and values that read the same."""
    if not 1 <= len(choices) <= MAX_CONTROLS:
        refuse(
            f"explore expects 1 to {MAX_CONTROLS} choices.",
            f"{len(choices)}",
            "Keep what the question is about and fix the rest inside draw.",
        )
    for name, values in choices.items():
        texts = [shown(value) for value in values]
        if len(set(texts)) < max(2, len(texts)):
            refuse(
                f"explore expects {name} to have two or more values that read apart.",
                f"{', '.join(texts) or 'nothing'}",
                "List each value once, with at most six digits.",
            )
    states = math.prod(len(values) for values in choices.values())
    if states > MAX_STATES:
        sizes = " x ".join(str(len(values)) for values in choices.values())
        refuse(
            f"explore records at most {MAX_STATES} states.",
            f"{sizes} = {states}",
            "List fewer values: those between which the reader sees a difference.",
        )


def check_options(question, options, answer):
    """Refuse a question without an explanation for every option."""
    if not question.strip() or len(options) < 2 or not all(options.values()):
        refuse(
            "ask expects a question and two or more options, each explained.",
            f"{question!r} with {dict(options)!r}",
            'Write .ask("...?", {"option": "explanation", ...}, answer="option").',
        )
    if answer not in options:
        refuse(
            f"ask expects the answer to be one of {', '.join(map(repr, options))}.",
            repr(answer),
            "Copy the text of the right option.",
        )


def check_number(question, answer, tolerance, right, wrong):
    """Refuse a question for a number that lacks a text or its tolerance."""
    if not (question.strip() and right.strip() and wrong.strip()):
        refuse(
            "ask_number expects a question and a text for right and for wrong.",
            f"{question!r}, right={right!r}, wrong={wrong!r}",
            "Write what the reader should think of in each case.",
        )
    if not (numeric([answer, tolerance]) and tolerance >= 0):
        refuse(
            "ask_number expects numbers for answer and tolerance (0 or more).",
            f"answer={answer!r}, tolerance={tolerance!r}",
            "Give both as plain numbers, in the unit that is shown.",
        )


def check_complete(figure):
    """Refuse a figure that lacks one of its parts."""
    if not re.fullmatch(r"[a-z][a-z0-9-]*", figure.name):
        refuse(
            "An explorable figure expects a name of small letters, digits and hyphens.",
            repr(figure.name),
            'End with .named("learning-rate", title="...", caption="...").',
        )
    parts = {
        "ask() or ask_number()": figure.question,
        "notice()": figure.noticed.strip(),
        "why()": figure.reason.strip(),
        "a title in named()": figure.title.strip(),
        "a caption in named()": figure.caption.strip(),
    }
    missing = [part for part, given in parts.items() if not given]
    if missing:
        refuse(
            "An explorable figure expects " + ", ".join(parts) + ".",
            f"{figure.name!r} lacks {' and '.join(missing)}",
            "Add it before named(), which comes last.",
        )
    if len(figure.attempts) != ATTEMPTS:
        refuse(
            f"An explorable figure expects {ATTEMPTS} attempts, which are printed too.",
            f"{figure.name!r} has {len(figure.attempts)}",
            'Write .attempt("Set ... to ...", name=value) once for each.',
        )


def check_settings(figure):
    """Refuse attempts that repeat, and an answer that is seen at once."""
    tried = [figure.full(attempt.values) for attempt in figure.attempts]
    if any(tried.count(setting) > 1 for setting in tried):
        refuse(
            "The attempts are expected to differ from each other.",
            "; ".join(in_words(figure, setting) for setting in tried),
            "What an attempt does not name is as at the start; name what should move.",
        )
    at = figure.question.at
    if at and all(figure.first[name] == value for name, value in at.items()):
        refuse(
            "The answer is expected at a setting that the reader has to move to.",
            f"at={at!r}, which the start already shows",
            "Start elsewhere, or let `at` name what should be moved.",
        )


def check_drawn(figure, new, caption, setting):
    """Refuse a draw that does not make one figure and return its caption."""
    if len(new) != 1:
        refuse(
            "draw is expected to make one figure.",
            f"{len(new)} open",
            "Call teach.figure() once in it, and neither show nor close it.",
        )
    if not isinstance(caption, str) or not caption.strip():
        refuse(
            "draw is expected to return its caption, a str with the numbers to read.",
            repr(caption),
            "Return a sentence; it is also the text for readers who do not see.",
            TypeError,
        )
