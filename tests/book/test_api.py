"""The pages made from docstrings name everything that is public."""

import importlib
import inspect
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DIRECTIVE = re.compile(r"^\.\. api:: (\S+)\n((?:   .*\n|\n)+)", flags=re.M)


def documented():
    """Return the names on the pages, by the module in which they are looked up."""
    found = {}
    for page in (ROOT / "book" / "api").glob("*.rst"):
        for module, block in DIRECTIVE.findall(page.read_text("utf-8") + "\n"):
            names = block.replace(":members:", "").split()
            found.setdefault(module, []).extend(names)
    return found


def public(module):
    """Return the classes that a module offers as Keras does: capitalized, its own."""
    return {
        name
        for name, value in inspect.getmembers(module, inspect.isclass)
        if value.__module__.startswith("dlcore.") and name[0].isupper()
    }


# classes that no program names: what stands behind a function or a short name
BEHIND = {
    "dlcore.callbacks": {"Listeners"},
    "dlcore.layers": {"Input"},  # it is documented as dlcore.Input
    "dlcore.losses": {"FunctionLoss"},
    "dlcore.metrics": {"AccuracyByShape", "FunctionMetric", "RowMean"},
}


@pytest.mark.parametrize(
    "name", ["callbacks", "layers", "losses", "metrics", "optimizers", "preprocessing"]
)
def test_every_public_class_has_its_place(name):
    full = f"dlcore.{name}"
    named = set(documented()[full])
    assert public(importlib.import_module(full)) - BEHIND.get(full, set()) <= named


@pytest.mark.parametrize(("module", "names"), documented().items())
def test_every_name_on_the_pages_exists_once(module, names):
    assert len(names) == len(set(names))
    for name in names:
        try:
            importlib.import_module(f"{module}.{name}")
        except ImportError:
            found = getattr(importlib.import_module(module), name)
            assert inspect.getdoc(found), f"{module}.{name} has no docstring"
