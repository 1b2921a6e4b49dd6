"""How long a page takes to read, estimated from its source.

Prose at 200 words a minute, a little slower than people read plain non-fiction
(Brysbaert 2019), plus the time that its questions, figures, equations and cells take.
Folded boxes and what they hold are left out, since nobody has to open them.
"""

import re

WORDS_A_MINUTE = 200
MINUTES = {"question": 0.5, "figure": 1.5, "equation": 0.6, "cell": 0.5}
STEP = 5  # an estimate; more digits would pretend to know

FOLDED = re.compile(
    r"^(`{4,}|:{3,})\{admonition\}[^\n]*\n:class: dropdown.*?^\1|"
    r"^(:{3,})\{dropdown\}.*?^\2",
    re.MULTILINE | re.DOTALL,
)
CELL = re.compile(r"^```\{code-cell\}[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
TAGS = re.compile(r":tags: \[(.*?)\]")
FORMULA = re.compile(r"\$\$.*?\$\$", re.DOTALL)
PAUSE = re.compile(r"^:::\{pause\}\n", re.MULTILINE)


def to_read(source):
    """Return the minutes that a chapter source takes to read, in steps of five."""
    return in_steps(sum(stretches(source)))


def stretches(source):
    """Return the minutes from each pause of a source to the next, first to last."""
    page = FOLDED.sub("", source.split("---\n", 2)[-1])
    return [estimate(part) for part in PAUSE.split(page)]


def estimate(part):
    """Return the minutes that a part of a page takes."""
    prose = FORMULA.sub("", CELL.sub("", part))
    found = {
        "question": len(re.findall(r"teach\.quiz", part)),
        "figure": len(re.findall(r"teach\.explore\(", part)),
        "equation": len(re.findall(r"\$\$ \(eq", part)),
        "cell": sum(not TAGS.search(cell) for cell in CELL.findall(part)),
    }
    minutes = len(prose.split()) / WORDS_A_MINUTE
    return minutes + sum(MINUTES[kind] * number for kind, number in found.items())


def in_steps(minutes):
    """Return minutes as they are told to readers."""
    return max(STEP, STEP * round(minutes / STEP))
