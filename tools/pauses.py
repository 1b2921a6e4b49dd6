"""Places to pause on a long page: what they say, and where one is missing.

In a chapter source, between two sections:

    :::{pause}
    What the reader holds now, and what to try before going on.
    :::

The notebook gets an admonition instead, which every reader of notebooks shows, with the
minutes so far and those to go, as tools/minutes.py estimates them.
"""

import re
from itertools import accumulate

from tools.minutes import PAUSE, in_steps, stretches

# minutes: not so long that attention is lost, not so short that it is only disturbed
LONGEST, SHORTEST = 25, 5
WHOLE = re.compile(rf"{PAUSE.pattern}(.*?)^:::$", re.MULTILINE | re.DOTALL)
JOINT = re.compile(r"\n*(\([\w-]+\)=\n)*###? ")
BOX = """:::{{admonition}} A good place to pause
:class: dl-pause
:name: pause-{name}
About {past} minutes so far, about {left} to go.

{text}:::"""


def fill(notebook, source, page):
    """Put minutes and a name of its own into each pause of an unexecuted notebook."""
    parts = stretches(source)
    whole = in_steps(sum(parts))
    pasts = enumerate(map(in_steps, accumulate(parts)), 1)

    def box(match):
        number, past = next(pasts)
        name = f"{page.replace('.', '-')}-{number}"
        return BOX.format(name=name, past=past, left=whole - past, text=match[1])

    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = WHOLE.sub(box, cell.source)


def problems(source):
    """Return (line, message) where a pause is missing or is not where it should be."""
    found = [
        (line_of(source, match.start()), "a pause stands between two sections")
        for match in WHOLE.finditer(source)
        if not JOINT.match(source, match.end())
    ]
    starts = [1, *(line_of(source, m.start()) for m in PAUSE.finditer(source))]
    for line, minutes in zip(starts, stretches(source), strict=True):
        if minutes > LONGEST:
            limit = f"at most {LONGEST}"
            found.append((line, f"{minutes:.0f} minutes on without a pause, {limit}"))
        elif minutes < SHORTEST and len(starts) > 1:
            found.append((line, f"{minutes:.0f} minutes on are no stretch"))
    return found


def line_of(source, position):
    """Return the number of the line of a position."""
    return source.count("\n", 0, position) + 1
