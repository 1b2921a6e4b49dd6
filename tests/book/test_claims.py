"""A claim with a number, above a figure's legend, is what the figure itself shows."""

import functools
import html
import json
import re
from itertools import product
from pathlib import Path

import pytest

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
FIGURE = re.compile(r'<dl-explore[^>]* name="([^"]+)".*?</dl-explore>', re.DOTALL)
CONTROL = re.compile(r'<(?:select|input type="range") [^>]*name="([^"]+)"[^>]*>')

# page, figure: words of the claim, then settings and what the figure says there
CLAIMS = {
    ("00-1", "border"): [
        "all 24 hotels on their right side",
        ("1000", "24 of the 24 hotels"),
    ],
    ("00-1", "rule"): ["misses three of the 24", ("4, 3", "Right about 21 of 24")],
    ("00-2", "stages"): [
        "16 numbers are left of 64",
        ("3, pixels", "64 numbers"),
        ("3, regions", "16 numbers"),
    ],
    ("01-1", "learns"): ["finds the three", ("200", "weights 0.5 and 1.5, bias 1.")],
    ("03-1", "plane"): ["on one line", ("120", "scatter by 0.00")],
    ("04-1", "boundary"): ["in the end two hotels", ("800", "22 of 24 hotels")],
    ("04-3", "sizes"): [
        "all 24 training hotels right",
        ("2-5-10-1, 800", "24 of 24 training hotels right, 7 of 8"),
        ("2-3-1, 800", "7 of 8"),
    ],
    ("05-2", "nudge"): [
        "The best nudge is 10⁻⁵",
        ("4", "10⁻¹⁰."),
        ("5", "10⁻¹¹."),
        ("6", "10⁻¹⁰."),
    ],
    ("05-3", "regions"): [
        "23 of 24 hotels right",
        ("no hidden layer, 800", "23 of 24"),
        ("2-3-3, 800", "23 of 24"),
    ],
    ("05-4", "confused"): ["The 3 is misread most often", ("3", "19 of 30")],
    ("06-3", "ball"): [
        "a quarter of the rate in a band half as wide",
        ("constant, 0.2, 1000", "spread 0.33"),
        ("constant, 0.05, 1000", "spread 0.16"),
    ],
    ("07-3", "width"): [
        "from 0.70 to below 0.01",
        ("2", "error is 0.70."),
        ("128", "error is 0.00"),
    ],
    ("08-1", "deltas"): [
        "less than a ten-thousandth",
        ("sigmoid, 1", "1/37,000"),
        ("tanh, 1", "0.26 times"),
    ],
    ("09-1", "leak"): [
        "about 80 %",
        ("1000, all rows", "5 of 1000 features"),
        ("1000, all rows", "81 %"),
    ],
    ("09-2", "cloud-stages"): ["a single step", ("whitened, 0.8", "; 1 step")],
    ("09-6", "trials"): [
        "Nine trials on a grid try three learning rates",
        ("grid, 9", "3 learning rates"),
        ("random, seed 1, 9", "9 learning rates"),
    ],
    ("09-7", "splits"): [
        "On each of the forty splits",
        ("network, 40", "better than least squares on 40"),
        ("lasso, 40", "better than least squares on 28"),
    ],
    ("10-2", "pool"): [
        "Over all digits, the larger the blocks, the less a shift changes",
        ("no pooling, 2", "Over all test digits it is 169 %"),
        ("2 × 2, 2", "Over all test digits it is 124 %"),
        ("4 × 4, 2", "Over all test digits it is 66 %"),
    ],
    ("10-4", "wrap"): [
        "each place less spoils one",
        ("16", "0 sums are wrong"),
        ("15", "1 sums are wrong"),
        ("14", "2 sums are wrong"),
    ],
    ("10-5", "inside-maps"): [
        "of those of the third about a fifth",
        ("3 and 7, 1", "56 % of all entries"),
        ("3 and 7, 3", "21 % of all entries"),
    ],
    ("10-6", "moved-digits"): ["three times as often", ("2", "19.2 % and 6.0 %")],
    ("10-7", "where-window"): [
        "more than 70 of 100 pixels get their class, by one pixel 30",
        ("5, first", "73 of 100"),
        ("1, first", "30 of 100"),
    ],
    ("10-7", "where-doubles"): [
        "Less overlap leaves one box for each digit",
        ("0.2, 0.3", "3 boxes after suppression above 0.3, for 3 digits"),
        ("0.6, 0.9", "3 boxes after suppression above 0.9, for 3 digits"),
    ],
    ("10-7", "where-learned"): [
        "more than twice as many",
        ("10, with", "edges 13 % are wrong"),
        ("10, without", "edges 33 % are wrong"),
    ],
    ("11-1", "unfolded"): ["the same 8 weights", ("4 steps, 1", "8 weights")],
    ("12-2", "unfold-paper"): ["After two folds", ("then up", "100 percent")],
    ("12-4", "links-spread"): [
        "Three layers tell all 24",
        ("3", "24 of 24 nodes"),
        ("100", "differ by 0.00002"),
    ],
    ("13-1", "keras-race"): [
        "rounding alone",
        ("Adam, the same weights", "less than 0.00001"),
    ],
}


@functools.cache
def figures(page):
    """Return name -> markup of the explorable figures of a page."""
    (path,) = NOTEBOOKS.glob(f"{page}-*.ipynb")
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    text = "".join("".join(o.get("data", {}).get("text/html", "")) for o in outputs)
    return {match[1]: match[0] for match in FIGURE.finditer(text)}


def claim(markup):
    """Return the first sentence of a caption, which waits for the prediction."""
    return html.unescape(re.search(r'"dlx-claim">(.*?)</span>', markup)[1])


def states(markup):
    """Return what a figure says at each setting, by the values of its controls."""
    values = []
    for control in CONTROL.finditer(markup):
        listed = re.search(r"data-values='(.*?)'", control[0])
        rest = markup[control.end() : markup.index("</div>", control.end())]
        options = re.findall(r"<option[^>]*>(.*?)</option>", rest)
        values.append(json.loads(html.unescape(listed[1])) if listed else options)
    said = re.search(r'class="dl-captions">(.*?)</script>', markup, re.DOTALL)[1]
    settings = [", ".join(each) for each in product(*values)]
    return dict(zip(settings, json.loads(said), strict=True))


def unmet(markup, words, *shown):
    """Say what of a claim the caption lacks, or the figure does not show."""
    says = states(markup)
    wrong = [] if words in claim(markup) else [words]
    return wrong + [f"{at}: {says[at]}" for at, what in shown if what not in says[at]]


@pytest.mark.parametrize(("page", "name"), CLAIMS)
def test_the_figure_shows_what_its_claim_says(page, name):
    assert unmet(figures(page)[name], *CLAIMS[page, name]) == []


def test_a_claim_that_the_figure_does_not_show_is_seen():
    markup = figures("10-4")["wrap"]
    said = states(markup)["15"]
    wrong = unmet(markup, "each place is free", ("15", "0 sums"), ("16", "0 sums"))
    assert wrong == ["each place is free", f"15: {said}"]
