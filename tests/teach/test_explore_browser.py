"""Explorable figures in a browser, opened from a file: keys, links, paper, no script.

Each demand is a function that lists faults; `tests/red/explore_faults.html` has them.
"""

import re
from pathlib import Path

import pytest

from dlcore.teach.page import page_assets
from tests.pages import browser as kit
from tests.teach import explorable

RED = Path(__file__).resolve().parents[1] / "red" / "explore_faults.html"
STYLE = """[hidden] { display: none !important; }  /* as the theme of the book has it */
body { margin: 8px; font: 16px sans-serif;
  background: var(--dl-paper); color: var(--dl-ink); }"""


@pytest.fixture(scope="module")
def browser():
    path = kit.chromium()
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=kit.ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DLCORE_RECORD", "1")
        figures = explorable.options(), explorable.number()
        body = "".join(map(explorable.recorded, figures))
    path = tmp_path_factory.mktemp("explore") / "page.html"
    path.write_text(
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><title>Figures</title>'
        f"<style>{STYLE}</style></head><body>{page_assets()}<main><h1>Figures</h1>"
        f'{body}<p id="equation-eq-rate">(4)</p></main></body></html>',
        "utf-8",
    )
    return path.as_uri()


@pytest.fixture
def page(browser, address):
    with kit.visit(browser, address, home="file://") as page:
        yield page
        assert page.seen == []


@pytest.fixture
def red(browser):
    with kit.visit(browser, RED.as_uri(), home="file://") as page:
        yield page


def figure_of(page, name="rates"):
    return page.locator(f"dl-explore[name={name}]")


def locked(page, name):
    return figure_of(page, name).locator("input[name=rate]").is_disabled()


def rest(page):
    """Wait until the figure takes the reader to have come to rest."""
    # by the page's own clock: its timer of 300 ms has then run, however busy we are
    page.evaluate("new Promise((done) => setTimeout(done, 310))")
    page.evaluate(kit.SETTLED)


def stage(page, name="rates"):
    return figure_of(page, name).get_attribute("data-stage")


# -- predict, then look, then read -----------------------------------------------------


@pytest.mark.parametrize("name", ["rates", "factor"])
def test_keys_move_read_out_caption_and_drawing(page, name):
    assert kit.explore(page, name) == []


def test_whole_protocol_by_keyboard_alone(page):
    keys, figure = page.keyboard, figure_of(page)
    keys.press("Tab")
    keys.press("ArrowDown")  # the second option
    keys.press("Enter")
    assert kit.focused(page, "name") == "rate"  # the focus goes to the first control
    assert figure.locator("[data-yours]").inner_text() == "The loss grows"
    assert figure.get_by_text("Now see for yourself: set rate η to 1.1.").is_visible()
    keys.press("ArrowLeft")
    assert figure.locator("output").first.inner_text() == "0.5"
    rest(page)
    assert stage(page) == "look"
    keys.press("End")
    rest(page)
    assert stage(page) == "answered"
    assert "What happens, as you predicted" in figure.inner_text()
    assert "1.331" not in figure.locator(".dlx-caption").inner_text()
    assert "1.210" in figure.locator(".dlx-caption").inner_text()


def test_nothing_is_unlocked_without_a_choice(page):
    figure_of(page).get_by_role("button", name="Commit").click()
    assert stage(page) == "predict"
    assert locked(page, "rates")
    assert not figure_of(page).get_by_text("inside the valley").is_visible()


def test_answer_on_demand_moves_the_controls(page):
    figure = figure_of(page)
    figure.get_by_label("It learns faster").check()
    figure.get_by_role("button", name="Commit").click()
    figure.get_by_text("Show what happens").press("Enter")
    rest(page)
    assert "at a rate of 1.1" in figure.locator(".dlx-caption").inner_text()
    told = figure.locator(".dlx-answer").inner_text()
    assert "What happens instead" in told
    assert told.index("The loss grows") < told.index("It learns faster")
    assert figure.locator("[data-yours]").is_visible()


def test_passing_by_is_not_resting(page):
    figure = figure_of(page)
    figure.get_by_role("button", name="Skip").click()
    page.keyboard.press("End")
    page.keyboard.press("Home")
    rest(page)
    assert stage(page) == "look"


@pytest.mark.parametrize(
    ("given", "told", "untold"),
    [
        ("0.07", "Four halvings.", "Halve 1"),
        ("3", "Halve 1 four times.", "Four halvings."),
        (None, "0.0625 dollars²", "halvings"),
    ],
)
def test_number_is_compared_within_its_tolerance(page, given, told, untold):
    figure = figure_of(page, "factor")
    if given is None:
        figure.get_by_role("button", name="Skip").click()
    else:
        figure.locator("input[type=number]").fill(given)
        page.keyboard.press("Enter")
    figure.get_by_text("Show what happens").click()
    text = figure.locator(".dlx-answer").inner_text()
    assert told in text
    assert untold not in text


