"""Draw a digit: the browser reads as dlcore does, and shows it after a guess."""

import re

import numpy as np
import pytest

from dlcore.teach import drawn_digits
from tests.pages import browser as kit
from tools.book import ROOT

PAGE = "book/draw"
SOURCE = ROOT / "book" / "draw.md"
LINK = re.compile(r'href="#draw\?picture=([^"]*)"')
READ = """(rows) => {
  const { reader } = document.querySelector("dl-draw");
  return rows.map((row) => reader.read(row).shares);
}"""
PUSH = """([row, one, other]) => {
  const { reader } = document.querySelector("dl-draw");
  return reader.push(reader.read(row).hidden, one, other);
}"""
CHANGE = """([name, by]) => {
  const weights = document.querySelector("dl-draw").reader[name];
  (Array.isArray(weights[20]) ? weights[20] : weights)[5] += by;
}"""
SET = "(draw, ink) => draw.begin(ink, 'A picture of the test.')"


@pytest.fixture(scope="module")
def opened(browser, disk):
    """Return the page, opened once."""
    with kit.visit(browser, f"{disk}/{PAGE}.html", home=disk) as page:
        yield page


@pytest.fixture
def page(opened):
    """Return the page with an empty picture, the answer closed."""
    opened.get_by_role("radio", name="pen", exact=True).check()
    opened.get_by_role("button", name="Clear").click()
    yield opened
    assert opened.seen == []


def begin(page, ink):
    """Put a picture on the page, as numbers from 0 to 16."""
    page.locator("dl-draw").evaluate(SET, [int(value) for value in ink])


def ink(page):
    """Return the picture as an array (8, 8)."""
    return np.array(page.locator("dl-draw").evaluate("(d) => d.ink")).reshape(8, 8)


def says(page):
    """Return what the page says once the pause is over."""
    page.wait_for_timeout(900)
    return page.locator("dl-draw [role=status]").inner_text().replace("\xa0", " ")


def skip(page):
    """Open the answer without a guess."""
    page.get_by_role("button", name="Skip the guess").click()


def differ(page, rows):
    """Return how far the page's probabilities are from the library's."""
    found = page.evaluate(READ, rows.tolist())
    return np.abs(np.array(found) - drawn_digits.probabilities(rows)).max()


def test_it_reads_as_the_library_does(page):
    rows = np.concatenate([drawn_digits.TEST[0], drawn_digits.noise()[:50]])
    assert differ(page, rows) < 1e-9


@pytest.mark.parametrize("name", ["W", "b", "V", "c"])
def test_a_wrong_weight_is_found(page, name):
    page.evaluate(CHANGE, [name, 0.01])
    wrong = differ(page, drawn_digits.TEST[0][:50])
    page.evaluate(CHANGE, [name, -0.01])
    assert wrong > 1e-6
    assert differ(page, drawn_digits.TEST[0][:50]) < 1e-9


def test_the_squares_are_slopes_of_the_ratio(page):
    row, step = drawn_digits.TEST[0][7], 1e-6
    one, other = np.argsort(drawn_digits.probabilities([row])[0])[[-1, -2]]
    found = page.evaluate(PUSH, [row.tolist(), int(one), int(other)])
    near = np.concatenate([row + step * np.eye(64), row - step * np.eye(64)])
    shares = drawn_digits.probabilities(near)
    ratio = np.log(shares[:, one] / shares[:, other])
    np.testing.assert_allclose(found, (ratio[:64] - ratio[64:]) / (2 * step), atol=1e-4)


def test_the_answer_waits_for_a_guess_and_stands_beside_it(page):
    begin(page, drawn_digits.examples()[3, 0])
    assert not page.locator("dl-draw table").is_visible()
    page.get_by_role("button", name="Show its answer").click()
    assert not page.locator("dl-draw table").is_visible()  # nothing was chosen
    page.get_by_label("Which digit will it say?").select_option("5")
    page.get_by_label("How sure will it be?").select_option(label="50 to 90\xa0%")
    page.get_by_role("button", name="Show its answer").click()
    assert page.locator("dl-draw table").is_visible()
    told = page.locator(".dld-yours").inner_text().replace("\xa0", " ")
    assert told.startswith("You said 5, 50 to 90 %. It says 3, over 99.9 %")
    assert told.endswith("another digit, and surer than you said.")
    assert "It says 3, over 99.9 %; next comes" in says(page)
    page.get_by_role("button", name="Clear").click()
    assert not page.locator("dl-draw table").is_visible()
    assert page.locator(".dld-yours").inner_text() == ""


def test_bars_and_numbers_are_the_probabilities(page):
    picture = drawn_digits.examples()[8, 1]
    begin(page, picture)
    skip(page)
    wanted = drawn_digits.probabilities([picture / 16])[0]
    numbers = page.locator("dl-draw td span").all_inner_texts()
    shown = [0 if "under" in text else float(text.split("\xa0")[0]) for text in numbers]
    np.testing.assert_allclose(shown, 100 * wanted, atol=0.051)
    bars = page.locator(".dld-bar").evaluate_all(
        "(all) => all.map((bar) => bar.getBoundingClientRect().width)"
    )
    assert np.argmax(bars) == np.argmax(wanted)
    first = page.locator(".dld-first th").inner_text()
    assert first == str(wanted.argmax())


