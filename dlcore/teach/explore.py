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

from dataclasses import dataclass, field
from itertools import product

from IPython.display import display

from dlcore.teach import _explore_rules as rules
from dlcore.teach._explore_rules import in_words, shown
from dlcore.teach.page import next_number, publish, recorded
from dlcore.teach.quiz import in_order


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
        self.choices = {name: _plain(values) for name, values in choices.items()}
        rules.check_choices(self.choices)
        self.first = {name: values[0] for name, values in self.choices.items()}
        self.label = {name: name.replace("_", " ") for name in self.choices}
        self.stepped, self.exact = None, set()
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

    def only_listed(self, *names):
        """Keep these sliders to the listed values, with a kernel too."""
        self._known_names(names, "only_listed")
        self.exact |= set(names)
        return self

    def ask(self, question, options, answer, at=None):
        """Ask for a prediction: one of `options`, a dict of option to explanation.

        The question stands above them, in an order of `quiz.in_order`; `answer` is the
        right one.
        `at` is the setting that shows the answer, a dict of some of the choices; by
        default that of the first attempt, if it is not the start.
        """
        rules.check_options(question, options, answer)
        at = self._known(at or {}, "ask(at=...)")
        self.question = Question(question, answer, in_order(question, options), at=at)
        return self

    def ask_number(
        self, question, answer, tolerance, unit="", right="", wrong="", at=None
    ):
        """Ask a question about a number; `right` and `wrong` explain, as for `ask`.

        The answer, in the unit that is shown, may be off by the tolerance; `at` is
        as in `ask`.
        """
        rules.check_number(question, answer, tolerance, right, wrong)
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
        rules.check_complete(self)
        rules.check_settings(self)
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

    def _ipython_display_(self):
        """Show the widgets, and leave a drawing for when they are gone."""
        if recorded():
            raise NotImplementedError  # IPython then asks for the bundle below
        display(self._repr_mimebundle_(), raw=True)
        publish(self.live.still(), "")

    def _repr_mimebundle_(self, include=None, exclude=None):
        rules.check_complete(self)
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
                rules.refuse(
                    f"{method} expects {name} to be one of {listed}.",
                    repr(value),
                    f"Use a listed value, or add {value!r} to the list in explore().",
                )
        return dict(values)

    def _known_names(self, names, method):
        for name in names:
            if name not in self.choices:
                rules.refuse(
                    f"{method} expects the choices {', '.join(self.choices)}.",
                    repr(name),
                    "Correct the name, or add it to the call of explore().",
                )


def _plain(values):
    """Return choices as a tuple, NumPy's numbers among them as Python's."""
    return tuple(v.item() if hasattr(v, "item") else v for v in values)


def draw_state(figure, setting):
    """Call draw at this setting; return its one new figure and its caption."""
    import matplotlib.pyplot as plt

    before = set(plt.get_fignums())
    try:
        caption = figure.draw(**setting)
        new = [number for number in plt.get_fignums() if number not in before]
        rules.check_drawn(figure, new, caption, setting)
        return plt.figure(new[0]), caption.strip()
    except Exception as error:
        error.add_note(f"while drawing {figure.name!r} at {in_words(figure, setting)}")
        for number in set(plt.get_fignums()) - before:
            plt.close(number)
        raise
