"""The scripts of the course are imported by name, as instructors run them.

Tests with the mark `needs_sandbox` are skipped where the sandbox does not work, with
the reason; in continuous integration they fail there, so that it never skips them.
"""

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "exercises"))


def pytest_configure(config):
    config.addinivalue_line("markers", "needs_sandbox: runs code in bubblewrap")


def pytest_runtest_setup(item):
    if item.get_closest_marker("needs_sandbox"):
        from dlgrade import sandbox
        from needs import demand_sandbox

        demand_sandbox(sandbox.probe(), bool(os.environ.get("CI")))


@pytest.fixture(scope="session")
def first_course(tmp_path_factory):
    """A course that nbgrader has made, which takes its time; tests use copies."""
    from tiny_course import Course

    return Course(tmp_path_factory.mktemp("first") / "course")


@pytest.fixture
def course(first_course, tmp_path):
    """A course with the tiny assignment; calling it hands in."""
    return first_course.copy(tmp_path / "course")
