"""The computation graph, drawn from the tape: values and, after backward, gradients."""

import numpy as np
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

from dlcore import backend
from dlcore.teach import figures
from dlcore.teach._labels import LINE, canvas, compact, text_width
from dlcore.teach._roles import color

WIDTH = 280.0  # of the drawing, in points
GAP = 26.0  # between rows, room for the arrows
SPACE = 9.0  # between boxes of a row
PAD = 5.0  # inside a box
MOST_NUMBERS = 3  # numbers of an array that are written out


def draw_graph(tensor, ax=None, digits=3, values=None, gradients=None):
    """Draw how a tensor was calculated, from the inputs at the top down to it.

    Each box is one tensor: what made it (an op, or its own name), its value, and
    after `backward()` its gradient in green. Arrays show their shape and values.

    Args:
        tensor: the result, usually a loss.
        ax: where to draw; a new figure of fitting height when None.
        digits: digits of the numbers.
        values, gradients: tensors whose value or gradient is shown, to step through
            a calculation; all of them when None. The boxes keep their places.

    Returns:
        The axes; its figure is `ax.figure`.

    Example:
        >>> from dlcore import Tensor, teach
        >>> w = Tensor(2.0, requires_grad=True, name="w")
        >>> loss = (w * 3.0 - 5.0) ** 2
        >>> loss.backward()
        >>> ax = teach.draw_graph(loss)
    """
    boxes, edges = _read_tape(tensor, digits)
    height = _place(boxes, edges)
    for box in boxes:
        box.hide(values, gradients)
    if ax is None:
        _, ax = figures.figure(height=height / 72)
    canvas(ax, WIDTH, height)
    for source, target, turn in edges:
        _draw_arrow(ax, source, target, turn)
    for box in boxes:
        _draw_box(ax, box)
    return ax


class _Box:
    """One tensor on the drawing: its lines of text and its place."""

    def __init__(self, tensor, is_result, digits):
        self.tensor = tensor
        self.data = backend.to_numpy(tensor.data)
        self.grad = None if tensor.grad is None else backend.to_numpy(tensor.grad)
        self.is_op = tensor.op is not None
        self.role = _role(tensor, is_result)
        self.title = _title(tensor, self.data)
        self.row = self.x = self.y = 0
        self.write(digits, MOST_NUMBERS)

    def write(self, digits, most, broken=False):
        """Set the lines of text, with so many digits and numbers, and the size."""
        title = self.title.replace("/", "/\n") if broken else self.title
        self.heads = title.split("\n")
        self.lines = [(head, self.role) for head in self.heads]
        if self.data.size > 1:
            self.lines.append(
                (f"({', '.join(map(str, self.data.shape))})", color.muted)
            )
        self.lines.append((_in_short(self.data, digits, most), color.ink))
        if self.grad is not None:
            gradient = f"∂ {_in_short(self.grad, digits, most)}"
            self.lines.append((gradient, color.gradient))
        widths = [
            text_width(text, bold=n < len(self.heads))
            for n, (text, _) in enumerate(self.lines)
        ]
        self.width = max(widths) + 2 * PAD
        self.height = LINE * len(self.lines) + 2 * PAD - 2

    def hide(self, values, gradients):
        """Blank what is not known yet; the box keeps its size."""
        with_gradient = self.grad is not None
        if gradients is not None and with_gradient and not _in(self.tensor, gradients):
            self.lines[-1] = ("", color.gradient)
        if values is not None and not _in(self.tensor, values):
            self.lines[-2 if with_gradient else -1] = ("", color.ink)


def _in(tensor, tensors):
    return any(tensor is other for other in tensors)


def _title(tensor, data):
    if tensor.op is None:
        return tensor.name or ("constant" if data.ndim == 0 else "data")
    return f"{tensor.name} = {tensor.op.name}" if tensor.name else tensor.op.name


def _role(tensor, is_result):
    if is_result:
        return color.loss
    if tensor.op is not None:
        return color.ink
    return color.model if tensor.requires_grad else color.data


def _in_short(data, digits, most):
    """Return the numbers if they are few, otherwise the first and the last."""
    flat = [compact(v, digits) for v in np.ravel(data)[[0, -1]]]
    if data.size <= most:
        return ", ".join(compact(v, digits) for v in np.ravel(data))
    return f"{flat[0]} … {flat[1]}" if most > 1 else f"{flat[0]} …"


