"""What a drawing must be: safe inside a page, readable, with enough contrast."""

import re

LINES = ("data", "model", "truth", "gradient", "loss")
TEXTS = (
    *(f"{role}-text" for role in LINES),
    *("ink", "muted", "accent", "good", "bad"),
)


def faults_of_markup(markup):
    """List what in one or more drawings could disturb the page around them."""
    faults = []
    for element in ("style", "script", "metadata", "title"):
        if f"<{element}" in markup:
            faults.append(f"has a <{element}> element")
    ids = re.findall(r'<[^>]* id="([^"]*)"', markup)
    used = set(re.findall(r'(?:url\(#|href="#)([^")]+)', markup))
    faults += [f"id {name} repeats" for name in sorted(set(ids)) if ids.count(name) > 1]
    faults += [f"id {name} is used by nothing" for name in sorted(set(ids) - used)]
    faults += [f"id {name} does not exist" for name in sorted(used - set(ids))]
    for path in re.findall(r' d="([^"]*)"', markup):
        if re.search(r"\.\d\d", path):
            faults.append(f"coordinates finer than a tenth: {path[:40]}")
    if re.search(r"(?:fill|stroke):#(?:000000|ffffff)", markup):
        faults.append("black or white that no theme can change")
    if re.search(r"""(?:href|src)=["'](?:https?:)?//""", markup):
        faults.append("loads something from another place")
    if "font-family" in markup:
        faults.append("names fonts that the reader may not have")
    return faults


def palettes(css):
    """Return the color variables of base.css: {"light": {...}, "dark": {...}}."""
    light = _variables(re.search(r":root\s*{(.*?)}", css, re.S)[1])
    dark = _variables(re.search(r'data-theme="dark"[^{]*{(.*?)}', css, re.S)[1])
    return {"light": light, "dark": light | dark}


def _variables(block):
    return dict(re.findall(r"--dl-([\w-]+):\s*(#[0-9a-fA-F]{6})", block))


def luminance(color):
    """Return the relative luminance of "#rrggbb" (WCAG 2)."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    """Return the contrast ratio of two colors (WCAG 2)."""
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def weak_colors(css):
    """List colors with less contrast than 3:1 (lines) or 4.5:1 (text)."""
    weak = []
    for theme, values in palettes(css).items():
        wanted = [(name, 3.0, ("paper",)) for name in LINES]
        wanted += [(name, 4.5, ("paper", "surface")) for name in TEXTS]
        for name, least, grounds in wanted:
            for ground in grounds:
                ratio = contrast(values[name], values[ground])
                if ratio < least:
                    weak.append(f"{theme}: {name} on {ground} has {ratio:.2f}")
    return weak


EFFECTIVE_SIZES = """() => [...document.querySelectorAll("svg text")].map((text) => {
  const box = text.ownerSVGElement;
  const scale = box.getBoundingClientRect().width / box.viewBox.baseVal.width;
  return {
    text: text.textContent,
    size: parseFloat(getComputedStyle(text).fontSize) * scale,
    color: getComputedStyle(text).fill,
    left: text.getBoundingClientRect().left - box.getBoundingClientRect().left,
    right: box.getBoundingClientRect().right - text.getBoundingClientRect().right,
  };
})"""


def texts_of(page):
    """Return text, size in px, color and distance to the sides of all SVG text."""
    return page.evaluate(EFFECTIVE_SIZES)


def small_texts(page, least=12.0):
    """List the texts that the browser shows smaller than 9 pt."""
    return [
        f"{t['text']}: {t['size']:.1f} px" for t in texts_of(page) if t["size"] < least
    ]
