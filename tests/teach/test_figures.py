"""Figures: one drawing for light, dark and print, that a phone can show."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from matplotlib.patheffects import withStroke

from dlcore import teach
from dlcore.teach import _mathtext, page
from dlcore.teach._roles import ROLES, css_color
from dlcore.teach.figures import checked_alt, plt
from tests.drawing_rules import faults_of_markup, palettes, weak_colors

STATIC = Path(teach.__file__).parent / "static"
RED = Path(__file__).parents[1] / "red"
NOTEBOOKS = sorted((RED.parents[1] / "notebooks").glob("*.ipynb"))

HOTELS = """
import numpy as np
from dlcore import teach
fig, ax = teach.figure()
x = np.linspace(0, 10, 12)
ax.scatter(x, 205 - 9.5 * x, color=teach.color.data, label="hotels", alpha=0.25)
(line,) = ax.plot(x, 200 - 9 * x, color=teach.color.model, label="model")
teach.label_line(line, r"$\\hat y = w x + b$", at=3, dx=4, dy=8)
ax.set(xlabel="distance $x$ (km)", ylabel="price $y$ (dollars)", ylim=(90, 225))
"""


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


@pytest.fixture
def published(monkeypatch):
    found = []
    monkeypatch.setattr(page, "publish", lambda markup, text: found.append(markup))
    return found


def hotels():
    names = {}
    exec(HOTELS, names)
    return names["fig"]


def test_a_drawing_disturbs_nothing_around_it():
    assert faults_of_markup(teach.to_svg(hotels(), "dl-2-1-1")) == []


def test_the_rules_see_a_drawing_that_leaks():
    faults = " ".join(faults_of_markup((RED / "drawing_leaks.svg").read_text()))
    for fault in (
        "<style>",
        "axes_1 repeats",
        "finer than",
        "no theme",
        "fonts",
        "gone",
    ):
        assert fault in faults


def test_two_drawings_of_a_page_share_no_id():
    both = teach.to_svg(hotels(), "dl-2-1-1") + teach.to_svg(hotels(), "dl-2-1-2")
    assert faults_of_markup(both) == []


def test_without_a_prefix_ids_come_from_the_content():
    other = hotels()
    other.axes[0].set_title("another")
    both = teach.to_svg(hotels()) + teach.to_svg(other)
    assert faults_of_markup(both) == []


def test_drawings_are_the_same_in_every_process():
    code = HOTELS + "print(teach.to_svg(fig), end='')"
    drawn = []
    for seed in ("1", "2"):
        env = os.environ | {"PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", code]
        run = subprocess.run(command, env=env, capture_output=True, check=True)
        drawn.append(run.stdout.decode())
    assert drawn[0] == drawn[1] == teach.to_svg(hotels())


def test_colors_become_roles():
    svg = teach.to_svg(hotels())
    for role in ("data", "model", "muted", "ink"):
        assert f"var(--dl-{role}," in svg
    assert "var(--dl-model-text," in svg  # the label at the line
    assert "opacity:0.25" in svg
    assert not re.search(r"[^,]#[0-9a-f]{6}", svg)


def test_text_stays_text_and_keeps_its_digits():
    fig, ax = teach.figure()
    ax.text(0.5, 0.5, "η = 0.08 & <b>")
    ax.set_xticks([0.05, 0.15])
    svg = teach.to_svg(fig)
    assert "η = 0.08 &amp; &lt;b&gt;" in svg
    assert ">0.05<" in svg
    assert ">0.15<" in svg


def test_a_stroke_behind_letters_stays():
    fig, ax = teach.figure()
    stroke = withStroke(linewidth=3, foreground="w")
    text = ax.text(0.5, 0.5, "over lines", path_effects=[stroke])
    assert "paint-order:stroke;stroke:var(--dl-paper,#FFFFFF)" in teach.to_svg(fig)
    assert text.get_path_effects() == [stroke]


def test_alignment_survives_another_font():
    fig, ax = teach.figure()
    ax.text(0.5, 0.5, "two lines\nin the middle", ha="center")
    ax.text(0.9, 0.5, "right", ha="right", rotation=90)
    svg = teach.to_svg(fig)
    middle = re.search(r'<text[^>]*text-anchor="middle"[^>]*>two lines', svg)
    assert middle
    assert re.search(r'text-anchor="end" transform="rotate\(-90 [^"]*"[^>]*>right', svg)


FORMULAS = [
    (r"$\hat y = w x + b$", "ŷ\u2009=\u2009wx\u2009+\u2009b"),
    (r"loss $L$ of $\eta$", "loss L of η"),
    (r"$w_1^{(2)} - b$", "w1(2)\u2009−\u2009b"),
    (r"$-2x$", "−2x"),
    (r"$\frac{\partial L}{\partial w}$", "∂L/∂w"),
    (r"$\mathdefault{10^{-3}}$", "10−3"),
    (r"price in \$", "price in $"),
    (r"$\bar{x} \leq \max(0, z)$", "x̄\u2009≤\u2009max\u2009(0,\u2009z)"),
]


@pytest.mark.parametrize(("source", "shown"), FORMULAS)
def test_short_formulas_flow(source, shown):
    assert "".join(span.text for span in _mathtext.spans(source)) == shown


def test_letters_of_formulas_are_italic_and_scripts_smaller():
    x, two = _mathtext.spans("$x_2$")
    assert x.italic
    assert not two.italic
    assert two.size < 1
    assert two.shift < 0


def test_a_formula_that_cannot_flow_is_drawn():
    assert _mathtext.spans(r"$\sqrt{x}$") is None
    fig, ax = teach.figure()
    ax.text(0.2, 0.5, r"$\sqrt{x}$")
    svg = teach.to_svg(fig)
    assert "√" not in svg
    assert faults_of_markup(svg) == []


def test_show_numbers_describes_and_closes(published):
    teach.setup(page="2.1")
    fig = hotels()
    teach.show(fig, caption="A line & `w`.", alt="Prices fall from 205 to 110 dollars")
    markup = published[-1]
    assert markup.startswith(
        '<figure class="dl-figure"><svg role="img" aria-label="Pri'
    )
    assert "Figure 2.1.1</span> A line &amp; <code>w</code>.</figcaption>" in markup
    assert not plt.fignum_exists(fig.number)


@pytest.mark.parametrize(
    "alt",
    ["", None, "a plot", "Figure of prices over distance", "Graph showing a loss"],
)
def test_a_figure_without_a_description_is_refused(alt):
    with pytest.raises(ValueError, match="needs a description"):
        teach.show(hotels(), caption="c", alt=alt)


def test_a_description_is_kept_in_one_line():
    text = "Prices fall from\n   205 to 110 dollars."
    assert checked_alt(text) == "Prices fall from 205 to 110 dollars."


def test_describe_tells_the_plotted_numbers():
    _, ax = teach.figure()
    ax.plot([0, 1, 2, 3], [5, 0.5, 9, 1], label="loss")
    ax.scatter([1, 2], [3, 4], label="hotels")
    ax.plot([0, 1], [0, 1])  # without a label: not described
    ax.set_xlabel("epoch $e$ (count)")
    assert teach.describe(ax) == (
        "loss: from 5 at epoch 0 to 1 at epoch 3, lowest 0.5 at epoch 1, highest 9 "
        "at epoch 2; hotels: 2 points, x from 1 to 2, y from 3 to 4"
    )


def test_text_too_small_for_a_phone_is_refused():
    fig, ax = teach.figure()
    ax.text(0.5, 0.5, "tiny", size=9)
    with pytest.raises(ValueError, match="9 pt or more on a screen of 320 px"):
        teach.to_svg(fig)


def test_a_figure_too_wide_for_a_phone_is_refused():
    fig, ax = teach.figure(width=6)
    ax.set_title("wide")
    with pytest.raises(ValueError, match="panel of 6 in"):
        teach.to_svg(fig)


def test_columns_become_panels_of_one_size():
    fig, axes = teach.figure(columns=2, sharey=True)
    axes[0].set_ylabel("a label that takes room")
    svg = teach.to_svg(fig, "dl-1")
    boxes = re.findall(r'viewBox="(\S+) \S+ (\S+) (\S+)"', svg)
    assert svg.startswith('<span class="dl-panels"><svg')
    assert len(boxes) == 2
    assert {width for _, width, _ in boxes} == {"280.8"}
    assert svg.count("a label that takes room") == 1
    assert faults_of_markup(svg) == []
    assert all(ax.get_visible() for ax in axes)


def test_labels_are_never_cut_off():
    svg = teach.to_svg(hotels())
    top = float(re.search(r'viewBox="\S+ (\S+)', svg)[1])
    highest = min(float(y) for y in re.findall(r'<text x="\S+" y="(\S+)"', svg))
    assert highest - 12 * 0.73 >= top  # a digit is 0.73 em high


def test_images_of_data_are_embedded():
    fig, ax = teach.figure()
    ax.imshow(np.arange(16).reshape(4, 4), cmap="gray", interpolation="none")
    svg = teach.to_svg(fig)
    assert 'href="data:image/png;base64,' in svg
    assert faults_of_markup(svg) == []


def test_colors_have_enough_contrast():
    assert weak_colors((STATIC / "base.css").read_text()) == []


def test_the_rules_see_weak_colors():
    weak = " ".join(weak_colors((RED / "drawing_weak_colors.css").read_text()))
    for fault in ("light: data on paper", "light: model-text", "dark: ink"):
        assert fault in weak


def test_python_and_css_agree_on_the_roles():
    light = palettes((STATIC / "base.css").read_text())["light"]
    for role in ("data", "model", "truth", "gradient", "loss", "muted", "paper"):
        assert light[role] == ROLES[role].lower()
    assert len({value.lower() for value in ROLES.values()}) == len(ROLES)


def test_only_roles_become_variables():
    assert css_color("#123456") == "#123456"
    assert css_color("#0072b2") == "var(--dl-data,#0072B2)"
    assert css_color("#0072b2", text=True) == "var(--dl-data-text,#0072B2)"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_drawings_of_a_page_disturb_nothing(path):
    cells = json.loads(path.read_text("utf-8"))["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    markup = "".join(
        "".join(output.get("data", {}).get("text/html", "")) for output in outputs
    )
    drawings = re.findall(r"<svg.*?</svg>", markup, re.S)
    assert drawings
    assert faults_of_markup("".join(drawings)) == []
