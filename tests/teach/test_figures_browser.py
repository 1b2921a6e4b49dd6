"""Figures as a reader sees them: sizes, themes, forced colors and print, measured."""

from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import sync_playwright

from dlcore import teach
from dlcore.neuron import Neuron
from dlcore.teach import page as page_kit
from tests.drawing_rules import small_texts, texts_of

RED = Path(__file__).parents[1] / "red"
PAGE = """<!doctype html><html data-theme="{theme}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><style>
body {{ margin: 0 auto; padding: 0 16px; max-width: 740px; font: 16px/1.5 sans-serif;
        background: var(--dl-paper) }}</style><body>{content}</body></html>"""


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def figures():
    """Return a page's worth of markup: a curve, two panels and a network."""
    found = []
    kept, page_kit.publish = page_kit.publish, lambda markup, text: found.append(markup)
    try:
        teach.setup(page="2.1")
        fig, ax = teach.figure()
        (line,) = ax.plot([0, 10], [205, 110], color=teach.color.model)
        teach.label_line(line, r"$\hat y = w x + b$", at=0, dx=60, dy=-4)
        ax.set(xlabel="distance $x$ (km)", ylabel="price (dollars)", ylim=(90, 225))
        teach.show(fig, "A line.", "A line falls from 205 to 110 dollars.")
        fig, axes = teach.figure(columns=2, sharey=True)
        for ax in axes:
            ax.plot(np.arange(9) ** 2, color=teach.color.loss)
            ax.set_xlabel("epoch")
        axes[0].set_ylabel("loss (dollars²)")
        teach.show(fig, "Two curves.", "Two curves rise from 0 to 64 dollars².")
        ax = teach.draw_network(Neuron(-9.5, 205.0), x=[4.0], inputs=["distance"])
        teach.show(ax.figure, "A neuron.", "A neuron with weight −9.5, bias 205.")
    finally:
        page_kit.publish = kept
    return "".join(found)


def opened(browser, content, width, theme="light", **options):
    page = browser.new_page(viewport={"width": width, "height": 700}, **options)
    page.set_content(PAGE.format(theme=theme, content=content))
    return page


def test_text_is_readable_on_a_phone(browser, figures):
    page = opened(browser, figures, 320)
    assert len(texts_of(page)) > 30
    assert small_texts(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_measurement_sees_small_text(browser):
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.set_content((RED / "drawing_small_text.html").read_text())
    assert small_texts(page) == ["too small on a phone: 5.8 px"]


def test_text_is_about_body_size_on_a_wide_page(browser, figures):
    sizes = [t["size"] for t in texts_of(opened(browser, figures, 1280))]
    assert min(sizes) >= 15
    assert max(sizes) <= 19


def test_no_text_is_cut_off_at_the_sides(browser, figures):
    for width in (320, 1280):
        texts = texts_of(opened(browser, figures, width))
        cut = [t for t in texts if min(t["left"], t["right"]) < -0.5]
        assert cut == []


def test_panels_stand_side_by_side_only_where_there_is_room(browser, figures):
    tops = """() => [...document.querySelectorAll(".dl-panels svg")].map(
        (svg) => svg.getBoundingClientRect().top)"""
    left, right = opened(browser, figures, 1280).evaluate(tops)
    assert left == right
    left, right = opened(browser, figures, 320).evaluate(tops)
    assert left < right


def colors(page):
    return {t["color"] for t in texts_of(page)}


def test_the_theme_sets_the_colors(browser, figures):
    light = colors(opened(browser, figures, 800))
    dark = colors(opened(browser, figures, 800, "dark"))
    assert "rgb(31, 35, 40)" in light
    assert "rgb(230, 233, 238)" in dark
    assert not light & dark


def test_print_is_always_light(browser, figures):
    page = opened(browser, figures, 800, "dark")
    page.emulate_media(media="print")
    assert colors(page) == colors(opened(browser, figures, 800))


def test_forced_colors_are_the_system_s(browser, figures):
    page = opened(browser, figures, 800, forced_colors="active")
    system = page.evaluate("""() => ["CanvasText", "LinkText", "Canvas"].map((name) => {
        const probe = document.body.appendChild(document.createElement("i"));
        probe.style.color = name; return getComputedStyle(probe).color })""")
    assert colors(page) <= set(system)


def test_the_drawing_is_one_image_with_a_name(browser, figures):
    page = opened(browser, figures, 800)
    names = page.locator("[role=img]").evaluate_all(
        "all => all.map(e => e.getAttribute('aria-label'))"
    )
    assert len(names) == 3
    assert names[0] == "A line falls from 205 to 110 dollars."


# -- in JupyterLab ---------------------------------------------------------------------

CELL = """<div class="jp-Notebook"><a href="#fig-a">Figure
2.1.9</a><p style="height: 3000px"></p><div class="jp-OutputArea">
<div class="jp-OutputArea-child">{widgets}</div><div class="jp-OutputArea-child">
<div class="dlx-kernel dlx-still" hidden>
<span class="dl-number">Figure 2.1.9</span></div></div></div></div>"""
LIVE = """<div class="jupyter-widgets widget-box dlx-kernel">
<span class="dl-number">Figure 2.1.9</span></div>"""
GONE = '<div class="jupyter-widgets">Error displaying widget: model not found</div>'


@pytest.fixture(params=[LIVE, GONE], ids=["running", "opened again"])
def cell(request, browser):
    content = page_kit.page_assets() + CELL.format(widgets=request.param)
    page = opened(browser, content, 1000)
    yield page, request.param is LIVE
    page.close()


def test_either_the_widgets_are_seen_or_the_drawing_that_was_saved(cell):
    page, live = cell
    page.wait_for_timeout(3500)  # the drawing leaves the widgets time to come
    assert page.locator(".dlx-still").is_visible() is not live
    assert page.locator(".jupyter-widgets").is_visible() is live


def test_a_link_to_a_figure_goes_by_its_number(cell):
    page, live = cell
    page.get_by_role("link").click()
    assert page.evaluate("scrollY") > 2000
    goal = ".widget-box" if live else ".dlx-still"
    assert page.evaluate(f"document.activeElement.matches('{goal}')")


def test_a_link_that_has_a_target_is_left_alone(browser):
    content = page_kit.page_assets() + CELL.format(widgets=LIVE)
    page = opened(browser, content + '<p id="fig-a">Here.</p>', 1000)
    page.get_by_role("link").click()
    assert page.evaluate("document.activeElement.matches('.widget-box')") is False
    page.close()
