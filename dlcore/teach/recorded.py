"""An explorable figure as plain HTML that carries every state.

Without script the question, the first drawing and all texts can be read; the controls
are hidden. `static/explore.js` brings the custom element `<dl-explore>` to life.
"""

import base64
import gzip
import html
import json
import re

from dlcore.teach._explore_rules import in_words, numeric, refuse, shown, stops
from dlcore.teach._labels import readable
from dlcore.teach.explore import draw_state
from dlcore.teach.figures import numbered, to_svg
from dlcore.teach.quiz import _trim, markup

MAX_HTML = 250_000  # characters of a whole figure
MAX_SVG = 60_000  # characters of one drawing
LOCKED = "The controls unlock when you have predicted."
CLAIM = re.compile(r".+?[.?!](?= \S)", re.DOTALL)  # a sentence with one behind it
# MathJax may look inside; JupyterLab keeps its shortcuts to itself.
ATTRIBUTES = 'class="tex2jax_process mathjax_process" data-lm-suppress-shortcuts'


def record(figure):
    """Return the HTML of an explorable figure, every state drawn once."""
    drawings, index, captions = _draw_all(figure)
    first = figure.settings().index(figure.first)
    parts = [
        f'<dl-explore {ATTRIBUTES} id="explore-{figure.name}" name="{figure.name}"'
        f' data-stage="predict">',
        f'<figure role="group" aria-labelledby="{figure.name}-title">',
        f'<p class="dlx-title" id="{figure.name}-title">{markup(figure.title)}</p>',
        _question(figure),
        _controls(figure),
        _drawing(figure, drawings[index[first]], captions[first]),
        _verdict(figure),
        _attempts(figure),
        notice(figure),
        why(figure),
        f"<figcaption>{caption(figure)}</figcaption>",
        "</figure>",
        _script("application/json", "dl-captions", captions),
        _states(drawings, index),
        "</dl-explore>",
    ]
    return _checked_size(figure, "\n".join(parts) + "\n", len(index))


def picture(fig):
    """Return a matplotlib figure as SVG, and close it."""
    import matplotlib.pyplot as plt

    drawing = to_svg(fig)
    plt.close(fig)
    return drawing


def caption(figure):
    """Return the number and the caption of the whole figure.

    Its first sentence is the claim, unless a colon makes it a legend. A claim gives the
    answer away, so it is hidden until the reader has predicted.
    """
    claim = CLAIM.match(figure.caption)
    text = markup(figure.caption)
    if claim and ":" not in claim[0]:
        text = f'<span class="dlx-claim">{markup(claim[0])}</span>'
        text += markup(figure.caption[claim.end() :])
    return f"{numbered(figure.number)} {text}"


def hint(figure):
    """Return a line that says where the answer can be seen."""
    at = figure.answered_at()
    to_do = " and ".join(f"{figure.label[n]} to {shown(v)}" for n, v in at.items())
    return (
        f'<p class="dlx-hint dlx-live">Now see for yourself: set {markup(to_do)}.</p>'
    )


def outcome(asked):
    """Return what happens, one line for each key: the right answer first."""
    if asked.options:
        rows = [
            (number, _explained(option, _trim(explanation)))
            for number, (option, explanation) in enumerate(asked.options.items())
        ]
        rows.sort(key=lambda row: row[0] != asked.key())
        return dict(rows)
    unit = f" {markup(asked.unit)}" if asked.unit else ""
    return {
        "always": f"<strong>{asked.answer:g}{unit}</strong> "
        f"(± {readable(f'{asked.tolerance:g}')} counts as right)",
        "right": markup(_trim(asked.right)),
        "wrong": markup(asked.wrong),
    }


def _explained(option, why):
    colon = ": " if why else ""
    return f"<strong>{markup(option)}</strong>{colon}{markup(why)}"


def notice(figure, opened=False):
    """Return what the reader should have seen."""
    return (
        f'<details class="dlx-notice"{" open" * opened}><summary>Notice</summary>'
        f"<p>{markup(figure.noticed)}</p></details>"
    )


