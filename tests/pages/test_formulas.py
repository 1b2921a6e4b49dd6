"""What a reader sees of formulas before they are typeset, and where they never are."""

import pytest

PAGE = "notebooks/02-1-predict-and-measure"
CUT = """() => [...document.querySelectorAll(".bd-article span.math")]
  .filter((e) => getComputedStyle(e).display === "inline-block").length"""


@pytest.mark.parametrize("typesetter", ["late", "missing"])
def test_source_is_cut_only_while_it_waits(browser, disk, typesetter):
    context = browser.new_context()
    page = context.new_page()
    missing = typesetter == "missing"
    page.route("**/mathjax/*", lambda route: route.abort() if missing else None)
    page.goto(f"{disk}/{PAGE}.html", wait_until="load" if missing else "commit")
    page.locator("span.math").first.wait_for()
    assert bool(page.evaluate(CUT)) is not missing
    context.close()
