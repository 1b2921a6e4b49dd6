"""From a matplotlib figure to SVG that can live inside a page."""

import hashlib
import io
import re

import matplotlib as mpl

FONT = (
    'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,'
    '"DejaVu Sans",sans-serif'
)

# Role -> light value. The dark values are in static/base.css.
ROLES = {
    "data": "#0072B2",
    "model": "#D55E00",
    "truth": "#1A1A1C",
    "gradient": "#009E73",
    "loss": "#CC79A7",
    "ink": "#000000",
    "muted": "#5F6368",
    "border": "#C4C7CC",
    "paper": "#FFFFFF",
}
_BY_HEX = {value.lower(): role for role, value in ROLES.items()}


def drawing(fig, prefix=None):
    """Return the figure as SVG without repeating ids or leaking styles."""
    svg = _clean(_raw(fig))
    if prefix is None:
        prefix = "dl-" + hashlib.sha256(svg.encode()).hexdigest()[:10]
    return _own_ids(svg, prefix)


def _raw(fig):
    out = io.StringIO()
    with mpl.rc_context({"svg.hashsalt": "dlcore", "svg.fonttype": "none"}):
        fig.savefig(out, format="svg", transparent=True, metadata={"Date": None})
    return out.getvalue()


def _clean(svg):
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>|<!--.*?-->", "", svg, flags=re.S)
    svg = re.sub(r"<style.*?</style>", "", svg, flags=re.S)
    svg = re.sub(r"\s*\n\s*", "\n", svg)
    svg = re.sub(r" font-family: [^;\"]*(?:'[^']*'[^;\"]*)*;?", "", svg)
    svg = re.sub(r"-?\d+\.\d+", _rounded, svg)
    svg = re.sub(r"#[0-9a-f]{6}\b", _role, svg)
    svg = re.sub(r' xmlns:xlink="[^"]*"| version="[^"]*"', "", svg)
    svg = svg.replace("xlink:href", "href")
    width = float(re.search(r'viewBox="0 0 (\S+)', svg).group(1))
    head = (
        f'<svg class="dl-svg" style=\'width:100%;max-width:{width / 10.9:.1f}rem;'
        f"height:auto;font-family:{FONT};"
        "stroke-linejoin:round;stroke-linecap:butt' "
    )
    return re.sub(r'<svg width="[^"]*" height="[^"]*" ', head, svg, count=1)


def _rounded(match):
    value = f"{float(match.group()):.1f}"
    return (
        value.removesuffix(".0").replace("-0", "0")
        if value == "-0.0"
        else (value.removesuffix(".0"))
    )


def _role(match):
    role = _BY_HEX.get(match.group())
    return f"var(--dl-{role}, {ROLES[role]})" if role else match.group()


def _own_ids(svg, prefix):
    used = re.findall(r'(?:url\(#|href="#)([^")]+)', svg)
    names = {old: f"{prefix}-{i}" for i, old in enumerate(dict.fromkeys(used))}
    svg = re.sub(
        r' id="([^"]*)"',
        lambda m: f' id="{names[m.group(1)]}"' if m.group(1) in names else "",
        svg,
    )
    return re.sub(
        r'(url\(#|href="#)([^")]+)', lambda m: m.group(1) + names[m.group(2)], svg
    )