def why(figure):
    """Return the explanation, with a link to its equation."""
    return (
        '<details class="dlx-why"><summary>Why</summary>'
        f"<p>{markup(figure.reason)}{_equation(figure.equation)}</p></details>"
    )


def _question(figure):
    asked, name = figure.question, figure.name
    return (
        '<form class="dlx-question"><fieldset>'
        f'<legend><span class="dlx-step">Predict</span> {markup(asked.text)}</legend>'
        f"{_options(asked, name) if asked.options else _number(asked, name)}"
        '<div class="dlx-buttons dlx-live"><button type="submit" class="dlx-primary">'
        'Commit my prediction</button><button type="button" data-do="skip">Skip'
        "</button></div></fieldset></form>"
    )


def _verdict(figure):
    """Return the reader's prediction, to be filled in, beside what happens."""
    at = figure.answered_at()
    lines = "".join(
        f'<p data-option="{key}">{line}</p>'
        for key, line in outcome(figure.question).items()
    )
    return (
        '<div class="dlx-verdict" aria-live="polite">'
        '<p class="dlx-yours dlx-live"><span class="dlx-step">You predicted</span> '
        f"<span data-yours></span></p>{hint(figure)}"
        f"<details class=\"dlx-answer\" data-at='{_json(_texts(at))}'"
        f" data-setting='{_json(_texts(figure.full(at)))}'{_key(figure.question)}>"
        '<summary data-do="reveal">Show what happens</summary>'
        f'<p class="dlx-step" data-compared>What happens</p>{lines}</details></div>'
    )


def _draw_all(figure):
    """Draw every state; return distinct drawings, their index by state, captions."""
    drawings, index, captions = {}, [], []
    for setting in figure.settings():
        fig, caption = draw_state(figure, setting)
        drawing = _checked_density(figure, picture(fig), setting)
        index.append(drawings.setdefault(drawing, len(drawings)))
        captions.append(caption)
    _try_between(figure)
    return list(drawings), index, captions


def _try_between(figure):
    """Draw one stop of each slider that only readers with a kernel reach."""
    import matplotlib.pyplot as plt

    for name, values in figure.choices.items():
        if not numeric(values) or name in figure.exact:
            continue
        between = [stop for stop in stops(values) if stop not in values]
        for stop in between[:1]:
            try:
                plt.close(draw_state(figure, figure.first | {name: stop})[0])
            except Exception as error:
                error.add_note(
                    f"With a kernel the slider stops there, too. Draw such values, or "
                    f"add .only_listed({name!r}) after explore()."
                )
                raise


def _options(asked, name):
    rows = "".join(
        f'<label><input type="radio" name="{name}-prediction" value="{number}"'
        f" required><span>{markup(option)}</span></label>"
        for number, option in enumerate(asked.options)
    )
    return f'<div class="dlx-options">{rows}</div>'


def _number(asked, name):
    return (
        '<p class="dlx-number-field">'
        f'<label for="{name}-prediction">Your number</label>'
        f'<input id="{name}-prediction" type="number" step="any" required'
        f' autocomplete="off"> <span>{markup(asked.unit)}</span></p>'
    )


def _key(asked):
    """Return the attributes by which the script knows the answer."""
    if asked.options:
        return f' data-answer="{asked.key()}"'
    return f' data-answer="{asked.answer!r}" data-tolerance="{asked.tolerance!r}"'


def _controls(figure):
    rows = "".join(_control(figure, name) for name in figure.choices)
    return (
        '<fieldset class="dlx-controls dlx-live" disabled>'
        '<legend class="dlx-hidden">Controls</legend>'
        f'<p class="dlx-locked">{LOCKED}</p>{rows}'
        '<div class="dlx-buttons"><button type="button"'
        f" data-setting='{_json(_texts(figure.first))}'>Reset</button>"
        '<button type="button" data-do="copy">Copy link</button>'
        '<output class="dlx-copied"></output></div></fieldset>'
    )


