"""Explorable figures: the reader predicts, then moves the controls, then reads why.

    (
        explore(draw, learning_rate=[0.08, 0.5, 1.1], epochs=range(0, 101, 10))
        .start(learning_rate=0.08, epochs=10)
        .labels(learning_rate="learning rate η")
        .ask("What happens at η = 1.1?", {"It learns faster": "Too far: ...",
             "The loss grows": "Right: ..."}, answer="The loss grows",
             at=dict(learning_rate=1.1))
        .attempt("Set η to 0.5.", learning_rate=0.5)    # three of them
        .notice("...")
        .why("...", equation=("eq-update", 4))
        .named("learning-rate", title="How large a step?", caption="...")
    )

With a kernel the controls are ipywidgets (`live.py`). With DLCORE_RECORD=1 every
state is drawn once and carried in plain HTML (`recorded.py`).
"""

import math
import re
from dataclasses import dataclass, field
from itertools import product
from numbers import Real

from dlcore.teach.page import next_number, recorded

MAX_CONTROLS = 3
MAX_STATES = 300
ATTEMPTS = 3  # so many settings to try; the printed page shows these states


@dataclass
class Question:
    """What the reader predicts, and the setting at which the answer is seen."""

    text: str
    answer: object
    options: dict = field(default_factory=dict)  # empty for a number
    tolerance: float = 0.0
    unit: str = ""
    right: str = ""
    wrong: str = ""
    at: dict = field(default_factory=dict)

    def key(self):
        """Return the place of the right option."""
        return list(self.options).index(self.answer)

    def is_right(self, prediction):
        """Tell whether an option or a number is the answer."""
        if self.options:
            return prediction == self.answer
        return abs(prediction - self.answer) <= self.tolerance


@dataclass
class Attempt:
    """A setting to try: what to do in words, and the values it names."""

    text: str
    values: dict


def explore(draw, /, **choices):
    """Return an explorable figure of `draw`, to be completed by its methods.

    Arguments: `draw(**values)` makes one matplotlib figure and returns its caption,
    a str with the numbers of this state; each of the `choices` is a name with a
    range, a list of numbers (a slider) or a list of str (a menu).
    """
    return Explorable(draw, choices)


class Explorable:
    """One figure with controls, a question before them and an explanation after."""

    def __init__(self, draw, choices):
        self.draw = draw
        self.choices = {name: tuple(values) for name, values in choices.items()}
        _check_choices(self.choices)
        self.first = {name: values[0] for name, values in self.choices.items()}
        self.label = {name: name.replace("_", " ") for name in self.choices}
        self.stepped = None
        self.question = None
        self.attempts = []
        self.name = self.title = self.caption = ""
        self.noticed = self.reason = ""
        self.equation = None
        self.number = None
        self.live = self._bundle = None

    def start(self, **values):
        """Begin at these values; a choice that is not named begins at its first."""
        self.first |= self._known(values, "start")
        return self

    def labels(self, **texts):
        """Name the controls as the reader sees them."""
        self._known_names(texts, "labels")
        self.label |= texts
        return self

    def stepper(self, name):
        """Give this control two buttons, previous and next."""
        self._known_names([name], "stepper")
        self.stepped = name
        return self

    def ask(self, question, options, answer, at=None):
        """Ask for a prediction: one of `options`, a dict of option to explanation.

        The question stands above them; `answer` is the right one.
        `at` is the setting that shows the answer, a dict of some of the choices; by
        default that of the first attempt, if it is not the start.
        """
        _check_options(question, options, answer)
        at = self._known(at or {}, "ask(at=...)")
        self.question = Question(question, answer, dict(options), at=at)
        return self

    def ask_number(
        self, question, answer, tolerance, unit="", right="", wrong="", at=None
    ):
        """Ask a question about a number; `right` and `wrong` explain, as for `ask`.

        The answer, in the unit that is shown, may be off by the tolerance; `at` is
        as in `ask`.
        """
        _check_number(question, answer, tolerance, right, wrong)
        at = self._known(at or {}, "ask_number(at=...)")
        self.question = Question(
            question, answer, {}, tolerance, unit, right, wrong, at
        )
        return self

    def attempt(self, text, **values):
        """Add a setting to try; what it does not name is as at the start."""
        self.attempts.append(Attempt(text, self._known(values, "attempt")))
        return self

    def notice(self, text):
        """Say what the reader should have seen; it opens after the attempts."""
        self.noticed = text
        return self

    def why(self, text, equation=None):
        """Explain in two sentences; `equation` is a pair (label, printed number)."""
        self.reason, self.equation = text, equation
        return self

    def named(self, name, title, caption):
        """Finish the figure: its name in the address, its title and its caption."""
        self.name, self.title, self.caption = name, title, caption
        _check_complete(self)
        _check_settings(self)
        if recorded():
            self._bundle = self._recorded()
        return self

    def full(self, values):
        """Return a setting of every choice: these values, the others as at start."""
        return self.first | values

    def answered_at(self):
        """Return the values at which the answer to the question is seen."""
        others = [a.values for a in self.attempts if self.full(a.values) != self.first]
        return self.question.at or others[0]

    def settings(self):
        """Return the setting of every state; the last choice runs fastest."""
        return [
            dict(zip(self.choices, values, strict=True))
            for values in product(*self.choices.values())
        ]

    def __repr__(self):
        sizes = ", ".join(f"{name}: {len(v)}" for name, v in self.choices.items())
        return f"explore({self.name or 'not named yet'}; {sizes})"

    def _repr_mimebundle_(self, include=None, exclude=None):
        _check_complete(self)
        if self._bundle is None:
            self._bundle = self._live()
        return self._bundle

    def _recorded(self):
        from dlcore.teach.recorded import record

        self.number = next_number()
        return {"text/plain": repr(self), "text/html": record(self)}

    def _live(self):
        from dlcore.teach.live import LiveExplorable

        self.number = next_number()
        self.live = LiveExplorable(self)
        view = self.live.box._repr_mimebundle_()
        return view | {"text/plain": repr(self)}

    def _known(self, values, method):
        """Return values whose names and values are all among the choices."""
        self._known_names(values, method)
        for name, value in values.items():
            if value not in self.choices[name]:
                listed = ", ".join(shown(choice) for choice in self.choices[name])
                refuse(
                    f"{method} expects {name} to be one of {listed}.",
                    f"{value!r}.",
                    f"Use a listed value, or add {value!r} to the list in explore().",
                )
        return dict(values)

    def _known_names(self, names, method):
        for name in names:
            if name not in self.choices:
                refuse(
                    f"{method} expects the choices {', '.join(self.choices)}.",
                    f"{name!r}.",
                    "Correct the name, or add it to the call of explore().",
                )


