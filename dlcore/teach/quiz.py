"""Self-checks in a page: multiple choice, a number, a box for free text.

Each function shows one custom element, `<dl-quiz>` or `<dl-answer>`, made of plain
HTML. `static/quiz.js`, which `setup` puts into the page once, brings it to life.
Without script the explanations stay readable behind "Explanations".
"""

import base64
import hashlib
import html
import json
import math
import re

from dlcore.teach._labels import readable
from dlcore.teach.page import publish

PRAISE = re.compile(r"^(right|correct|yes)\s*[:.,!]\s*", re.IGNORECASE)
# A letter that stands for a number, like g in "g = 2"; the article "a" is none.
SYMBOL = re.compile(r"(?!a (?!is\b)\w)\w[A-Z\d]*\b")
# Options that speak of the others, or of none: they stand behind them.
REST = re.compile(
    r"(both|either|neither|none|nothing|all of|one cannot|you cannot)\b", re.IGNORECASE
)
NUMBER = re.compile(r"([−-]?)(\d[\d,]*(?:\.\d+)?)")
# The two words behind the name let the page's MathJax look inside.
ATTRIBUTES = 'class="dl-{0} tex2jax_process mathjax_process"'


def quiz(question, options, answer):
    """Show a multiple-choice question with an explanation for every option.

    Arguments: `question` (str); `options`, a dict of option to explanation, shown as
    `in_order` puts them; `answer`, the one right option. In all texts, backticks mark
    code and \\( \\) mathematics.
    """
    options = in_order(question, options)
    publish(quiz_html(question, options, answer), _plain(question, options))


def quiz_number(
    question, answer, tolerance, unit="", right="", wrong="", mistakes=None
):
    """Show a question whose answer is a number.

    Arguments: `answer` and `tolerance` (numbers; the tolerance is told to the
    reader); `unit` (str) is shown behind the box; `right` and `wrong` explain;
    `mistakes` is a dict of typical wrong number to its own explanation.
    """
    markup = quiz_number_html(
        question, answer, tolerance, unit, right, wrong, mistakes or {}
    )
    publish(markup, _plain(question, [f"a number {unit}".strip()]))


def answer_box(prompt):
    """Show a box for an answer in words, which is kept in this browser only."""
    publish(answer_box_html(prompt), _plain(prompt, ["your answer in words"]))


def quiz_html(question, options, answer):
    """Return the markup of a multiple-choice question."""
    _check_options(question, options, answer)
    name = element_name(question)
    rows = "".join(
        '<label class="dl-quiz-option">'
        f'<input type="radio" name="{name}" value="{index}">'
        f"<span>{markup(option)}</span></label>"
        for index, option in enumerate(options)
    )
    texts = [
        (option == answer, option, _trim(explanation))
        for option, explanation in options.items()
    ]
    key = {"kind": "choice", "answer": list(options).index(answer)}
    return _frame(name, question, rows, key, texts)


def quiz_number_html(question, answer, tolerance, unit, right, wrong, mistakes):
    """Return the markup of a question with a number as its answer.

    The arguments are those of `quiz_number`: see there.
    """
    _check_number(question, answer, tolerance, right, wrong, mistakes)
    name = element_name(question)
    label = f"Your answer, within ± {readable(f'{tolerance:g}')}"
    unit_span = f'<span id="{name}-unit">{markup(unit)}</span>' if unit else ""
    described = f' aria-describedby="{name}-unit"' if unit else ""
    row = (
        f'<label for="{name}-value">{label}</label>'
        f'<span class="dl-quiz-number"><input type="text" id="{name}-value"'
        f' size="10" autocomplete="off" spellcheck="false"{described}>'
        f"{unit_span}</span>"
    )
    texts = [
        (True, f"{answer:g} {unit}".strip(), _trim(right)),
        (False, "Another number", wrong),
        *((False, f"{value:g}", text) for value, text in mistakes.items()),
    ]
    key = {
        "kind": "number",
        "answer": float(answer),
        "tolerance": float(tolerance),
        "mistakes": [float(value) for value in mistakes],
    }
    return _frame(name, question, row, key, texts)


def answer_box_html(prompt):
    """Return the markup of a box for an answer in words.

    Raises ValueError without a prompt.
    """
    if not prompt.strip():
        raise ValueError("An answer box needs a prompt. Say what to write in it.")
    name = element_name(prompt)
    return (
        f'<dl-answer {ATTRIBUTES.format("answer")} id="{name}">'
        f'<label for="{name}-text">{markup(prompt)}</label>'
        f'<textarea id="{name}-text" rows="4"'
        f' aria-describedby="{name}-note"></textarea>'
        f'<p class="dl-answer-note" id="{name}-note">Your text stays in this'
        " browser; nobody else sees it.</p>"
        '<div class="dl-quiz-buttons"><button type="button">Copy my answer</button>'
        '<span role="status"></span></div></dl-answer>\n'
    )


