"""What plain nbgrader makes of those hostile submissions that do no harm.

    python tests/exercises/compare.py

Each attempt that says `plain: yes` is graded by plain `nbgrader autograde` with its
default configuration, in a throw-away folder, and by itself. Prints the table of the
instructor guide. The others are never run outside the sandbox.
"""

import sys
import tempfile
from pathlib import Path

sys.path[:0] = [
    str(Path(__file__).parents[2] / "exercises"),
    str(Path(__file__).parents[2]),
]

import field  # noqa: E402

from tests.pages import browser as kit  # noqa: E402


def main():
    """Try the harmless ones in one class and print the table."""
    from playwright.sync_api import sync_playwright

    everything = field.attempts()
    chosen = [attempt for attempt in everything if attempt.plain]
    scripts = [attempt for attempt in chosen if attempt.kind == "scripts"]
    with tempfile.TemporaryDirectory(prefix="plain-") as folder:
        place = field.Field(Path(folder) / "field", plain=True)
        found = place.try_all(chosen, last=None)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=kit.chromium(), args=kit.ARGUMENTS
            )
            found += place.live_pages(scripts, browser)
            browser.close()
        place.servers.close()
    for text in found:
        print(text[:300], file=sys.stderr)
    print("| kind | all | tried on plain nbgrader | contained there |")
    print("|---|---|---|---|")
    for kind in sorted({attempt.kind for attempt in everything}):
        of_kind = [attempt for attempt in everything if attempt.kind == kind]
        tried = [attempt for attempt in of_kind if attempt.plain]
        kept = [
            attempt
            for attempt in tried
            if not any(text.startswith(f"{attempt.student}:") for text in found)
        ]
        last = f"{len(tried)} | {len(kept)}" if tried else "none | –"
        print(f"| {kind} | {len(of_kind)} | {last} |")


if __name__ == "__main__":
    main()
