"""An explorable figure with a kernel: ipywidgets that call draw at any value.

The protocol is that of the recorded form: a prediction unlocks the controls, the answer
comes when the reader reaches the setting that shows it, or asks for it.
"""

import html
import re
import traceback

import ipywidgets as widgets

from dlcore.teach._explore_rules import numeric, shown, stops
from dlcore.teach.explore import draw_state
from dlcore.teach.quiz import markup
from dlcore.teach.recorded import LOCKED, caption, hint, notice, outcome, picture, why

STILL = "The controls come back when the notebook runs: choose Run, then Run All Cells."


class LiveExplorable:
    """The widgets of one explorable figure; `box` holds them all.

    Arguments: `figure`, the `Explorable` to show. Each part that a reader uses is an
    attribute: `prediction`, `commit`, `skip`, `controls` (a dict), `show_answer`,
    `attempts` (a list) and `reset`; what they read is in the others.
    """

    def __init__(self, figure):
        self.figure, self.stage, self.tried = figure, "predict", set()
        self.controls = {name: control(figure, name) for name in figure.choices}
        self.drawing, self.caption, self.error = (widgets.HTML() for _ in range(3))
        self.verdict = widgets.HTMLMath()
        self.notice = widgets.HTMLMath(notice(figure))
        self.reset = button("Reset")
        self.show_answer = button("Show what happens")
        self.attempts = [button(attempt.text) for attempt in figure.attempts]
        self._make_question()
        self._arrange()
        self._connect()
        self.draw()

    def setting(self):
        """Return the present value of every control."""
        return {name: widget.value for name, widget in self.controls.items()}

    def go(self, setting):
        """Move the controls, and draw once."""
        self._moving = True
        for name, value in setting.items():
            self.controls[name].value = value
        self._moving = False
        self.moved()

    def step(self, widget, by):
        """Move a control to its next or previous value, not beyond its ends."""
        place = widget.index + by
        if not widget.disabled and 0 <= place < len(widget.options):
            widget.index = place

    def moved(self, change=None):
        """Draw the present setting and see whether it was asked for."""
        if self._moving:
            return
        self.draw()
        if self.stage != "predict":
            self.settle()

    def draw(self):
        """Draw the present setting; an error is told below the last drawing."""
        try:
            fig, caption = draw_state(self.figure, self.setting())
            drawing = picture(fig)
        except Exception as error:
            self.error.value = _told(error)
            return
        label = html.escape(f"{self.figure.title} {caption}", quote=True)
        self.drawing.value = (
            f'<div class="dlx-drawing" role="img" aria-label="{label}">{drawing}</div>'
        )
        self.caption.value = (
            f'<p class="dlx-caption" aria-live="polite">{markup(caption)}</p>'
        )
        self.error.value = ""

    def still(self):
        """Return what a notebook shows that is opened again, without its widgets."""
        return (
            '<div class="dlx-kernel dlx-unpredicted dlx-still" hidden>'
            f'<p class="dlx-title">{markup(self.figure.title)}</p>'
            f"{self.drawing.value}{self.caption.value}"
            f'<p class="dlx-below">{caption(self.figure)}</p><p>{STILL}</p></div>'
        )

    def settle(self):
        """Mark the attempts made, open Notice after the last, answer when seen."""
        for number, attempt in enumerate(self.figure.attempts):
            if self.reached(self.figure.full(attempt.values)):
                self.tried.add(number)
                self.attempts[number].icon = "check"
        if len(self.tried) == len(self.attempts):
            self.notice.value = notice(self.figure, opened=True)
        if self.reached(self.figure.answered_at()):
            self.reveal()

    def reached(self, values):
        """Tell whether the controls are at these values."""
        return all(self.controls[name].value == value for name, value in values.items())

    def predicted(self, clicked=None):
        """Take the prediction and unlock the controls."""
        if self.prediction.value is not None:
            self.unlock(self.prediction.value)

    def unlock(self, prediction=None):
        """Let the reader move the controls; None stands for a skipped prediction."""
        self.stage, self.given = "look", prediction
        for widget in self.controls.values():
            widget.disabled = False
        self.form.layout.display = "none"
        self.box.remove_class("dlx-unpredicted")
        for widget in self.later:
            widget.layout.display = ""
        self.verdict.value = self._yours() + hint(self.figure)
        self.settle()

    def reveal(self, clicked=None):
        """Say what happens, beside the prediction; go there if need be."""
        if self.stage == "answered":
            return
        self.stage = "answered"
        self.show_answer.layout.display = "none"
        self.verdict.value = self._yours() + answered(self.figure.question, self.given)
        if not self.reached(self.figure.answered_at()):
            self.go(self.figure.full(self.figure.answered_at()))

    def _yours(self):
        said = "nothing; you skipped it."
        if self.given is not None:
            said = f"{shown(self.given)} {self.figure.question.unit}".strip()
        return (
            '<p><span class="dlx-step">You predicted</span> '
            f"<span>{markup(said)}</span></p>"
        )

    def _make_question(self):
        asked = self.figure.question
        if asked.options:
            self.prediction = widgets.RadioButtons(
                options=[(plain(option), option) for option in asked.options],
                value=None,
                layout={"width": "auto"},
            )
            field = self.prediction
        else:
            self.prediction = widgets.FloatText(value=0.0)
            field = widgets.HBox([self.prediction, widgets.HTMLMath(asked.unit)])
        self.commit = button("Commit my prediction", "primary")
        self.skip = button("Skip")
        locked = widgets.HTML(f'<p class="dlx-locked">{LOCKED}</p>')
        buttons = widgets.HBox([self.commit, self.skip])
        self.form = widgets.VBox([field, buttons, locked])

    def _arrange(self):
        figure = self.figure
        self.after = widgets.VBox(
            [
                widgets.HTML('<p class="dlx-step">Try</p>'),
                widgets.HBox(self.attempts).add_class("dlx-tries"),
                self.notice,
                widgets.HTMLMath(why(figure)),
            ]
        )
        self.later = [self.reset, self.show_answer, self.after]
        for widget in self.later:
            widget.layout.display = "none"
        left = [*self._rows(), self.reset, self.verdict, self.show_answer]
        view = [self.drawing, self.caption, self.error]
        both = widgets.HBox([widgets.VBox(left), widgets.VBox(view)])
        parts = [
            widgets.HTMLMath(
                f'<p class="dlx-title">{markup(figure.title)}</p>'
                f'<p class="dlx-asked"><span class="dlx-step">Predict</span> '
                f"{markup(figure.question.text)}</p>"
            ),
            self.form,
            both.add_class("dlx-both"),
            self.after,
            widgets.HTMLMath(f'<p class="dlx-below">{caption(figure)}</p>'),
        ]
        self.box = widgets.VBox(parts).add_class("dlx-kernel")
        self.box.add_class("dlx-unpredicted")

    def _rows(self):
        """Return the controls, the stepped one between two buttons."""
        for name, widget in self.controls.items():
            if name != self.figure.stepped:
                yield widget
                continue
            back, on = self.steps = button("‹"), button("›")
            back.tooltip, on.tooltip = "Previous", "Next"
            back.on_click(lambda _, widget=widget: self.step(widget, -1))
            on.on_click(lambda _, widget=widget: self.step(widget, 1))
            yield widgets.HBox([back, widget, on])

    def _connect(self):
        self._moving = False
        self.commit.on_click(self.predicted)
        self.skip.on_click(lambda _: self.unlock())
        self.show_answer.on_click(self.reveal)
        self.reset.on_click(lambda _: self.go(self.figure.first))
        for choice, attempt in zip(self.attempts, self.figure.attempts, strict=True):
            setting = self.figure.full(attempt.values)
            choice.on_click(lambda _, setting=setting: self.go(setting))
        for widget in self.controls.values():
            widget.observe(self.moved, "value")