def test_attempts_lead_to_notice(page):
    figure = figure_of(page)
    figure.get_by_role("button", name="Skip").click()
    for attempt in figure.locator(".dlx-attempts button").all():
        assert not figure.get_by_text("Below 1 the loss shrinks").is_visible()
        attempt.click()
        rest(page)
    assert figure.get_by_text("Below 1 the loss shrinks").is_visible()
    assert figure.locator("output").all_inner_texts()[:2] == ["0.8", "4"]


def test_step_buttons_stop_at_the_ends(page):
    figure = figure_of(page, "factor")
    figure.get_by_role("button", name="Skip").click()
    for _ in range(5):
        figure.get_by_role("button", name="Next").click()
    assert figure.locator("output").nth(1).inner_text() == "4"
    assert "After 4 epochs" in figure.locator(".dlx-caption").inner_text()
    figure.get_by_role("button", name="Previous").click()
    assert figure.locator("output").nth(1).inner_text() == "3"


def test_reset_returns_to_the_start(page):
    figure = figure_of(page)
    start = figure.locator(".dlx-drawing").inner_html()
    figure.get_by_role("button", name="Skip").click()
    page.keyboard.press("End")
    page.evaluate(kit.SETTLED)
    assert figure.locator(".dlx-drawing").inner_html() != start
    figure.get_by_role("button", name="Reset").click()
    page.evaluate(kit.SETTLED)
    assert figure.locator("output").all_inner_texts()[:2] == ["0.8", "2"]
    plain = re.compile(r'="[^"]*"|\s|/')  # the parser writes attributes its own way
    now = figure.locator(".dlx-drawing").inner_html()
    assert plain.sub("", now) == plain.sub("", start)


def test_drawing_and_controls_have_names(page):
    figure = figure_of(page)
    assert figure.get_by_role("img", name="Which rate? After 2 epochs").count() == 1
    assert figure.get_by_role("slider", name="rate η", disabled=True).count() == 1
    assert figure.locator(".dlx-caption").get_attribute("aria-live") == "polite"


# -- the address -----------------------------------------------------------------------


def test_setting_is_in_the_address_and_comes_back(browser, page, address):
    figure_of(page).get_by_role("button", name="Skip").click()
    page.keyboard.press("Home")
    rest(page)
    assert page.url == f"{address}#rates?rate=0.5&epochs=2"
    with kit.visit(browser, page.url, home="file://") as other:
        figure = figure_of(other)
        assert figure.locator("output").first.inner_text() == "0.5"
        assert "at a rate of 0.5" in figure.locator(".dlx-caption").inner_text()
        assert not locked(other, "rates")
        assert locked(other, "factor")
        assert other.seen == []


@pytest.mark.parametrize("card", ["dl-explore", ".dlx-kernel"])
def test_a_drawing_lies_on_its_paper_and_not_on_a_surface(page, card):
    seen = page.evaluate(
        """(card) => {
          const kernel = document.body.appendChild(document.createElement("div"));
          kernel.className = "dlx-kernel";
          kernel.innerHTML = '<div class="dlx-drawing"></div>';
          const background = (e) => getComputedStyle(e).backgroundColor;
          const colored = (role) => {
            const inside = document.createElement("p");
            inside.style.background = `var(--dl-${role})`;
            document.querySelector(`${card} .dlx-drawing`).append(inside);
            return background(inside);
          };
          const seen = [background(document.querySelector(card))];
          return [...seen, colored("paper"), colored("surface")];
        }""",
        card,
    )
    assert seen[0] == seen[1] != seen[2]


def test_link_within_the_page_is_followed(page):
    page.evaluate("location.hash = '#factor?rate=1.1&epochs=3&rate2=x'")
    rest(page)
    figure = figure_of(page, "factor")
    assert figure.locator("output").all_inner_texts()[:2] == ["1.1", "3"]
    assert stage(page, "factor") == "look"
    assert stage(page) == "predict"


def test_value_that_is_not_listed_is_passed_over(page):
    page.evaluate("location.hash = '#rates?rate=0.7&epochs=%'")
    rest(page)
    assert figure_of(page).locator("output").all_inner_texts()[:2] == ["0.8", "2"]


def test_link_can_be_copied(page, address):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    figure = figure_of(page)
    figure.get_by_role("button", name="Skip").click()
    figure.get_by_role("button", name="Copy link").click()
    told = figure.locator(".dlx-copied", has_text=re.compile("."))
    told.wait_for()
    assert told.inner_text() in ("Copied.", f"{address}#rates?rate=0.8&epochs=2")


