"""From a matplotlib figure to SVG that can live inside a page."""

import hashlib
import io
import math
import re

import matplotlib as mpl
from matplotlib.backends.backend_mixed import MixedModeRenderer
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.colors import rgb2hex
from matplotlib.font_manager import weight_dict
from matplotlib.text import Text

from dlcore.teach import _mathtext
from dlcore.teach._roles import css_color

BASE_SIZE = 12.0  # font size of the drawing's text unless it says otherwise
UNITS_PER_REM = 10.9  # drawing units per rem at full size: 12 units are 1.1 rem
_MEASURED = {}  # sizes of texts, which take long to measure
_ANCHOR = {"left": 0.0, "center": 0.5, "right": 1.0}


class PageRenderer(RendererSVG):
    """matplotlib's SVG renderer, with text that flows in the page's font.

    matplotlib places text by the widths of its own font. A browser has another
    one, so each text is anchored where it was aligned (left, center, right) and the
    reader's font may be narrower or wider without anything sliding away.
    """

    def __init__(self, width, height, writer, texts, image_dpi):
        self._texts, self._text = texts, None
        super().__init__(width, height, writer, image_dpi=image_dpi)

    def _write_metadata(self, metadata):
        """Leave out date, creator and license: they belong to the page."""

    def _write_default_style(self):
        """Leave out `*{...}`, which would reach the whole page."""

    def open_group(self, s, gid=None):
        """Remember which text is being drawn; other groups need no element."""
        if s == "text":
            self._text = self._texts.get(gid)

    def close_group(self, s):
        """Forget the text that was drawn."""
        if s == "text":
            self._text = None

    def draw_text(self, gc, x, y, s, prop, angle, ismath=False, mtext=None):
        """Draw one line of text as an SVG text element."""
        found = _mathtext.spans(s) if ismath else [_mathtext.Span(s)]
        if found is None:
            self._draw_text_as_path(gc, x, y, s, prop, angle, ismath, mtext)
            return
        width, _, _ = self.get_text_width_height_descent(s, prop, ismath)
        part = _ANCHOR[_alignment(self._text)]
        turn = math.radians(angle)
        x += part * width * math.cos(turn)
        y -= part * width * math.sin(turn)
        attributes = {"x": f"{x:.1f}", "y": f"{y:.1f}"}
        if part:
            attributes["text-anchor"] = "middle" if part == 0.5 else "end"
        if angle:
            attributes["transform"] = f"rotate({-angle:g} {x:.1f} {y:.1f})"
        style = self._text_style(gc, prop)
        self._write_text(attributes, style, found, prop.get_size())

    def get_text_width_height_descent(self, s, prop, ismath):
        """Return what matplotlib measures; the same words come in every state."""
        key = s, hash(prop), ismath
        if key not in _MEASURED:
            _MEASURED[key] = super().get_text_width_height_descent(s, prop, ismath)
        return _MEASURED[key]

    def _text_style(self, gc, prop):
        style = {"fill": css_color(rgb2hex(gc.get_rgb()), text=True)}
        alpha = gc.get_alpha() if gc.get_forced_alpha() else gc.get_rgb()[3]
        weight = weight_dict.get(prop.get_weight(), prop.get_weight())
        if alpha != 1:
            style["opacity"] = f"{alpha:g}"
        if prop.get_size() != BASE_SIZE:
            style["font-size"] = f"{prop.get_size():g}px"
        if weight != 400:
            style["font-weight"] = str(weight)
        if prop.get_style() != "normal":
            style["font-style"] = "italic"
        return style | _halo(self._text)

    def _write_text(self, attributes, style, found, size):
        attributes["style"] = ";".join(f"{k}:{v}" for k, v in style.items())
        if found == [_mathtext.Span(found[0].text)]:
            self.writer.element("text", found[0].text, attrib=attributes)
            return
        self.writer.start("text", attrib=attributes)
        height = 0.0
        for span in found:
            attributes = {}
            if span.shift != height:
                attributes["dy"] = f"{(height - span.shift) * size:.1f}"
                height = span.shift
            if span.size != 1:
                attributes["font-size"] = f"{span.size * size:.1f}px"
            if span.italic:
                attributes["font-style"] = "italic"
            if span.bold:
                attributes["font-weight"] = "700"
            self.writer.element("tspan", span.text, attrib=attributes)
        self.writer.end("text", indent=False)


def _alignment(text):
    if text is None:
        return "left"
    if "\n" in text.get_text():
        return text._multialignment or text.get_horizontalalignment()
    return text.get_horizontalalignment()


def _halo(text):
    """Return the style for an outline behind the letters, where one is wanted."""
    width = getattr(text, "_dl_halo", 0)
    if not width:
        return {}
    return {
        "paint-order": "stroke",
        "stroke": css_color("#ffffff"),
        "stroke-width": f"{width:g}px",
    }


