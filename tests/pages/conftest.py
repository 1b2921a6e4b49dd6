"""A browser for each file of page tests, and a server for all."""

import os
import threading

import pytest

from tests.pages import browser as kit


@pytest.fixture(scope="module")
def browser():
    """Return a headless Chromium that reaches this machine only.

    Playwright runs once at a time in a process, and other tests have their own.
    """
    path = kit.chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=kit.ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def site(request):
    """Return where the pages are visited that need no disk: on a server.

    A book that was unpacked somewhere else ($BOOK_SITE) has none and must do without.
    """
    return request.getfixturevalue("disk" if os.environ.get("BOOK_SITE") else "server")


@pytest.fixture(scope="session")
def server(book):
    """Return the address of the built book on a server of this machine."""
    from tools import book as builder

    folder, _, _ = book
    running = builder.server(folder, first_port=0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_address[1]}"
    running.shutdown()
    running.server_close()


@pytest.fixture(scope="session")
def disk(book):
    """Return the address of the built book on the disk, without a server."""
    return book[0].as_uri()