def in_order(question, options):
    """Return options in an order that says nothing about which of them is right.

    Options that begin with different numbers, or differ in one number alone, come by
    size; others are shuffled, the same way in every run; "both", "nothing" and the like
    come last.
    """
    sizes = [size(option) for option in options]
    frames = {NUMBER.sub("", str(option), count=1) for option in options}
    first = all(NUMBER.match(str(option).lstrip(" ($\\[`")) for option in options)
    if (first or len(frames) == 1) and len(set(sizes)) == len(sizes):
        return {option: options[option] for option in sorted(options, key=size)}
    drawn = sorted(
        options,
        key=lambda option: (
            bool(REST.match(str(option))),
            hashlib.sha256(f"{question}{option}".encode()).digest(),
        ),
    )
    return {option: options[option] for option in drawn}


def size(option):
    """Return the first number in an option, or None."""
    found = NUMBER.search(str(option))
    if not found:
        return None
    return float(found[2].replace(",", "")) * (-1 if found[1] else 1)


def element_name(text):
    """Return a name for use as an id, the same for the same text in every run."""
    words = re.findall(r"[a-z0-9]+", text.lower())[:4]
    digest = hashlib.sha256(text.encode()).hexdigest()[:6]
    return "-".join(["quiz", *words, digest])


def markup(text):
    """Return text as HTML: escaped, with `code` between backticks marked up."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(str(text), quote=False))


def veil(markup_text):
    """Return the same HTML with each letter as a character reference.

    A browser shows it as before, with or without script, while someone who reads
    the source of the page does not see the answer by accident.
    """
    parts = re.split(r"(<[^>]+>)", markup_text)
    return "".join(
        part
        if part.startswith("<")
        else "".join(f"&#{ord(letter)};" for letter in html.unescape(part))
        for part in parts
    )


def _frame(name, question, rows, key, texts):
    """Put question, rows of input, feedback line and explanations together."""
    coded = base64.b64encode(json.dumps(key, separators=(",", ":")).encode()).decode()
    items = "".join(
        f"<li>{veil(_verdict(right) + _lead(lead, text) + markup(text))}</li>"
        for right, lead, text in texts
    )
    return (
        f'<dl-quiz {ATTRIBUTES.format("quiz")} id="{name}" data-key="{coded}">'
        f"<form><fieldset><legend>{markup(question)}</legend>{rows}</fieldset>"
        '<div class="dl-quiz-buttons"><button type="submit">Check</button></div>'
        '<div class="dl-quiz-feedback" role="status"></div></form>'
        '<details class="dl-quiz-key"><summary>Explanations</summary>'
        f"<ul>{items}</ul></details></dl-quiz>\n"
    )


def _verdict(right):
    return "<b>✓ Right.</b> " if right else "<b>✗ Not this.</b> "


def _lead(option, explanation):
    colon = ": " if explanation else ""
    return f'<span class="dl-quiz-lead"><b>{markup(option)}</b>{colon}</span>'


def _trim(explanation):
    """Drop a leading "Right:", which the verdict says already."""
    text = explanation.strip()
    rest = PRAISE.sub("", text)
    if rest == text or SYMBOL.match(rest):
        return rest
    return rest[:1].upper() + rest[1:]


def _check_options(question, options, answer):
    """Refuse a question that would leave a reader without an explanation."""
    if not question.strip():
        raise ValueError("A quiz needs a question. Write it as the first argument.")
    if len(options) < 2:
        raise ValueError(
            f"Quiz {question!r} needs at least two options but got {len(options)}. "
            "Add the answers that a learner would plausibly give."
        )
    bare = [option for option, text in options.items() if not _trim(str(text))]
    if bare:
        raise ValueError(
            f"Quiz {question!r} needs an explanation for every option, and "
            f"{bare[0]!r} has none. Say why it is right or what mistake leads to it."
        )
    if answer not in options:
        raise ValueError(
            f"Quiz {question!r} has the answer {answer!r}, which is not one of its "
            f"options {list(options)}. Write it exactly as the option."
        )


def _check_number(question, answer, tolerance, right, wrong, mistakes):
    """Refuse a number question without tolerance, explanation or sense."""
    if not question.strip():
        raise ValueError("A quiz needs a question. Write it as the first argument.")
    if not (math.isfinite(answer) and math.isfinite(tolerance) and tolerance > 0):
        raise ValueError(
            f"Quiz {question!r} needs a finite answer and a tolerance above 0 but got "
            f"{answer!r} and {tolerance!r}. State how exact the answer must be."
        )
    if not (right.strip() and wrong.strip() and all(mistakes.values())):
        raise ValueError(
            f"Quiz {question!r} needs an explanation for the right, for a wrong and "
            "for each typical wrong answer. Give `right`, `wrong` and all `mistakes`."
        )
    told = [answer]
    for value in mistakes:
        if min(abs(value - known) for known in told) <= tolerance:
            raise ValueError(
                f"Quiz {question!r} lists {value!r} as a mistake, which lies within "
                f"{tolerance!r} of the answer or of another mistake. Make the "
                "tolerance smaller."
            )
        told.append(value)


def _plain(question, options):
    """Return the question as plain text, for viewers that show no HTML."""
    return "\n".join([question, *(f"( ) {option}" for option in options)])
