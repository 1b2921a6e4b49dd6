"""Self-checks in a browser: by keyboard, without script, on paper, clean for axe."""

import shutil

import pytest

sync_api = pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_playwright_python.sync_playwright")

from dlcore.teach.page import page_assets  # noqa: E402
from dlcore.teach.quiz import (  # noqa: E402
    answer_box_html,
    quiz_html,
    quiz_number_html,
)

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")

CHOICE = quiz_html(
    "What is the loss?",
    {"a sum": "It would grow with the rows.", "a mean": "Right: per row."},
    "a mean",
)
NUMBER = quiz_number_html(
    "What is −3 / 2?",
    -1.5,
    0.01,
    "dollars",
    "Half of it.",
    "Divide by 2.",
    {1.5: "Mind the sign."},
)
BODY = f"<main><h1>Checks</h1>{CHOICE}{NUMBER}{answer_box_html('Say why.')}</main>"


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    path = tmp_path_factory.mktemp("quiz") / "page.html"
    style = "body { margin: 8px; font: 16px sans-serif; }"
    style += "body { background: var(--dl-paper); color: var(--dl-ink); }"
    path.write_text(
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><title>Checks</title>'
        f"<style>{style}</style></head><body>{page_assets()}{BODY}</body></html>",
        "utf-8",
    )
    return path.as_uri()


@pytest.fixture
def page(browser, address):
    context = browser.new_context(viewport={"width": 320, "height": 900})
    page = context.new_page()
    page.errors = []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.on("request", lambda r: r.url == address or page.errors.append(r.url))
    page.goto(address)
    yield page
    assert page.errors == []
    context.close()


def feedback(page, which=0):
    return page.locator(".dl-quiz-feedback").nth(which)


def test_wrong_then_right_by_keyboard_alone(page):
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    assert feedback(page).inner_text().startswith("✗ Not this. It would grow")
    assert not page.locator(".dl-quiz-key").first.is_visible()
    page.keyboard.press("ArrowDown")
    assert feedback(page).inner_text() == ""
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert feedback(page).inner_text() == "✓ Right. Per row."
    assert page.locator(".dl-quiz-key").first.is_visible()


def test_nothing_chosen_is_said(page):
    page.get_by_role("button", name="Check").first.click()
    assert feedback(page).inner_text() == "Choose an answer first."


@pytest.mark.parametrize(
    ("typed", "start"),
    [
        ("-1.5", "✓"),
        ("−1,5", "✓"),
        (" - 1.509 dollars", "✓"),
        ("-3/2", "✓"),
        ("-0,15e1", "✓"),
        ("-1.52", "Read as -1.52. ✗ Not this. Divide by 2."),
        ("1,5", "✗ Not this. Mind the sign."),
        ("16,050.9", "Read as 16050.9. ✗"),
        ("16.050,9", "Read as 16050.9. ✗"),
        ("1 000 000", "Read as 1000000. ✗"),
        ("1,000,000", "Read as 1000000. ✗"),
        ("", "Write a number first"),
        ("a lot", "Write a number first"),
        ("1/0", "Write a number first"),
    ],
)
def test_numbers_as_people_type_them(page, typed, start):
    page.get_by_label("Your answer, within ± 0.01").fill(typed)
    page.keyboard.press("Enter")
    assert feedback(page, 1).inner_text().startswith(start)


def test_the_text_of_a_box_stays_in_this_browser(page):
    page.get_by_label("Say why.").fill("Because.\nIt is so.")
    page.reload()
    assert page.get_by_label("Say why.").input_value() == "Because.\nIt is so."
    page.get_by_role("button", name="Copy my answer").click()
    status = page.locator("dl-answer [role=status]")
    sync_api.expect(status).to_contain_text("cop", ignore_case=True)


def test_a_box_works_without_storage(browser, address):
    page = browser.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " { get() { throw new Error('denied'); } });"
    )
    page.goto(address)
    page.get_by_label("Say why.").fill("Kept for this visit.")
    assert errors == []
    page.close()


def test_without_script_the_explanations_are_readable(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert page.get_by_role("button", name="Check").count() == 0
    page.get_by_text("Explanations").first.click()
    assert page.get_by_text("It would grow with the rows.").is_visible()
    context.close()


@pytest.mark.parametrize("script", [True, False])
def test_paper_shows_questions_and_then_explanations(browser, address, script):
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(address)
    page.emulate_media(media="print")
    assert page.locator(".dl-quiz-key").first.is_visible()
    assert not page.locator("button").first.is_visible()
    if script:
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
    box = page.get_by_text("It would grow with the rows.").bounding_box()
    assert box["height"] > 10
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(page, theme, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(f"document.documentElement.dataset.theme = '{theme}'")
    for which, option in enumerate(["a sum", "a mean"]):
        page.get_by_label(option, exact=True).check()
        page.get_by_role("button", name="Check").first.click()
        assert feedback(page).get_attribute("data-state") == ["wrong", "right"][which]
        found = axe.Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_targets_are_large_enough(page):
    page.get_by_label("a mean").check()
    page.get_by_role("button", name="Check").first.click()
    targets = ".dl-quiz-option, button, input[type=text], textarea, summary"
    for target in page.locator(targets).all():
        if target.is_visible():
            assert target.bounding_box()["height"] >= 44


def test_in_jupyterlab_plain_keys_stay_here_and_ctrl_s_still_saves(browser, address):
    page = browser.new_page()
    page.add_init_script(
        "new MutationObserver((_, o) => { if (document.body) {"
        " document.body.dataset.jpThemeLight = 'true'; o.disconnect(); } })"
        ".observe(document, { childList: true, subtree: true });"
        "window.taken = []; document.addEventListener('keydown',"
        " (event) => window.taken.push(event.key), true);"
    )
    page.goto(address)
    page.get_by_label("Say why.").focus()
    page.keyboard.type("b\na")
    page.keyboard.press("Control+s")
    assert page.evaluate("window.taken") == ["Control", "s"]
    assert page.get_by_label("Say why.").input_value() == "b\na"
    page.close()


def test_defining_the_elements_twice_is_harmless(page):
    page.evaluate(
        "for (const s of document.querySelectorAll('.dl-setup script')) {"
        " const copy = document.createElement('script');"
        " copy.textContent = s.textContent; document.body.append(copy); }"
    )
    page.get_by_label("a mean").check()
    page.get_by_role("button", name="Check").first.click()
    assert feedback(page).inner_text().startswith("✓ Right.")
