"""How a page arrives: what it loads, what that weighs, and whether it jumps."""

import gzip
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

HEAVIEST = 1_500_000  # bytes of a page and all it loads, gzipped
# A third of what Lighthouse calls good. Formulas alone would make it twice as much, if
# they had no room before they are typeset (book/_ext/room.py).
MOST_SHIFT = 0.03

WATCH = """
window.bookShifts = [];
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) {
    if (shift.hadRecentInput) continue;
    const node = shift.sources[0]?.node;
    const what = (node?.nodeType === 3 ? node.parentNode : node)?.outerHTML;
    bookShifts.push([shift.startTime, shift.value, what?.slice(0, 90) ?? ""]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""
SCROLL = """async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const bottom = () => document.documentElement.scrollHeight - innerHeight;
  for (let y = 0; y < bottom(); y += 0.8 * innerHeight) {
    scrollTo({ top: y, behavior: "instant" });
    await frame();
    await frame();
  }
  scrollTo({ top: 0, behavior: "instant" });
  await frame();
  await frame();
  return bookShifts;
}"""


def problems(page, folder):
    """Say if the page jumps while it is opened and scrolled, or is too heavy."""
    return [*jumps(page), *too_heavy(page, folder)]


def jumps(page, most=MOST_SHIFT):
    """Scroll from top to bottom; say what moved, if it moved too much."""
    moved = page.evaluate(SCROLL)
    worst = shift([(start, value) for start, value, _ in moved])
    if worst <= most:
        return []
    first = max(moved, key=lambda shift: shift[1])
    return [f"moves by {worst:.3f} while it loads, most of all {first[2]}"]


def shift(moved):
    """Return the layout shift of (milliseconds, value) pairs by the usual definition.

    It is the largest sum in a window: no second without a shift, five seconds at most.
    """
    worst = total = 0
    begin = last = float("-inf")
    for start, value in moved:
        if start - last > 1000 or start - begin > 5000:
            begin, total = start, 0
        total, last = total + value, start
        worst = max(worst, total)
    return worst


def too_heavy(page, folder, most=HEAVIEST):
    """Say if the page and all it loaded weigh more than `most` bytes, gzipped."""
    sizes = {path: weight(path) for path in loaded(page, folder)}
    if sum(sizes.values()) <= most:
        return []
    heavy = sorted(sizes, key=sizes.get)[-3:]
    names = ", ".join(f"{path.name} {sizes[path]:,}" for path in reversed(heavy))
    return [f"weighs {sum(sizes.values()):,} bytes: {names}"]


def loaded(page, folder):
    """Return the files that the page was made of so far."""
    found = set()
    for address in page.loaded:
        parts = urlsplit(address)
        if parts.scheme in ("file", "http"):
            path = unquote(parts.path)
            path = Path(path) if parts.scheme == "file" else folder / path.lstrip("/")
            found.add(path)
    return {path for path in found if path.is_file()}


@cache
def weight(path):
    """Return the gzipped size of a file."""
    return len(gzip.compress(path.read_bytes(), 6))
