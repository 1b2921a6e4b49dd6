"""An explorable figure as plain HTML that carries every state.

Without script the question, the first drawing and all texts can be read; the controls
are hidden. `static/explore.js` brings the custom element `<dl-explore>` to life.
"""

import base64
import gzip
import html
import io
import json

from dlcore.teach.explore import draw_state, in_words, numeric, refuse, shown
from dlcore.teach.figures import to_svg
from dlcore.teach.quiz import markup

MAX_HTML = 250_000  # characters of a whole figure
MAX_SVG = 60_000  # characters of one drawing; above, it becomes an image
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
        f'<p class="dlx-title" id="{figure.name}-title"><span class="dlx-step">Explore'
        f'</span> <span class="dlx-name">{markup(figure.title)}</span></p>',
        question(figure),
        _controls(figure),
        _drawing(figure, drawings[index[first]], captions[first]),
        verdict(figure),
        _attempts(figure),
        more(figure),
        f'<figcaption><span class="dlx-number">Figure {figure.number}.</span> '
        f"{markup(figure.caption)}</figcaption>",
        "</figure>",
        _script("application/json", "dl-captions", captions),
        _states(drawings, index),
        "</dl-explore>",
    ]
    return _checked_size(figure, "\n".join(parts) + "\n", len(index))


def picture(fig):
    """Return a matplotlib figure as SVG, or as an image where that is too dense."""
    import matplotlib.pyplot as plt

    drawing = to_svg(fig)
    if len(drawing) > MAX_SVG:
        drawing = _image(fig)
    plt.close(fig)
    return drawing


def question(figure):
    """Return the form that asks for a prediction."""
    asked, name = figure.question, figure.name
    return (
        '<form class="dlx-question"><fieldset>'
        f'<legend><span class="dlx-step">Predict</span> {markup(asked.text)}</legend>'
        f"{_options(asked, name) if asked.options else _number(asked, name)}"
        '<div class="dlx-buttons dlx-live"><button type="submit" class="dlx-primary">'
        'Commit my prediction</button><button type="button" data-do="skip">Skip'
        "</button></div></fieldset></form>"
    )


def verdict(figure):
    """Return the reader's prediction, to be filled in, beside what happens."""
    asked, at = figure.question, figure.answered_at()
    to_do = in_words(figure, at).replace(", ", " and ")
    target = _json({name: shown(value) for name, value in at.items()})
    setting = _json(_texts(figure.full(at)))
    return (
        '<div class="dlx-verdict" aria-live="polite">'
        '<p class="dlx-yours dlx-live"><span class="dlx-step">You predicted</span> '
        "<span data-yours></span></p>"
        f'<p class="dlx-hint dlx-live">Now look for yourself: set {markup(to_do)}.</p>'
        f"<details class=\"dlx-answer\" data-at='{target}' data-setting='{setting}'"
        f"{_key(asked)}><summary>Show what happens</summary>"
        f'<p class="dlx-step">What happens</p>{_outcome(asked)}</details></div>'
    )


def more(figure):
    """Return what to notice, and why."""
    return (
        '<details class="dlx-notice"><summary>Notice</summary>'
        f"<p>{markup(figure.noticed)}</p></details>"
        '<details class="dlx-why"><summary>Why</summary>'
        f"<p>{markup(figure.reason)}{_equation(figure.equation)}</p></details>"
    )


def _draw_all(figure):
    """Draw every state; return distinct drawings, their index by state, captions."""
    drawings, index, captions = {}, [], []
    for setting in figure.settings():
        fig, caption = draw_state(figure, setting)
        index.append(drawings.setdefault(picture(fig), len(drawings)))
        captions.append(caption)
    return list(drawings), index, captions


def _options(asked, name):
    return (
        '<div class="dlx-options">'
        + "".join(
            f'<label><input type="radio" name="{name}-prediction" value="{number}" required>'
            f"<span>{markup(option)}</span></label>"
            for number, option in enumerate(asked.options)
        )
        + "</div>"
    )


def _number(asked, name):
    return (
        f'<p class="dlx-number-field"><label for="{name}-prediction">Your number</label>'
        f'<input id="{name}-prediction" name="{name}-prediction" type="number"'
        f' step="any" required autocomplete="off"> <span>{markup(asked.unit)}</span></p>'
    )