def drawing(fig, prefix=None, part=None):
    """Return a figure, or one part of it, as SVG without repeating ids.

    Args:
        fig: the matplotlib figure.
        prefix: starts every id; a hash of the drawing when None.
        part: (left, right) edges in points; all of it when None.

    Where layout could not make room for a label, the drawing grows to hold it.
    """
    width, height = (side * 72 for side in fig.get_size_inches())
    raw, extent = _raw(fig, width, height)
    left, right = part or (min(0, extent[0] - 1), max(width, extent[2] + 1))
    bottom, top = min(0, extent[1] - 1), max(height, extent[3] + 1)
    svg = _clean(raw, (left, height - top, right - left, top - bottom))
    if prefix is None:
        prefix = "dl-" + hashlib.sha256(svg.encode()).hexdigest()[:10]
    return _own_ids(svg, prefix)


def lay_out(fig):
    """Give the axes of a figure the places that they have in its drawing."""
    dpi, fig.dpi = fig.dpi, 72
    try:
        fig.get_layout_engine().execute(fig)
    finally:
        fig.dpi = dpi


def _raw(fig, width, height):
    """Draw the figure; return what was written and the extent of it in points."""
    out = io.StringIO()
    texts = {f"text-{i}": text for i, text in enumerate(fig.findobj(Text))}
    dpi, fig.dpi = fig.dpi, 72
    halos = [_take_halo(text) for text in texts.values()]
    try:
        for name, text in texts.items():
            text.set_gid(name)
        with mpl.rc_context({"svg.hashsalt": "dlcore", "path.simplify": True}):
            renderer = PageRenderer(width, height, out, texts, image_dpi=dpi)
            mixed = MixedModeRenderer(fig, width / 72, height / 72, dpi, renderer)
            fig.draw(mixed)
            mixed.finalize()
            extent = fig.get_tightbbox(renderer)  # in inches
    finally:
        fig.dpi = dpi
        for text, effects in zip(texts.values(), halos, strict=True):
            text.set_gid(None)
            text.set_path_effects(effects)
    return out.getvalue(), [72 * edge for edge in extent.extents]


def _take_halo(text):
    """Turn a stroke behind the text into a number that `_halo` reads."""
    effects = text.get_path_effects()
    text._dl_halo = max(
        (float(e._gc.get("linewidth", 0)) for e in effects if hasattr(e, "_gc")),
        default=0.0,
    )
    text.set_path_effects([])
    return effects


def _clean(svg, box):
    svg = svg[svg.index("<svg") : svg.rindex("</svg>")]
    svg = re.sub(r"<!--.*?-->|<defs>\s*</defs>", "", svg, flags=re.S)
    svg = re.sub(r"<[^>]+>", _clean_tag, svg)
    svg = re.sub(r"\s*\n\s*", "\n", svg)
    svg = re.sub(r"\n(?=<tspan|</text>)", "", svg)  # a line break would be a space
    svg = re.sub(r'<path [^>]*style="fill:none"/>\n', "", svg)  # nothing to see
    body = svg[svg.index(">") + 1 :].strip()
    return (
        f'<svg class="dl-svg" viewBox="{" ".join(_short(v) for v in box)}" '
        f'style="width:100%;max-width:{box[2] / UNITS_PER_REM:.1f}rem;height:auto;'
        f'fill:{css_color("#000000")}" '
        f'font-size="{BASE_SIZE:g}" stroke-linejoin="round" '
        f'xmlns="http://www.w3.org/2000/svg">\n{body}\n</svg>'
    )


def _clean_tag(match):
    """Round the coordinates of one element and give its colors their roles."""
    tag = match.group().replace("xlink:href", "href")
    tag = re.sub(r' (d|x|y|width|height|points)="[^"]*"', _rounded, tag)
    tag = re.sub(r"(?:translate|rotate)\([^)]*\)", _rounded, tag)
    tag = re.sub(r"(stroke-(?:width|dasharray|dashoffset)): ([^;\"]*)", _rounded, tag)
    tag = re.sub(r' d="[^"]*"', lambda m: re.sub(r" ?([MLCQZz]) ?", r"\1", m[0]), tag)
    tag = tag.replace("; ", ";").replace(": ", ":")
    return re.sub(r"#[0-9a-fA-F]{6}\b(?!\))", lambda m: css_color(m.group()), tag)


def _rounded(match):
    text = re.sub(r"-?\d+\.\d+", lambda m: _short(float(m.group())), match.group())
    return " ".join(text.split()) if text[0] != " " else " " + " ".join(text.split())


def _short(value):
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def _own_ids(svg, prefix):
    """Keep only the ids that are referred to, renamed so that none repeats."""
    used = re.findall(r'(?:url\(#|href="#)([^")]+)', svg)
    names = {old: f"{prefix}-{i}" for i, old in enumerate(dict.fromkeys(used))}
    svg = re.sub(
        r'(<[^>]*?) id="([^"]*)"',
        lambda m: (
            f'{m.group(1)} id="{names[m.group(2)]}"'
            if m.group(2) in names
            else m.group(1)
        ),
        svg,
    )
    return re.sub(
        r'(url\(#|href="#)([^")]+)', lambda m: m.group(1) + names[m.group(2)], svg
    )