def shown(value):
    """Return a value as read-outs and addresses show it."""
    return f"{value:g}" if isinstance(value, float) else str(value)


def numeric(values):
    """Tell whether these choices are numbers, which get a slider."""
    return all(isinstance(v, Real) and not isinstance(v, bool) for v in values)


def draw_state(figure, setting):
    """Call draw at this setting; return its one new figure and its caption."""
    import matplotlib.pyplot as plt

    before = set(plt.get_fignums())
    try:
        caption = figure.draw(**setting)
        new = [number for number in plt.get_fignums() if number not in before]
        _check_drawn(figure, new, caption, setting)
        return plt.figure(new[0]), caption.strip()
    except Exception as error:
        error.add_note(f"while drawing {figure.name!r} at {in_words(figure, setting)}")
        for number in set(plt.get_fignums()) - before:
            plt.close(number)
        raise


def in_words(figure, setting):
    """Return a setting as text: 'learning rate η 0.5, epochs 10'."""
    return ", ".join(f"{figure.label[n]} {shown(v)}" for n, v in setting.items())


def refuse(expected, came, change, error=ValueError):
    """Raise an error that says what was expected, what came and what to change."""
    raise error(f"{expected}\n  came: {came}\n  change: {change}")


def _check_choices(choices):
    if not 1 <= len(choices) <= MAX_CONTROLS:
        refuse(
            f"explore expects 1 to {MAX_CONTROLS} choices.",
            f"{len(choices)}.",
            "Keep what the question is about and fix the rest inside draw.",
        )
    for name, values in choices.items():
        texts = [shown(value) for value in values]
        if len(set(texts)) < max(2, len(texts)):
            refuse(
                f"explore expects {name} to have two or more values that read apart.",
                f"{', '.join(texts) or 'nothing'}.",
                "List each value once, with at most six digits.",
            )
    states = math.prod(len(values) for values in choices.values())
    if states > MAX_STATES:
        sizes = " x ".join(str(len(values)) for values in choices.values())
        refuse(
            f"explore records at most {MAX_STATES} states.",
            f"These choices make {sizes} = {states}.",
            "List fewer values: those between which the reader sees a difference.",
        )


def _check_options(question, options, answer):
    if not question.strip() or len(options) < 2 or not all(options.values()):
        refuse(
            "ask expects a question and two or more options, each explained.",
            f"{question!r} with {dict(options)!r}.",
            'Write .ask("...?", {"option": "explanation", ...}, answer="option").',
        )
    if answer not in options:
        refuse(
            f"ask expects the answer to be one of {', '.join(map(repr, options))}.",
            f"{answer!r}.",
            "Copy the text of the right option.",
        )


def _check_number(question, answer, tolerance, right, wrong):
    if not (question.strip() and right.strip() and wrong.strip()):
        refuse(
            "ask_number expects a question and a text for right and for wrong.",
            f"{question!r}, right={right!r}, wrong={wrong!r}.",
            "Write what the reader should think of in each case.",
        )
    if not (numeric([answer, tolerance]) and tolerance >= 0):
        refuse(
            "ask_number expects numbers for answer and tolerance (0 or more).",
            f"It got answer={answer!r}, tolerance={tolerance!r}.",
            "Give both as plain numbers, in the unit that is shown.",
        )


def _check_complete(figure):
    if not re.fullmatch(r"[a-z][a-z0-9-]*", figure.name):
        refuse(
            "An explorable figure expects a name of small letters, digits and hyphens.",
            f"{figure.name!r}.",
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
            f"{figure.name!r} lacks {' and '.join(missing)}.",
            "Add it before named(), which comes last.",
        )
    if len(figure.attempts) != ATTEMPTS:
        refuse(
            f"An explorable figure expects {ATTEMPTS} attempts, which are printed too.",
            f"{figure.name!r} has {len(figure.attempts)}.",
            'Write .attempt("Set ... to ...", name=value) once for each.',
        )


def _check_settings(figure):
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


def _check_drawn(figure, new, caption, setting):
    if len(new) != 1:
        refuse(
            "draw is expected to make one figure.",
            f"It left {len(new)} open.",
            "Call teach.figure() once in it, and neither show nor close it.",
        )
    if not isinstance(caption, str) or not caption.strip():
        refuse(
            "draw is expected to return its caption, a str with the numbers to read.",
            f"It returned {caption!r}.",
            "Return a sentence; it is also the text for readers who do not see.",
            TypeError,
        )
