"""Roles of color, in one table that Python and the style sheets share."""

from types import SimpleNamespace

# Light values; they name the role inside a drawing, so each is used once.
# static/base.css holds the same values and the dark ones (a test compares them).
ROLES = {
    "data": "#0072B2",
    "model": "#D55E00",
    "truth": "#1A1A1C",
    "gradient": "#009E73",
    "loss": "#CC79A7",
    "ink": "#000000",
    "muted": "#5F6368",
    "border": "#C4C7CC",
    "surface": "#F4F5F7",
    "paper": "#FFFFFF",
}

# Lines may be lighter than text may be: these roles have a darker text form.
TEXT_ROLES = ("data", "model", "truth", "gradient", "loss")

color = SimpleNamespace(**ROLES)

_BY_HEX = {value.lower(): role for role, value in ROLES.items()}


def css_color(hex_color, text=False):
    """Return a CSS variable for the color of a role, other colors unchanged."""
    role = _BY_HEX.get(hex_color.lower())
    if role is None:
        return hex_color
    if text and role in TEXT_ROLES:
        return f"var(--dl-{role}-text,{ROLES[role]})"
    return f"var(--dl-{role},{ROLES[role]})"