# -- for everybody ---------------------------------------------------------------------


def small_targets(page):
    """List visible things to press that are smaller than 44 px."""
    return page.evaluate("""() => [...document.querySelectorAll(
        "dl-explore :is(button, select, summary, input, .dlx-options label)")]
      .filter((e) => e.checkVisibility() && !e.closest("label"))
      .map((e) => [e.outerHTML.slice(0, 60), e.getBoundingClientRect()])
      .filter(([_, box]) => box.height < 43.9 || box.width < 43.9)
      .map(([what, box]) => `${what}: ${box.width} x ${box.height}`)""")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_clean_for_axe_and_narrow_screens(browser, address, theme, width):
    with kit.visit(browser, address, theme, width, home="file://") as page:
        page.evaluate(f"document.documentElement.dataset.theme = '{theme}'")
        assert kit.violations(page) == []
        figure_of(page).get_by_label("It learns faster").check()
        figure_of(page).get_by_role("button", name="Commit").click()
        figure_of(page).get_by_text("Show what happens").click()
        figure_of(page).get_by_text("Why", exact=True).click()
        rest(page)
        assert kit.violations(page) == []
        assert kit.sideways(page) is None
        assert small_targets(page) == []
        assert page.seen == []


def test_drawing_fills_a_phone(browser, address):
    with kit.visit(browser, address, width=320, home="file://") as page:
        box = figure_of(page).locator(".dlx-drawing svg").bounding_box()
        assert box["width"] >= 300  # of the 304 that the body leaves


def test_claim_is_shown_after_the_prediction_and_on_paper(page):
    figure = figure_of(page)
    claim, caption = figure.locator(".dlx-claim"), figure.locator("figcaption")
    assert claim.text_content() == "The rate decides."
    assert claim.is_hidden()
    assert "Dots: epochs." in caption.inner_text()
    page.emulate_media(media="print")
    assert claim.is_visible()
    page.emulate_media(media="screen")
    figure.get_by_role("button", name="Skip").click()
    assert claim.is_visible()


def faults_without_script(page):
    """List what a reader without script misses, or is offered in vain."""
    faults = []
    for figure in page.locator("dl-explore").all():
        name = figure.get_attribute("name")
        for part in ("legend", ".dlx-drawing svg", ".dlx-caption", "figcaption"):
            if not figure.locator(part).first.is_visible():
                faults.append(f"{name}: {part} is not shown")
        for part in ("Notice", "Why", "Show what happens"):
            if not figure.locator("summary", has_text=part).is_visible():
                faults.append(f"{name}: {part} cannot be opened")
        for field in figure.locator("input, select").all():
            if field.is_visible():
                faults.append(f"{name}: a control that does nothing is shown")
    return faults


def test_without_script_all_can_be_read(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert faults_without_script(page) == []
    figure = figure_of(page)
    figure.locator("summary", has_text="Show").click()
    assert "The loss grows: Each step lands" in figure.inner_text()
    context.close()


def faults_on_paper(page):
    """List what is wrong with figures in print."""
    page.emulate_media(media="print")
    faults = []
    for figure in page.locator("dl-explore").all():
        name = figure.get_attribute("name")
        drawings = figure.locator("svg, img").all()
        if sum(drawing.is_visible() for drawing in drawings) != 3:
            faults.append(f"{name}: other than three drawings")
        if any(e.is_visible() for e in figure.locator("button, input, select").all()):
            faults.append(f"{name}: something to press")
        for part in (".dlx-notice p", ".dlx-why p"):
            if not figure.locator(part).is_visible():
                faults.append(f"{name}: {part} is not printed")
    return faults


def test_three_states_on_paper(page):
    assert faults_on_paper(page) == []
    texts = figure_of(page).locator(".dlx-print p").all_inner_texts()
    assert [re.search("rate of (.*) the loss", text)[1] for text in texts] == [
        *("0.5", "1.1", "0.8"),
    ]


def test_nothing_moves_by_itself(page):
    before = page.locator("main").inner_html()
    page.wait_for_timeout(700)
    assert page.locator("main").inner_html() == before
    moving = "document.getAnimations().length"
    assert page.evaluate(moving) == 0


# -- the checks, seen to fail ----------------------------------------------------------


def test_faults_without_script_are_seen(red):
    assert faults_without_script(red) == [
        "bare: .dlx-drawing svg is not shown",
        "bare: .dlx-caption is not shown",
        "bare: Why cannot be opened",
        "bare: a control that does nothing is shown",
    ]


def test_faults_on_paper_are_seen(red):
    assert faults_on_paper(red) == [
        "bare: other than three drawings",
        "bare: something to press",
        "bare: .dlx-why p is not printed",
    ]


def test_small_targets_are_seen(red):
    assert len(small_targets(red)) == 3