def _control(figure, name):
    texts = [shown(value) for value in figure.choices[name]]
    first = figure.choices[name].index(figure.first[name])
    identity = f"{figure.name}-{name}"
    attributes = f'id="{identity}" name="{name}"'
    label = f'<label for="{identity}">{markup(figure.label[name])}</label>'
    if name == figure.stepped or numeric(figure.choices[name]):
        read_out = f'<output for="{identity}" aria-live="off">{markup(texts[first])}'
        field = read_out + "</output>" + _slider(figure, name, texts, first, attributes)
    else:
        options = "".join(
            f"<option{' selected' * (place == first)}>{markup(text)}</option>"
            for place, text in enumerate(texts)
        )
        field = f'<select {attributes} autocomplete="off">{options}</select>'
    return f'<div class="dlx-control">{label}{field}</div>'


def _slider(figure, name, texts, first, attributes):
    field = (
        f'<input type="range" {attributes} min="0" max="{len(texts) - 1}"'
        f' value="{first}" autocomplete="off" aria-valuetext="{_quoted(texts[first])}"'
        f" data-values='{_json(texts)}'>"
    )
    if name == figure.stepped:
        field = _step("Previous", -1, "‹") + field + _step("Next", 1, "›")
    return f'<div class="dlx-slider">{field}</div>'


def _step(word, by, arrow):
    return (
        f'<button type="button" data-step="{by}" aria-label="{word}">{arrow}</button>'
    )


def _drawing(figure, drawing, caption):
    label = _quoted(f"{figure.title} {caption}")
    return (
        f'<div class="dlx-view"><div class="dlx-drawing" role="img" '
        f'aria-label="{label}">{drawing}</div>'
        f'<p class="dlx-caption" aria-live="polite">{markup(caption)}</p></div>'
    )


def _attempts(figure):
    items = "".join(
        f'<li><button type="button" data-setting=\''
        f"{_json(_texts(figure.full(attempt.values)))}'>{markup(attempt.text)}"
        "</button></li>"
        for attempt in figure.attempts
    )
    return (
        '<div class="dlx-attempts"><p class="dlx-step">Try</p>'
        f'<ol class="dlx-list">{items}</ol></div><div class="dlx-print"></div>'
    )


def _equation(equation):
    if equation is None:
        return ""
    label, number = equation
    page, _, label = label.rpartition("#")
    address = f"{page}.html" if page else ""
    return f' See <a href="{address}#equation-{label}">equation ({number})</a>.'


def _states(drawings, index):
    states = json.dumps({"index": index, "drawings": drawings}, ensure_ascii=False)
    packed = gzip.compress(states.encode(), 9, mtime=0)
    text = base64.b64encode(packed).decode()
    return f'<script type="application/gzip;base64" class="dl-states">{text}</script>'


def _script(kind, name, rows):
    """Return data as JSON in a script element, one row a line."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    text = f"[\n{lines}\n]".replace("</", "<\\/")
    return f'<script type="{kind}" class="{name}">{text}</script>'


def _texts(setting):
    return {name: shown(value) for name, value in setting.items()}


def _json(value):
    """Return a value as JSON that can stand between single quotes."""
    return html.escape(json.dumps(value, ensure_ascii=False), quote=True).replace(
        "&quot;", '"'
    )


def _quoted(text):
    return html.escape(text, quote=True)


def _checked_density(figure, drawing, setting):
    if len(drawing) > MAX_SVG:
        refuse(
            f"A drawing is expected to fit into {MAX_SVG // 1000} kB.",
            f"{len(drawing) / 1000:.0f} kB at {in_words(figure, setting)}",
            "Draw fewer points, lines and contours; show a dense field by ax.imshow.",
        )
    return drawing


def _checked_size(figure, text, states):
    size = len(text.encode())
    if size > MAX_HTML:
        refuse(
            f"An explorable figure is expected to fit into {MAX_HTML // 1000} kB.",
            f"{size / 1000:.0f} kB for the {states} states of {figure.name!r}",
            "List fewer values, or draw fewer points, lines and contours.",
        )
    return text
