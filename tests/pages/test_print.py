"""A page on paper: what a click would show is there, whole and at once."""

from tests.pages import browser as kit

PAGE = "notebooks/09-7-one-real-problem"
HIDDEN_CODE = """() => [...document.querySelectorAll("details.hide")].map((cell) => ({
  code: cell.querySelector("pre").checkVisibility(),
  button: cell.querySelector("summary").checkVisibility(),
  moves: [...cell.children].some((e) => getComputedStyle(e).animationName !== "none"),
}))"""
SHOWN = {"code": True, "button": False, "moves": False}


def test_hidden_code_is_printed(browser, disk):
    with kit.visit(browser, f"{disk}/{PAGE}.html", home=disk) as page:
        page.emulate_media(media="print")
        cells = page.evaluate(HIDDEN_CODE)
        assert cells
        assert all(cell == SHOWN for cell in cells)
        page.evaluate(
            "document.querySelectorAll('details').forEach(e => e.open = true)"
        )
        assert all(cell == SHOWN for cell in page.evaluate(HIDDEN_CODE))


def test_red_without_its_style_a_printed_page_hides_code(browser, disk):
    with kit.visit(browser, f"{disk}/{PAGE}.html", home=disk) as page:
        page.evaluate("document.querySelector('link[media=print]').remove()")
        page.emulate_media(media="print")
        cells = page.evaluate(HIDDEN_CODE)
        assert not any(cell["code"] for cell in cells)
        page.evaluate(
            "document.querySelectorAll('details').forEach(e => e.open = true)"
        )
        assert all(cell["moves"] for cell in page.evaluate(HIDDEN_CODE))