def test_it_is_drawn_by_keys(page):
    page.locator("[role=gridcell][tabindex='0']").focus()
    page.keyboard.press("Home")
    for key in ["ArrowDown", "ArrowRight", "9", "ArrowRight", "4", "End", " "]:
        page.keyboard.press(key)
    row = ink(page)
    line = int(np.flatnonzero(row.max(axis=1) == 16)[0])
    assert row[line].tolist() == [0, 16, 7, 0, 0, 0, 5, 16]
    assert row[line - 1, 7] == row[line + 1, 7] == 5  # the pen is wider than a field
    assert page.evaluate("document.activeElement.ariaLabel") == "ink 16 of 16"
    page.keyboard.press("Delete")
    assert ink(page)[line, 7] == 0
    page.wait_for_url("**#draw?picture=*")
    assert says(page) == "Your picture. The answer waits for your guess."
    skip(page)
    page.locator("[role=gridcell][tabindex='0']").focus()
    page.keyboard.press("9")
    assert re.match(r"It says \d, [\w. ]+ %; next comes \d", says(page))


def test_it_is_drawn_with_a_pointer(page):
    box = page.locator("[role=grid]").bounding_box()
    side = box["width"] / 8

    def stroke():
        page.mouse.move(box["x"] + 4.5 * side, box["y"] + 0.5 * side)
        page.mouse.down()
        page.mouse.move(box["x"] + 4.5 * side, box["y"] + 7.5 * side)
        page.mouse.up()
        page.mouse.move(box["x"] + 1.5 * side, box["y"] + 1.5 * side)

    stroke()
    assert ink(page)[:, 4].tolist() == [16] * 8
    assert ink(page)[:, 3].tolist() == [5] * 8
    assert ink(page)[:, :3].sum() == 0
    page.get_by_role("radio", name="eraser").check()
    stroke()
    assert ink(page)[:, 4].sum() == 0
    page.get_by_role("radio", name="one field").check()
    stroke()
    assert ink(page)[:, 4].tolist() == [16] * 8


@pytest.mark.parametrize("step", drawn_digits.STEPS)
def test_it_is_shifted_as_the_numbers_say(page, step):
    picture = drawn_digits.examples()[3, 0]
    begin(page, picture)
    skip(page)
    page.get_by_role("button", name=f"Shift {step}").click()
    moved = drawn_digits.shifted(picture.reshape(1, 64), drawn_digits.STEPS[step])
    np.testing.assert_array_equal(ink(page).ravel(), moved[0])
    wanted = drawn_digits.probabilities(moved / 16).argmax()
    told = says(page)
    assert f"It says {wanted}" in told
    changed = int((moved[0] != picture).sum())
    assert told.endswith(f"{changed} fields changed.")
    assert page.locator("dl-draw table").is_visible()


def test_noise_moves_the_ink_a_little(page):
    begin(page, drawn_digits.examples()[3, 0])
    before = ink(page)
    page.get_by_role("button", name="Noise").click()
    change = np.abs(ink(page) - before)
    assert 0 < change.max() <= 3
    assert 0 <= ink(page).min() <= ink(page).max() <= 16


def test_each_digit_has_its_examples(page):
    pictures = drawn_digits.examples()
    shown = set()
    for _ in pictures[7]:
        page.get_by_role("button", name="Example of the digit 7").click()
        shown.add(tuple(ink(page).ravel()))
    assert shown == {tuple(row) for row in pictures[7]}


def test_an_empty_page_is_answered_and_that_is_said(page):
    skip(page)
    facts = drawn_digits.facts()
    told = says(page)
    assert "There is no ink, and still it answers." in told
    assert f"It says {facts['blank']}, {facts['blank_percent']} %" in told


def test_its_links_are_the_pictures_that_the_numbers_are_of(page):
    links = LINK.findall(SOURCE.read_text(encoding="utf-8"))
    three = "".join("0123456789abcdefg"[v] for v in drawn_digits.examples()[3, 0])
    assert set(links) == {three, drawn_digits.HEART}
    facts = drawn_digits.facts()
    for link, digit in ((drawn_digits.HEART, facts["heart"]), (three, 3)):
        page.locator(f"a[href='#draw?picture={link}']").first.click()
        assert not page.locator("dl-draw table").is_visible()
        skip(page)
        assert f"It says {digit}, over 99.9 %" in says(page)
        assert page.url.endswith(link)


def test_a_wrong_address_is_no_picture(page):
    begin(page, drawn_digits.examples()[0, 0])
    before = ink(page)
    for wrong in ("", "123", "z" * 64, "g" * 65):
        page.evaluate("(hash) => { location.hash = hash; }", f"draw?picture={wrong}")
        page.wait_for_timeout(50)
        np.testing.assert_array_equal(ink(page), before)


def test_the_numbers_of_the_text_are_the_facts(page):
    text = page.locator("article").text_content()
    facts = drawn_digits.facts()
    names = set(re.findall(r"\{drawn\}`(\w+)`", SOURCE.read_text(encoding="utf-8")))
    assert names <= facts.keys()
    told = f"{facts['right']} correctly: {facts['percent']} percent"
    assert told in " ".join(text.split())


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_it_works_for_everybody_once_it_has_answered(browser, disk, theme, width):
    with kit.visit(browser, f"{disk}/{PAGE}.html", theme, width, disk) as page:
        skip(page)
        assert kit.sideways(page) is None
        assert kit.violations(page) == []
        assert page.seen == []


def test_on_paper_there_is_the_answer_and_nothing_to_press(page):
    page.emulate_media(media="print")
    assert page.locator("dl-draw table").is_visible()
    assert not page.locator("dl-draw button, dl-draw form").first.is_visible()
    page.emulate_media(media="screen")