def answered(asked, given):
    """Return what happens, for this prediction or for none (None)."""
    heading, keys = "What happens", {"always", asked.key() if asked.options else ""}
    if given is not None:
        right = asked.is_right(given)
        heading += ", as you predicted" if right else " instead"
        keys.add(
            list(asked.options).index(given)
            if asked.options
            else "right"
            if right
            else "wrong"
        )
    lines = [line for key, line in outcome(asked).items() if key in keys]
    text = "".join(f"<p>{line}</p>" for line in lines)
    return f'<div class="dlx-told"><p class="dlx-step">{heading}</p>{text}</div>'


def control(figure, name):
    """Return the widget of a choice: a slider or, for words, a menu."""
    values, kind = figure.choices[name], widgets.Dropdown
    if numeric(values) or name == figure.stepped:
        kind = widgets.SelectionSlider
    if numeric(values) and name not in figure.exact:
        values = stops(values)
    return kind(
        options=[(shown(stop), stop) for stop in values],
        value=figure.first[name],
        description=figure.label[name],
        style={"description_width": "initial"},
        disabled=True,
    ).add_class("dlx-choice")


def button(text, style=""):
    """Return a button as wide as its text."""
    layout = widgets.Layout(width="auto")
    return widgets.Button(description=plain(text), button_style=style, layout=layout)


def plain(text):
    """Return text for a widget that shows neither code nor mathematics as such."""
    return re.sub(r"`|\\[()]", "", text)


def _told(error):
    what = "".join(traceback.format_exception_only(error))
    where = "".join(traceback.format_exception(error))
    return (
        '<div class="dlx-error" role="alert"><p><strong>draw() failed; the drawing '
        f"above is the last that worked.</strong></p><pre>{html.escape(what)}"
        "</pre><details><summary>Where</summary>"
        f"<pre>{html.escape(where)}</pre></details></div>"
    )
