"""What axe finds on a page: nothing is let pass, whatever its impact.

All of axe's rules, and target-size, which it leaves to the asker. Contrast, by far the
slowest, looks at one text of each kind: texts of the same color, size and weight over
the same backgrounds have the same contrast, and a page has some thousand texts of some
fifty kinds.

What axe can not decide counts as found, with the exceptions that `UNDECIDED` gives.
Left out: the strokes of formulas and drawings, which have no text and no role and are
half of all elements (they are taken away while axe looks, as are the colors of listings
that show no new kind of text, and the elements within MathML, which axe does not read);
and the contrast of text inside drawings, whose fill axe does not read either:
tests/drawing_rules.py computes it for every color of a drawing.
"""

from functools import cache

# texts of which axe says by itself that it can not judge their contrast, by reason
UNDECIDED = {
    "nonBmp": "an arrow or a mathematical sign",
    "shortTextContent": "a single character, in the same colors as all others",
}

KINDS = """() => {
  const over = new Map([[null, ""]]);  // element -> what lies behind its text
  const behind = (e) => {
    if (over.has(e)) return over.get(e);
    const style = getComputedStyle(e), own = [];
    if (style.backgroundColor !== "rgba(0, 0, 0, 0)") own.push(style.backgroundColor);
    if (style.backgroundImage !== "none") own.push(style.backgroundImage);
    if (style.opacity !== "1") own.push(style.opacity);
    const placed = !["static", "relative"].includes(style.position);
    if (placed) own.push(e.tagName, e.className);
    over.set(e, [behind(e.parentElement), ...own].join("|"));
    return over.get(e);
  };
  const says = (e) => e.matches("input, select, textarea")
    || [...e.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const seen = { visibilityProperty: true, opacityProperty: true };
  const kinds = new Map(), drawn = "svg, mjx-container";
  for (const e of document.body.querySelectorAll("*")) {
    if (!says(e) || e.closest(drawn) || !e.checkVisibility(seen)) continue;
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(e);
    const kind = [behind(e), color, fontSize, fontWeight, textShadow].join("/");
    if (!kinds.has(kind)) kinds.set(kind, e);
  }
  return [...kinds.values()];
}"""
COLORS = ["color-contrast", "link-in-text-block"]
# the rules that depend on where things are, not only on what is shown
SIZES = ["target-size", "scrollable-region-focusable"]
STROKES = (
    "mjx-container svg > *,"
    " svg :is(path, line, rect, circle, polygon, polyline, use):not(mjx-container *)"
)


RUN = """async ([undecided, only]) => {
  // the theme scrolls the page's own entry into view, and others out of it
  document.querySelector(".bd-sidebar-primary")?.scrollTo(0, 0);
  const texts = (KINDS)();
  texts.forEach((e) => e.setAttribute("data-text-kind", ""));
  // what has a name stays, and what a script moves at this moment
  const told = "[role], [aria-label], [data-part], :has(title, a, [role], [data-part])";
  const strokes = [...document.querySelectorAll("STROKES")]
    .filter((e) => !e.matches(told)).map((e) => [e, document.createComment("")]);
  strokes.forEach(([e, place]) => e.replaceWith(place));
  // the colors of a listing: spans with a class alone, that are not asked for
  const plain = (e) => e.matches("span")
    && [...e.attributes].every(({ name }) => name === "class");
  const bare = [...document.querySelectorAll("pre:not(:has(.dl-line)), .dl-line")]
    .filter((e) => e.children.length && [...e.querySelectorAll("*")].every(plain));
  // and the parts of what formulas say
  const said = [...document.querySelectorAll("mjx-assistive-mml > math")];
  const inside = [...bare, ...said].map((e) => [e, [...e.childNodes]]);
  inside.forEach(([e]) => e.replaceChildren(e.textContent));
  const rules = [{ id: "color-contrast", selector: "[data-text-kind]" }];
  axe.configure({ rules, noHtml: true });
  const found = await axe.run({
    preload: false,
    resultTypes: ["violations", "incomplete"],
    ...(only ? { runOnly: only } : { rules: { "target-size": { enabled: true } } }),
  });
  inside.forEach(([e, nodes]) => e.replaceChildren(...nodes));
  strokes.reverse().forEach(([e, place]) => place.replaceWith(e));
  texts.forEach((e) => e.removeAttribute("data-text-kind"));
  const excused = (node) => node.any.some(({ data }) => data?.messageKey in undecided);
  // axe does not read MathML: a heading that is a formula is empty to it alone
  const formula = ({ id }, { target }) => id === "empty-table-header"
    && document.querySelector(target[0]).querySelector("math");
  const say = ({ id, help }, { target, failureSummary }, what) =>
    `${id} (${what}) at ${target.join(" ")}: ${failureSummary ?? help}`;
  return [
    ...found.violations.flatMap((rule) => rule.nodes
      .filter((node) => !formula(rule, node))
      .slice(0, 1).map((node) => say(rule, node, rule.impact))),
    ...found.incomplete.flatMap((rule) => rule.nodes.filter((node) => !excused(node))
      .slice(0, 1).map((node) => say(rule, node, "undecided"))),
  ];
}""".replace("KINDS", KINDS).replace("STROKES", STROKES)


@cache
def axe():
    """Return axe's own program."""
    from axe_playwright_python.sync_playwright import Axe

    return Axe().axe_script


def violations(page, only=None):
    """Return what axe finds or can not decide, with the first place of each rule.

    `only`: the ids of rules, where a page has passed the others in another theme or at
    another width.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe())
    return page.evaluate(RUN, [UNDECIDED, only])


def note_shown(page):
    """Remember what is shown at this width; return what was shown at none so far."""
    return page.evaluate("""() => {
      const known = (window.bookShown ??= new WeakSet());
      const seen = { visibilityProperty: true, opacityProperty: true };
      const fresh = [...document.body.querySelectorAll("*")]
        .filter((e) => !known.has(e) && e.checkVisibility(seen));
      fresh.forEach((e) => known.add(e));
      return fresh.slice(0, 9).map((e) => e.cloneNode().outerHTML.slice(0, 90));
    }""")
