"""Formulas say how much room they need, so that a page does not jump."""

from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = r"""<h2>A <span class="math notranslate nohighlight">\(\eta &lt; 1\)</span></h2>
<div class="math notranslate nohighlight" id="equation-eq-a">
<span class="eqno">(1)<a href="#equation-eq-a">#</a></span>\[\frac{a}{b}\]</div>
<div class="other">\[no\]</div>"""


@pytest.fixture(scope="module")
def room():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "book" / "_ext")
        import room

        yield room


def test_room_is_written_on_each_formula_and_nothing_else_changes(room):
    context = {"body": PAGE}
    room.reserve(SimpleNamespace(), "page", "page.html", context, None)
    told = context["body"]
    assert told.count(' style="--dl-room: ') == 2
    assert f'nohighlight" style="--dl-room: {3 * room.SIGN:.1f}em">\\(\\eta' in told
    high = room.AROUND + room.ROW + room.MORE
    assert f'id="equation-eq-a" style="--dl-room: {high:.1f}em">\n<span' in told
    for size in (3 * room.SIGN, high):
        told = told.replace(f' style="--dl-room: {size:.1f}em"', "")
    assert told == PAGE


@pytest.mark.parametrize(
    ("low", "high"),
    [
        (r"\[a = b\]", r"\[a = \frac{b}{c}\]"),
        (r"\[a = b\]", r"\[a &= b \\ &= c\]"),
        (r"\[a = \max(b, c)\]", r"\[a = \max_k c_k\]"),
        (
            r"\[\begin{pmatrix} a & b \end{pmatrix}\]",
            r"\[\begin{pmatrix} a \\ b \\ c \end{pmatrix}\]",
        ),
    ],
)
def test_what_is_higher_needs_more(room, low, high):
    assert room.height(low) < room.height(high)


def test_a_command_is_one_sign(room):
    assert room.width(r"\(\theta_{\text{new}}\)") == pytest.approx(5 * room.SIGN)