def _key(asked):
    """Return the attributes by which the script knows the answer."""
    if asked.options:
        return f' data-answer="{list(asked.options).index(asked.answer)}"'
    return f' data-answer="{asked.answer:g}" data-tolerance="{asked.tolerance:g}"'


def _outcome(asked):
    if asked.options:
        return "".join(
            f'<p data-option="{number}"><strong>{markup(option)}</strong>: '
            f"{markup(explanation)}</p>"
            for number, (option, explanation) in enumerate(asked.options.items())
        )
    unit = f" {asked.unit}" if asked.unit else ""
    return (
        f"<p><strong>{asked.answer:g}{markup(unit)}</strong>; "
        f"{asked.tolerance:g}{markup(unit)} more or less counts as right.</p>"
        f'<p data-option="right">{markup(asked.right)}</p>'
        f'<p data-option="wrong">{markup(asked.wrong)}</p>'
    )


def _controls(figure):
    rows = "".join(_control(figure, name) for name in figure.choices)
    return (
        '<fieldset class="dlx-controls dlx-live" disabled>'
        f'<legend class="dlx-hidden">Controls of {markup(figure.title)}</legend>{rows}'
        '<div class="dlx-buttons"><button type="button" data-do="reset">Reset</button>'
        '<button type="button" data-do="copy">Copy link</button>'
        '<output class="dlx-copied"></output></div></fieldset>'
    )


def _control(figure, name):
    values = figure.choices[name]
    texts, first = [shown(v) for v in values], values.index(figure.first[name])
    identity = f'id="{figure.name}-{name}" name="{name}" data-start="{first}"'
    label = f'<label for="{figure.name}-{name}">{markup(figure.label[name])}</label>'
    if numeric(values) or name == figure.stepped:
        steps = name == figure.stepped
        return (
            f'<div class="dlx-control">{label}'
            f'<output for="{figure.name}-{name}" aria-live="off">{markup(texts[first])}'
            f'</output><div class="dlx-slider">{_step("previous", -1) * steps}'
            f'<input type="range" {identity} min="0" max="{len(texts) - 1}" '
            f'value="{first}" autocomplete="off" aria-valuetext="{_quoted(texts[first])}"'
            f" data-values='{_json(texts)}'>{_step('next', 1) * steps}</div></div>"
        )
    options = "".join(f"<option>{markup(text)}</option>" for text in texts)
    return (
        f'<div class="dlx-control">{label}'
        f'<select {identity} autocomplete="off">{options}</select></div>'
    )


def _step(word, by):
    arrow = "‹" if by < 0 else "›"
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
        f'<ol>{items}</ol></div><div class="dlx-print" hidden></div>'
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


def _image(fig):
    """Return a figure as an image of 64 colors, sharp on fine screens."""
    from PIL import Image

    raw, small = io.BytesIO(), io.BytesIO()
    fig.savefig(raw, format="png", dpi=200, facecolor="white")
    image = Image.open(raw).convert("RGB").quantize(64, dither=Image.Dither.NONE)
    image.save(small, "png", optimize=True)
    width, height = (round(inches * 100) for inches in fig.get_size_inches())
    return (
        f'<img class="dark-light" alt="" width="{width}" height="{height}" '
        f'src="data:image/png;base64,{base64.b64encode(small.getvalue()).decode()}">'
    )


def _texts(setting):
    return {name: shown(value) for name, value in setting.items()}


def _json(value):
    """Return a value as JSON that can stand between single quotes."""
    return html.escape(json.dumps(value, ensure_ascii=False), quote=True).replace(
        "&quot;", '"'
    )


def _quoted(text):
    return html.escape(text, quote=True)


def _checked_size(figure, text, states):
    size = len(text.encode())
    if size > MAX_HTML:
        refuse(
            f"An explorable figure is expected to fit into {MAX_HTML // 1000} kB.",
            f"{figure.name!r} takes {size / 1000:.0f} kB with {states} states.",
            "List fewer values, or draw fewer points, lines and contours.",
        )
    return text