def _read_tape(result, digits):
    """Return a box for each tensor behind the result, and the edges between them."""
    boxes, edges, stack = {}, [], [result]
    while stack:
        tensor = stack.pop()
        if id(tensor) in boxes:
            continue
        boxes[id(tensor)] = _Box(tensor, tensor is result, digits)
        if tensor.op is not None:
            edges += [(x, tensor) for x in tensor.op.inputs]
            stack += list(reversed(tensor.op.inputs))
    pairs = [(boxes[id(source)], boxes[id(target)]) for source, target in edges]
    # x * x is two arrows side by side: `turn` says how far from the middle
    turned = [
        (*pair, pairs[:n].count(pair) - (pairs.count(pair) - 1) / 2)
        for n, pair in enumerate(pairs)
    ]
    return list(boxes.values()), turned


def _place(boxes, edges):
    """Give each box its row and place; return the height of the drawing."""
    _set_rows(boxes, edges)
    rows = [[] for _ in range(max(box.row for box in boxes) + 1)]
    for box in boxes:
        rows[box.row].append(box)
    for row in rows:
        _make_fit(row)
    _set_columns(rows, edges)
    left = min(box.x - box.width / 2 for box in boxes)
    right = max(box.x + box.width / 2 for box in boxes)
    for box in boxes:
        box.x += (WIDTH - left - right) / 2
    y = 1.0
    for row in rows:  # from the result, at the bottom, up to the inputs
        tallest = max(box.height for box in row)
        for box in row:
            box.y = y + tallest / 2
        y += tallest + GAP
    return y - GAP + 1


def _set_rows(boxes, edges):
    """Put each box one row above the highest box that uses it; the result is row 0."""
    changed = True
    while changed:
        changed = False
        for source, target, _ in edges:
            if source.row < target.row + 1:
                source.row, changed = target.row + 1, True


def _make_fit(row):
    """Break titles, then say less, in the boxes of a row that would be too wide."""
    for digits, most in [(3, MOST_NUMBERS), (3, 2), (3, 1), (2, 1)]:
        if sum(box.width + SPACE for box in row) - SPACE <= WIDTH:
            return
        for box in row:
            box.write(digits, most, broken=True)


def _set_columns(rows, edges):
    """Order each row by what its boxes are used for, and spread it over the width."""
    users, makers = {}, {}
    for source, target, _ in edges:
        users.setdefault(source, []).append(target)
        makers.setdefault(target, []).append(source)
    for row in rows:
        order = {box: n for n, box in enumerate(row)}
        row.sort(key=lambda box: (_mean_x(users.get(box)), order[box]))
        _spread(row, [_mean_x(users.get(box)) for box in row])
    for row in reversed(rows[:-1]):
        wanted = [(_mean_x(makers.get(b)) if b in makers else b.x) for b in row]
        _spread(row, wanted)


def _mean_x(boxes):
    return float(np.mean([box.x for box in boxes])) if boxes else WIDTH / 2


def _spread(row, wanted):
    """Place boxes near the wanted centers, in order, without overlap."""
    widths = [box.width for box in row]
    space = min(SPACE, (WIDTH - sum(widths)) / max(1, len(row) - 1))
    edge = 0.0
    for box, center in zip(row, wanted, strict=True):
        box.x = max(center, edge + box.width / 2)
        edge = box.x + box.width / 2 + space
    edge = WIDTH
    for box in reversed(row):
        box.x = min(box.x, edge - box.width / 2)
        edge = box.x - box.width / 2 - space


def _draw_box(ax, box):
    shape = f"round,pad=0,rounding_size={9 if box.is_op else 2}"
    corner = (box.x - box.width / 2, box.y - box.height / 2)
    style = {"fc": color.paper, "ec": box.role, "lw": 1.2, "zorder": 2}
    patch = FancyBboxPatch(corner, box.width, box.height, boxstyle=shape, **style)
    ax.add_patch(patch).set_clip_on(False)  # at the rim, too, the whole stroke
    y = box.y + box.height / 2 - PAD
    for n, (text, role) in enumerate(box.lines):
        weight = "bold" if n < len(box.heads) else "normal"
        options = {"ha": "center", "va": "top", "size": 12, "zorder": 3}
        ax.text(box.x, y, text, color=role, weight=weight, **options)
        y -= LINE


def _draw_arrow(ax, source, target, turn):
    """Draw which way the values flow, from a box down to the box that uses it."""
    start = (source.x + 8 * turn, source.y - source.height / 2)
    reach = 0.3 * target.width
    end_x = target.x + np.clip(source.x - target.x, -reach, reach) + 8 * turn
    end = (end_x, target.y + target.height / 2)
    ax.add_patch(
        FancyArrowPatch(
            start,
            end,
            arrowstyle="-|>,head_length=4.5,head_width=2.6",
            mutation_scale=1,
            shrinkA=0,
            shrinkB=0.5,
            color=color.muted,
            lw=1.0,
            zorder=1,
        )
    )
