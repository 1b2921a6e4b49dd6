"""An explorable figure with a kernel: ipywidgets that call draw at any value.

The protocol is that of the recorded form: a prediction unlocks the controls, the answer
comes when the reader reaches the setting that shows it, or asks for it.
"""

import html
import math
import traceback

import ipywidgets as widgets

from dlcore.teach.explore import draw_state, numeric, shown
from dlcore.teach.quiz import markup
from dlcore.teach.recorded import caption, hint, notice, outcome, picture, why

NEAR = 0.02  # so much of a slider's way counts as reached
WIDE = widgets.Layout(width="auto")


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
        self.reset = widgets.Button(description="Reset", disabled=True)
        self.show_answer = widgets.Button(description="Show what happens", layout=WIDE)
        self.attempts = [
            widgets.Button(description=attempt.text, layout=WIDE)
            for attempt in figure.attempts
        ]
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
        """Tell whether the controls are at these values, or next to them."""
        return all(
            near(self.figure.choices[name], self.controls[name].value, value)
            for name, value in values.items()
        )

    def predicted(self, button=None):
        """Take the prediction and unlock the controls."""
        if self.prediction.value is not None:
            self.unlock(self.prediction.value)

    def unlock(self, prediction=None):
        """Let the reader move the controls; None stands for a skipped prediction."""
        self.stage, self.given = "look", prediction
        for widget in [*self.controls.values(), self.reset]:
            widget.disabled = False
        self.form.layout.display = "none"
        self.show_answer.layout.display = self.after.layout.display = ""
        self.verdict.value = self._yours() + hint(self.figure)
        self.settle()

    def reveal(self, button=None):
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
                options=list(asked.options), value=None, layout=WIDE
            )
            field = self.prediction
        else:
            self.prediction = widgets.FloatText(value=0.0)
            field = widgets.HBox([self.prediction, widgets.HTMLMath(asked.unit)])
        self.commit = widgets.Button(
            description="Commit my prediction", button_style="primary", layout=WIDE
        )
        self.skip = widgets.Button(description="Skip")
        self.form = widgets.VBox([field, widgets.HBox([self.commit, self.skip])])

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
        self.show_answer.layout.display = self.after.layout.display = "none"
        left = [*self.controls.values(), self.reset, self.verdict, self.show_answer]
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

    def _connect(self):
        self._moving = False
        self.commit.on_click(self.predicted)
        self.skip.on_click(lambda button: self.unlock())
        self.show_answer.on_click(self.reveal)
        self.reset.on_click(lambda button: self.go(self.figure.first))
        for button, attempt in zip(self.attempts, self.figure.attempts, strict=True):
            setting = self.figure.full(attempt.values)
            button.on_click(lambda button, setting=setting: self.go(setting))
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
    """Return the widget of a choice: a slider from end to end, or a menu."""
    values, start = figure.choices[name], figure.first[name]
    options = {
        "value": start,
        "description": figure.label[name],
        "style": {"description_width": "initial"},
        "disabled": True,
    }
    if not numeric(values):
        kind = widgets.SelectionSlider if name == figure.stepped else widgets.Dropdown
        return kind(options=[(shown(value), value) for value in values], **options)
    low, high = min(values), max(values)
    if all(isinstance(value, int) for value in values):
        return widgets.IntSlider(min=low, max=high, **options)
    options["readout_format"] = ".3g"
    if logarithmic(values):
        ends = {"min": math.log10(low), "max": math.log10(high), "step": 0.01}
        return widgets.FloatLogSlider(**ends, **options)
    return widgets.FloatSlider(min=low, max=high, step=(high - low) / 100, **options)


def logarithmic(values):
    """Tell whether a slider over these numbers should move by ratios."""
    return min(values) > 0 and max(values) / min(values) > 20


def near(choices, value, target):
    """Tell whether a value is the target, or next to it on its slider."""
    if not numeric(choices):
        return value == target
    scale = math.log if logarithmic(choices) else float
    way = scale(max(choices)) - scale(min(choices))
    return abs(scale(value) - scale(target)) <= NEAR * way


def _told(error):
    what = "".join(traceback.format_exception_only(error))
    where = "".join(traceback.format_exception(error))
    return (
        '<div class="dlx-error" role="alert"><p><strong>draw() failed; the drawing '
        f"above is the last that worked.</strong></p><pre>{html.escape(what)}"
        "</pre><details><summary>Where</summary>"
        f"<pre>{html.escape(where)}</pre></details></div>"
    )
