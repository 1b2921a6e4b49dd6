"""A browser that reaches this machine only, and what is asked of a page in it."""

import json
import os
from contextlib import contextmanager

import pytest

from tests.pages import loading
from tests.pages.accessible import violations  # noqa: F401  the kit has it all
from tools import book

WIDTHS = (320, 768, 1280)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # the network is blocked: no name resolves, no address but this machine's answers
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
# console errors that are known and harm nobody, as (text, reason); none so far
HARMLESS = ()
# two frames are drawn, and what moves or fades has come to its end
SETTLED = """async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  await frame();
  await frame();
  const moving = document.getAnimations().filter((a) => a instanceof CSSTransition);
  await Promise.allSettled(moving.map((a) => a.finished));
  await frame();
}"""
# what a figure shows when the next frame is drawn; of the drawing, its sum
STATE = """async (figure, control) => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  await frame();
  await frame();
  const drawing = figure.querySelector(".dlx-drawing").innerHTML;
  let sum = drawing.length;
  for (let i = 0; i < drawing.length; i++) sum = (31 * sum + drawing.charCodeAt(i)) | 0;
  const readOut = control.getAttribute("aria-valuetext") ?? control.value;
  return [readOut, figure.querySelector(".dlx-caption").innerText, sum];
}"""
READY = """async () => {
  if (window.MathJax && MathJax.startup) await MathJax.startup.promise;
  await Promise.all([...document.querySelectorAll("dl-explore")].map((e) => e.states));
  await new Promise((done) => setTimeout(done, 150));
}"""


def chromium():
    """Return the path of Chromium; skip without one, but never in CI."""
    found = book.chromium()
    if not found and os.environ.get("CI"):
        pytest.fail("Chromium is missing: install it, or name it in $CHROMIUM")
    if not found:
        pytest.skip("Chromium is not installed; name another one in $CHROMIUM")
    return found


@contextmanager
def visit(browser, address, theme="light", width=1280, home=None):
    """Open a page as on a first visit, by a reader who prefers this theme.

    `page.seen` collects requests to elsewhere and console errors, `page.loaded` the
    addresses of all that was asked for. `home` is what every address has to start
    with; by default the page's own host.
    """
    size = {"width": width, "height": 900}
    context = browser.new_context(viewport=size, color_scheme=theme)
    context.add_init_script(loading.WATCH)
    page = context.new_page()
    page.seen, page.loaded = [], []
    home = home or "/".join(address.split("/")[:3])
    page.on("request", lambda request: note_request(page, request.url, home))
    page.on("console", lambda message: note_message(page, message))
    page.on("pageerror", lambda error: page.seen.append(f"error: {error}"))
    page.goto(address, wait_until="load")
    page.evaluate(READY)
    yield page
    context.close()


def note_request(page, url, home):
    """Keep what is asked for, and apart what leaves the book."""
    page.loaded.append(url)
    if not url.startswith((home, "data:", "blob:", "about:")):
        page.seen.append(f"request: {url}")


def note_message(page, message):
    """Keep a console error that is not known to be harmless."""
    place = message.location.get("url", "")
    if message.type == "error" and not any(
        text in message.text for text, _ in HARMLESS
    ):
        page.seen.append(f"console: {message.text} ({place})")


def at_width(page, width):
    """Give the page another width and let it settle."""
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(SETTLED)


def too_wide(page, width):
    """Say what scrolls sideways at this width, if anything does."""
    at_width(page, width)
    found = sideways(page)
    return f"{width} px: {found}" if found else ""


def sideways(page):
    """Return the widest thing that makes the page scroll sideways, or None."""
    return page.evaluate("""() => {
      const root = document.documentElement;
      if (root.scrollWidth <= root.clientWidth) return null;
      const kept = (e) => e.parentElement
        && (getComputedStyle(e.parentElement).overflowX !== "visible"
            || kept(e.parentElement));
      const wide = [...document.querySelectorAll("article *")].filter((e) => !kept(e))
        .map((e) => [e.getBoundingClientRect().right, e])
        .sort((a, b) => a[0] - b[0]);
      const [right, e] = wide.at(-1) ?? [root.scrollWidth, root];
      const name = `${e.tagName} ${e.getAttribute("class")} ${e.innerText}`;
      return `reaches ${right}: ${name.slice(0, 150)}`;
    }""")


