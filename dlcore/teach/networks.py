"""A network drawn from the model object: neurons, weights, and one row's values."""

import itertools

import numpy as np
from matplotlib.patches import Circle

from dlcore.teach import figures
from dlcore.teach._labels import LINE, canvas, compact, free_spots, text_width, wrapped
from dlcore.teach._network_parts import columns_of, gradients_of, run_row
from dlcore.teach._roles import color

RADIUS = 18.5  # of a neuron, in points: a number of five characters fits
WIDTH = 280.0  # of the drawing
MOST_SHOWN = 5  # neurons of one layer; of larger layers the first and last ones
NAME_WIDTH = 84.0  # longer names are broken into lines
MOST_NUMBERS = 6  # weights between two layers that may get a number each
NUMBERED_STEP = 84.0  # least distance of neurons where several numbers stand
HEADING = 25.0  # room for the names of the columns
NAME_GAP = 5.0  # between a neuron and what stands under it; hats need some of it
NOTE_GAP = 4.0  # between what stands under a neuron and the notes on target and loss


def draw_network(
    model,
    ax=None,
    x=None,
    inputs=None,
    outputs=None,
    values=True,
    gradients=None,
    target=None,
    loss=None,
    phase=None,
    digits=3,
):
    """Draw a network of dense layers, or a `Neuron`, as it is at this moment.

    Weights are lines: solid where positive, dashed where negative, wider the larger.
    Numbers stand at the lines where there is room for them; ≈0 is one that `digits`
    would show as zero and is not. Phase by phase: give `x` for predict, also `target`
    and `loss` for measure, `gradients` for feedback; then draw the model again for
    adjust.

    Args:
        model: a built `Sequential` of dense layers, or a `Neuron`.
        ax: where to draw; a new figure of fitting height when None.
        x: one row of inputs, (features,), whose values are shown in the neurons.
        inputs, outputs: names of the inputs and outputs.
        values: True for the outputs a of the neurons, "z" for z as well, False for
            empty neurons.
        gradients: gradients by name as `Phase` holds them, or True for those of the
            last `backward()`; they replace the weights on the drawing.
        target: what the output should have been, written at the output.
        loss: the loss, written at the output.
        phase: a `Phase`, of which loss and gradients are taken.
        digits: digits of the numbers.

    Returns:
        The axes; its figure is `ax.figure`.

    Raises:
        ValueError: the model has no dense layers, or is not built yet.
    """
    if phase is not None:
        # After adjust the loss belongs to weights that are no longer drawn.
        known = phase.loss if phase.name != "adjust" else None
        loss = known if loss is None else loss
        gradients = phase.gradients if phase.name == "feedback" else gradients
    columns = columns_of(model, inputs, outputs)
    if x is not None:
        run_row(columns, x)
    if gradients is not None and gradients is not False:
        gradients_of(columns, model, gradients)
    notes = _notes(target, loss, digits)
    if phase is not None and loss is None:
        notes.append(("", color.loss))  # all phases get drawings of one size
    picture = _Picture(columns, values, digits, notes)
    if ax is None:
        _, ax = figures.figure(height=picture.height / 72)
    canvas(ax, WIDTH, picture.height)
    picture.draw(ax)
    return ax


