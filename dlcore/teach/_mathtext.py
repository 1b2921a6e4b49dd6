r"""Short formulas as flowing text: `$\hat y = w x + b$` without fixed positions.

A browser that lacks matplotlib's fonts would tear apart glyphs that were placed one
by one; text that flows looks right in every font. What this module does not know
(fractions, roots) is left to the caller, who draws it as outlines.
"""

import re
import unicodedata
from typing import NamedTuple

from matplotlib._mathtext_data import tex2uni

SCRIPT_SIZE = 0.74  # of the size of what the script hangs on
RAISE, LOWER = 0.36, 0.2  # of the font size

_ACCENTS = {
    "hat": "\u0302",
    "widehat": "\u0302",
    "bar": "\u0304",
    "overline": "\u0304",
    "tilde": "\u0303",
    "dot": "\u0307",
}
_UPRIGHT = {"mathrm", "text", "mathdefault", "mathregular", "operatorname", "rm"}
_FUNCTIONS = {"log", "ln", "exp", "max", "min", "tanh", "sin", "cos", "argmax"}
_SPACES = {",": "\u2009", ";": "\u2005", ":": "\u2005", " ": "\u00a0", "quad": "\u2003"}
_SPACED = set("=≈≤≥≠<>→←∈+−×·±∝←↦") | {"\u2212"}
_OPENING = set("([{,;=≈≤≥≠<>→←∈+−×·±|") | {"\u2212"}
_TOKEN = re.compile(r"\\([A-Za-z]+|.)|(.)", re.S)


class Span(NamedTuple):
    """A piece of text in one style; `shift` and `size` are relative to the font."""

    text: str
    italic: bool = False
    bold: bool = False
    shift: float = 0.0
    size: float = 1.0


class _Unknown(ValueError):
    """The formula uses something that does not flow."""


def spans(text):
    """Return the spans of a text with `$formulas$`, or None if one cannot flow."""
    pieces = re.split(r"(?<!\\)\$", text)
    found = []
    try:
        for index, piece in enumerate(pieces):
            if index % 2:
                found += _Formula(piece).spans()
            elif piece:
                found.append(Span(piece.replace(r"\$", "$")))
    except (_Unknown, IndexError):
        return None
    return _merged(found)


def _merged(found):
    """Join neighbors of one style, so that the markup stays small."""
    merged = []
    for span in found:
        if merged and merged[-1][1:] == span[1:]:
            merged[-1] = span._replace(text=merged[-1].text + span.text)
        else:
            merged.append(span)
    return merged


class _Formula:
    """One pass over the tokens of a formula, left to right."""

    def __init__(self, source):
        self.tokens = [m.group(1, 2) for m in _TOKEN.finditer(source)]
        self.at = 0

    def spans(self):
        return self._until(None, Span(""))

    def _until(self, closing, style):
        found = []
        while self.at < len(self.tokens):
            command, char = self.tokens[self.at]
            self.at += 1
            if char is not None and char == closing:
                return found
            before = found[-1].text[-1:] if found else ""
            found += self._one(command, char, style, before)
        if closing:
            raise _Unknown("a brace is not closed")
        return found

    def _one(self, command, char, style, before):
        if command is not None:
            return self._command(command, style, before)
        if char == " ":
            return []
        if char == "{":
            return self._until("}", style)
        if char in "_^":
            up = char == "^"
            shift = style.shift + (RAISE if up else -LOWER) * style.size
            return self._argument(
                style._replace(shift=shift, size=style.size * SCRIPT_SIZE)
            )
        return self._symbol(char, style, before)

    def _argument(self, style):
        while self.tokens[self.at] == (None, " "):
            self.at += 1
        command, char = self.tokens[self.at]
        self.at += 1
        return self._one(command, char, style, "(")

    def _command(self, name, style, before):
        if name in _ACCENTS:
            return [
                self._accented(span, _ACCENTS[name]) for span in self._argument(style)
            ]
        if name in ("frac", "dfrac", "tfrac"):
            above, below = self._argument(style), self._argument(style)
            return [*above, style._replace(text="/"), *below]
        if name in _UPRIGHT or name in ("mathbf", "mathit"):
            upright = name not in ("mathbf", "mathit")
            inner = self._argument(style)
            return [
                s._replace(
                    italic=s.italic and not upright, bold=s.bold or name == "mathbf"
                )
                for s in inner
            ]
        if name in _FUNCTIONS:
            return [style._replace(text=name + "\u2009", italic=False)]
        if name in _SPACES:
            return [style._replace(text=_SPACES[name])]
        if name in ("left", "right"):
            return []
        if name in ("{", "}", "$", "%", "_", "|"):
            return [style._replace(text=name)]
        if name not in tex2uni:
            raise _Unknown(name)
        return self._symbol(chr(tex2uni[name]), style, before)

    def _accented(self, span, accent):
        if len(span.text) != 1:
            raise _Unknown("an accent over several letters")
        return span._replace(text=unicodedata.normalize("NFC", span.text + accent))

    def _symbol(self, char, style, before):
        char = {"-": "\u2212", "*": "∗", "'": "′"}.get(char, char)
        if char in _SPACED and style.size == 1 and before and before not in _OPENING:
            char = f"\u2009{char}\u2009"
        elif char == ",":
            char = ",\u2009"
        italic = char.isalpha() and (char.isascii() or "α" <= char <= "ω")
        return [style._replace(text=char, italic=italic)]