def untypeset(page):
    """Return formulas that MathJax left alone or could not read."""
    return page.evaluate(r"""() => {
      const raw = (e) => /\\\(|\\\[/.test(e.innerText);
      const refused = (e) => e.querySelector("[data-mjx-error], mjx-merror");
      return [...document.querySelectorAll(".math, .mathjax_process")]
        .filter((e) => raw(e) || refused(e)).map((e) => e.innerText.slice(0, 80));
    }""")


def kept(page):
    """Return what this browser keeps of the reader's progress."""
    return json.loads(page.evaluate("localStorage['dlcore-progress'] ?? '{}'"))


# -- by keyboard alone -----------------------------------------------------------------


def focused(page, attribute):
    """Return an attribute of the element that has the focus."""
    return page.evaluate(f"document.activeElement.getAttribute('{attribute}')")


def explore_all(page):
    """Move every control of every figure by keys; say what failed."""
    names = page.evaluate("""() =>
      [...document.querySelectorAll("dl-explore")].map((e) => e.getAttribute("name"))
    """)
    return [problem for name in names for problem in explore(page, name)]


def answer_all(page):
    """Answer every quiz of the page by keys; say what failed.

    Those that other pages ask again are left to them, and to test_review.py.
    """
    quizzes = page.query_selector_all("dl-quiz:not(dl-review *)")
    return [problem for quiz in quizzes for problem in answer(page, quiz)]


def explore(page, name):
    """Predict, then move every control of one figure by keys; say what failed.

    It keeps the elements it has found: a locator would search the page every time.
    """
    figure = page.query_selector(f"dl-explore[name='{name}']")
    controls = figure.query_selector_all(".dlx-control :is(input, select)")
    if controls[0].is_enabled():
        return [f"{name}: the controls are open before a prediction"]
    commit(page, figure)
    if figure.get_attribute("data-stage") == "predict":
        return [f"{name}: the prediction was not taken by key"]
    problems = []
    for control in controls:
        label = control.get_attribute("name")
        if not reach(page, label):
            problems.append(f"{name}: {label} is not reached by Tab")
        else:
            problems += move(page, figure, control, f"{name}: {label}")
    if not figure.query_selector("[data-yours]").inner_text().strip():
        problems.append(f"{name}: the prediction is not kept beside the outcome")
    return problems


def commit(page, figure):
    """Answer the question of a figure by keys."""
    field = figure.query_selector("form input")
    field.focus()
    if field.get_attribute("type") == "radio":
        page.keyboard.press("Space")
    else:
        page.keyboard.type("1")
    page.keyboard.press("Enter")
    page.evaluate(SETTLED)


def reach(page, name, most=12):
    """Press Tab until the control of this name has the focus."""
    for _ in range(most):
        if focused(page, "name") == name:
            return True
        page.keyboard.press("Tab")
    return False


def move(page, figure, control, label):
    """Move the focused control; say if its read-out or the caption stands still."""
    slider = control.get_attribute("type") == "range"
    seen = {state(figure, control)}
    for key in ("Home", "ArrowRight" if slider else "ArrowDown", "End"):
        page.keyboard.press(key)
        seen.add(state(figure, control))
    problems = []
    if len({read_out for read_out, _, _ in seen}) < 2:
        problems.append(f"{label}: the read-out does not change")
    if len({caption for _, caption, _ in seen}) < 2:
        problems.append(f"{label}: the caption does not change")
    if len({drawing for _, _, drawing in seen}) < 2:
        problems.append(f"{label}: the drawing does not change")
    return problems


def state(figure, control):
    """Return what the reader sees next: read-out, caption, and the drawing."""
    return tuple(figure.evaluate(STATE, control))


def answer(page, quiz):
    """Answer one quiz by keys, first as it comes, then right; say what failed."""
    name = quiz.get_attribute("id")
    key = quiz.evaluate("(e) => JSON.parse(atob(e.dataset.key))")
    quiz.query_selector("input").focus()
    page.keyboard.press("Space")
    if key["kind"] == "number":
        page.keyboard.type("9e9")
    page.keyboard.press("Enter")
    feedback = quiz.query_selector(".dl-quiz-feedback")
    problems = []
    if len(feedback.inner_text().strip()) < 10:
        problems.append(f"{name}: no explanation for the first answer")
    if key["kind"] == "number":
        page.keyboard.press("Control+A")
        page.keyboard.type(f"{key['answer']:.10g}")
    for _ in range(key["answer"] if key["kind"] == "choice" else 0):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    if feedback.get_attribute("data-state") != "right":
        problems.append(f"{name}: the right answer is not taken by key")
    return problems