class _Picture:
    """Where everything stands, in points, and how it is drawn."""

    def __init__(self, columns, values, digits, notes):
        self.columns, self.values, self.digits = columns, values, digits
        self.notes = notes
        self.pairs = list(itertools.pairwise(columns))
        self.feedback = any(c.dW is not None for c in columns)
        self.taken = []  # boxes (x, y, width, height) that numbers keep clear of
        self.place()

    def place(self):
        """Set the height, and the center of each neuron: `column.at[i] = (x, y)`."""
        above = LINE if any(c.b is not None for c in self.columns) else 0
        lines = [len(self.below(c, i)) for c in self.columns for i in _shown(c)]
        step = 2 * RADIUS + above + LINE * max(lines) + 7
        if any(4 <= len(_pairs_of(*p)) <= MOST_NUMBERS for p in self.pairs):
            step = max(step, NUMBERED_STEP)
        for x, column in zip(self._column_places(), self.columns, strict=True):
            shown = _shown(column)
            first = (len(shown) - 1) / 2 * step
            column.at = {i: (x, first - n * step) for n, i in enumerate(shown)}
        self._fit_height(above)

    def _fit_height(self, above):
        """Move everything up or down so that it just fits between 0 and `height`."""
        everyone = [(c, i, y) for c in self.columns for i, (_, y) in c.at.items()]
        top = max(y for _, _, y in everyone) + RADIUS + above
        bottom = min(
            y - RADIUS - NAME_GAP - LINE * len(self.below(c, i)) - self._note_room(c, i)
            for c, i, y in everyone
        )
        self.height = top - bottom + HEADING + 1
        for column in self.columns:
            column.at = {i: (x, y - bottom + 1) for i, (x, y) in column.at.items()}

    def _column_places(self):
        first, last = self.columns[0], self.columns[-1]
        notes = [text for text, _ in self.notes]
        left = max([RADIUS + 1, *(self._half(name) for name in first.names)])
        right = max([RADIUS + 1, *(self._half(t) for t in [*last.names, *notes])])
        return np.linspace(left, WIDTH - right, len(self.columns))

    def _half(self, text):
        return (
            max(text_width(line) for line in wrapped(text, NAME_WIDTH).split("\n")) / 2
            + 1
        )

    def draw(self, ax):
        """Draw lines first, so that neurons and numbers lie over them."""
        for left, right in self.pairs:
            self.draw_lines(ax, left, right)
        for column in self.columns:
            self.draw_column(ax, column)
        for left, right in self.pairs:
            self.draw_numbers(ax, left, right)

    def draw_lines(self, ax, left, right):
        """Draw the weights between two layers, or their gradients."""
        numbers = right.W if right.dW is None else right.dW
        largest = np.abs(numbers).max() or 1.0
        for i, j in _pairs_of(left, right):
            self.draw_line(ax, left.at[i], right.at[j], numbers[i, j], largest)

    def draw_numbers(self, ax, left, right):
        """Write the weights at their lines, if there is room for all of them."""
        numbers = right.W if right.dW is None else right.dW
        pairs = _pairs_of(left, right)
        if len(pairs) > MOST_NUMBERS:
            return
        texts = [self.short(numbers[i, j]) for i, j in pairs]
        lines = [(left.at[i], right.at[j]) for i, j in pairs]
        spots = free_spots(lines, [text_width(t) + 2 for t in texts], self.taken)
        if spots is None:
            return
        for (x, y), text, (i, j) in zip(spots, texts, pairs, strict=True):
            role = self._role(numbers[i, j])
            self._text(ax, x, y, text, role, va="center", taken=False)

    def draw_line(self, ax, start, end, value, largest):
        """Draw one weight from neuron to neuron; gradients point backward."""
        (x0, y0), (x1, y1) = start, end
        length = np.hypot(x1 - x0, y1 - y0)
        ux, uy = (x1 - x0) / length, (y1 - y0) / length
        tip = (x0 + ux * RADIUS, y0 + uy * RADIUS)
        head = 6 if self.feedback else 0  # the line ends inside its arrow head
        ax.plot(
            [tip[0] + head * ux, x1 - ux * RADIUS],
            [tip[1] + head * uy, y1 - uy * RADIUS],
            color=self._role(value),
            lw=0.7 + 3.3 * abs(value) / largest,
            ls="-" if value >= 0 else (0, (3, 1.6)),
            solid_capstyle="butt",
            dash_capstyle="butt",
            zorder=1,
        )
        if self.feedback:
            self._arrow_back(ax, tip, (ux, uy))

    def _arrow_back(self, ax, tip, unit):
        """Draw a small head that points to where the gradient flows."""
        (x, y), (ux, uy) = tip, unit
        ax.fill(
            [x, x + 8 * ux - 4 * uy, x + 8 * ux + 4 * uy],
            [y, y + 8 * uy + 4 * ux, y + 8 * uy - 4 * ux],
            color=color.gradient,
            lw=0,
            zorder=1.5,
        )

    def _role(self, value):
        if self.feedback:
            return color.gradient
        return color.data if value >= 0 else color.model

    def draw_column(self, ax, column):
        """Draw the neurons of one layer, with values, bias, names and heading."""
        for i, (x, y) in column.at.items():
            if i is None:
                self._text(ax, x, y, "⋮", color.muted, va="center")
            else:
                self.draw_neuron(ax, column, i, x, y)
        x = next(iter(column.at.values()))[0]
        ha = "center"
        half = text_width(column.title) / 2
        if x - half < 0:
            x, ha = 0, "left"
        elif x + half > WIDTH:
            x, ha = WIDTH, "right"
        self._text(ax, x, self.height - 2, column.title, color.muted, va="top", ha=ha)

    def draw_neuron(self, ax, column, i, x, y):
        """Draw one neuron and what is known about it."""
        edge = color.data if column.is_input else color.ink
        circle = Circle((x, y), RADIUS, fc=color.paper, ec=edge, lw=1.2, zorder=2)
        ax.add_patch(circle)
        self.taken.append((x, y, 2 * RADIUS, 2 * RADIUS))
        if self.values and column.a is not None:
            number = self.short(column.a[i])
            ink = {"ha": "center", "va": "center", "zorder": 4, "size": 12}
            ax.text(x, y, number, color=edge, **ink)
        if column.b is not None:
            b = column.db if self.feedback else column.b
            role = color.gradient if self.feedback else color.muted
            text = f"b {self.short(b[i])}"
            self._text(ax, x, y + RADIUS + 3, text, role, va="bottom")
        y -= RADIUS + NAME_GAP
        for text, role in self.below(column, i):
            self._text(ax, x, y, text, role, va="top")
            y -= LINE
        y -= NOTE_GAP
        for text, role in self.notes_at(column, i):
            self._text(ax, x, y, text, role, va="top")
            y -= LINE

    def short(self, number):
        """Return a number of the network in few characters; a tiny one says so."""
        text = compact(number, self.digits)
        return "≈0" if "e−" in text else text

    def below(self, column, i):
        """Return the lines of text under a neuron, each with its color."""
        lines = []
        if i is None:
            return lines
        if self.values == "z" and column.z is not None:
            lines.append((f"z {self.short(column.z[i])}", color.muted))
        if i < len(column.names):
            broken = wrapped(column.names[i], NAME_WIDTH).split("\n")
            lines += [(line, color.ink) for line in broken]
        return lines

    def notes_at(self, column, i):
        """Return the notes, which stand under the last neuron alone."""
        is_last = column is self.columns[-1] and i == column.units - 1
        return self.notes if is_last else []

    def _note_room(self, column, i):
        notes = self.notes_at(column, i)
        return NOTE_GAP + LINE * len(notes) if notes else 0

    def _text(self, ax, x, y, text, role, va, ha="center", taken=True):
        """Write on a piece of paper, so that lines do not run through the text."""
        paper = {"boxstyle": "square,pad=0.06", "fc": color.paper, "ec": "none"}
        style = {"ha": ha, "va": va, "color": role, "size": 12, "zorder": 3}
        ax.text(x, y, text, bbox=paper, **style)
        if taken:
            middle = {"top": y - LINE / 2, "bottom": y + LINE / 2}.get(va, y)
            self.taken.append((x, middle, text_width(text), LINE - 3))


def _shown(column):
    """Return the neurons of a layer that are drawn; None stands for a gap."""
    if column.units <= MOST_SHOWN:
        return list(range(column.units))
    return [*range(MOST_SHOWN - 2), None, column.units - 1]


def _pairs_of(left, right):
    """Return (i, j) for each drawn weight from neuron i on the left to j."""
    shown = itertools.product(_shown(right), _shown(left))
    return [(i, j) for j, i in shown if None not in (i, j)]


def _notes(target, loss, digits):
    """Return the lines that tell target and loss, each with its color."""
    notes = []
    if target is not None:
        number = compact(np.ravel(target)[0], digits)
        notes.append((f"target {number}", color.data))
    if loss is not None:
        notes.append((f"loss {compact(loss, digits)}", color.loss))
    return notes
