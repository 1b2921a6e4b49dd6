"""The library reads as it should: its rules are in `tools/style.py`.

Each rule is shown a file of `red/library/` that breaks it, and has to find it.
"""

import doctest
import importlib
import importlib.util
import json
import subprocess
from pathlib import Path

import array_api_strict
import numpy as np
import pytest

from tools import style as rules

ROOT = Path(__file__).resolve().parents[1]
RED = ROOT / "tests" / "red" / "library"


def tracked_files():
    """Return the names of all files that are or will be in the repository."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    result = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )
    if result.returncode != 0:
        return [p.relative_to(ROOT).as_posix() for p in ROOT.glob("[a-z]*/**/*.*")]
    return [name for name in result.stdout.splitlines() if (ROOT / name).is_file()]


FILES = tracked_files()
LIBRARY = [name for name in FILES if name.startswith("dlcore/") and name[-3:] == ".py"]
CODE = [name for name in FILES if name.endswith((".py", ".js", ".css"))]
CODE = [name for name in CODE if not name.startswith(("tests/red/", "exercises/"))]

# Reference answers and chapter figures are told by the pages that show them.
DOCUMENTED = [
    name
    for name in LIBRARY
    if not name.startswith(("dlcore/teach/checks/", "dlcore/teach/chapter"))
    and not Path(name).name.startswith("_")
]
MATHEMATICS = ("ops/", "layers/", "losses/", "optimizers/")
MATHEMATICS += ("activations.py", "erf.py", "regularizers.py")
MATHEMATICS = [name for name in LIBRARY if name[7:].startswith(MATHEMATICS)]
MATHEMATICS.remove("dlcore/ops/operators.py")  # Python's operators, not arithmetic
# The array swap, random numbers, data on the host, plain arithmetic, and drawings.
MAY_USE_NUMPY = ("backend.py", "initializers.py", "batches.py", "utils.py", "neuron.py")
MAY_USE_NUMPY += ("preprocessing/", "datasets/", "teach/", "saving/")
MAY_USE_NUMPY += ("interpret.py", "estimators.py")
WITHOUT_NUMPY = [name for name in LIBRARY if not name[7:].startswith(MAY_USE_NUMPY)]
WITHOUT_CUPY = [name for name in LIBRARY if name != "dlcore/backend.py"]


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("rule", "names"),
    [
        (rules.long_file, CODE),
        (rules.docstrings, DOCUMENTED),
        (rules.half_annotated, DOCUMENTED),
        (rules.array_use, MATHEMATICS),
        (rules.numpy_use, WITHOUT_NUMPY),
        (rules.asserts, LIBRARY),
        (rules.cupy_use, WITHOUT_CUPY),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_rule(rule, names):
    assert names
    found = [f"{name}:{finding}" for name in names for finding in rule(read(name))]
    assert not found, "\n".join(["", *found])


def test_functions_are_short():
    for folder in ("dlcore/", "dlcore/teach/", "tools/"):
        names = [
            name for name in FILES if name.startswith(folder) and name[-3:] == ".py"
        ]
        found = rules.long_functions({name: read(name) for name in names})
        assert not found, "\n".join(["", *found])


@pytest.mark.parametrize(
    ("rule", "name", "findings"),
    [
        (rules.long_file, "long_file.py", 1),
        (rules.docstrings, "docstrings.py", 8),
        (rules.half_annotated, "half_annotated.py", 1),
        (rules.array_use, "uses_numpy.py", 3),
        (rules.numpy_use, "uses_numpy.py", 2),
        (rules.asserts, "asserts.py", 1),
        (rules.cupy_use, "knows_cupy.py", 3),
    ],
)
def test_rule_finds_what_breaks_it(rule, name, findings):
    found = rule((RED / name).read_text(encoding="utf-8"))
    assert len(found) == findings, found


def test_long_functions_are_found():
    source = (RED / "long_functions.py").read_text(encoding="utf-8")
    assert rules.long_functions({"red": source}) == ["red:4 long"]


# Array functions


@pytest.mark.parametrize("library", [np, array_api_strict])
def test_allowed_array_functions_exist(library):
    assert not [name for name in rules.COMMON_FUNCTIONS if not hasattr(library, name)]


# Examples


def module_of(name):
    """Return the module of a library file."""
    path = name.removesuffix(".py").removesuffix("/__init__")
    return importlib.import_module(path.replace("/", "."))


@pytest.mark.parametrize("name", [n for n in LIBRARY if ">>>" in read(n)])
def test_examples_in_docstrings(name):
    result = doctest.testmod(module_of(name))
    assert result.attempted
    assert result.failed == 0


def test_failing_example_is_found(capsys):
    spec = importlib.util.spec_from_file_location("red", RED / "failing_example.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert doctest.testmod(module).failed == 1
    assert "Expected:" in capsys.readouterr().out


# Words


def prose_of(name):
    """Return what a file says; of a notebook the cells, without their outputs."""
    if not name.endswith(".ipynb"):
        return read(name)
    cells = json.loads(read(name))["cells"]
    return "\n".join("".join(cell["source"]) for cell in cells)


def is_text(name):
    if name.startswith("tests/red/") or name.endswith(
        (".png", ".woff2", ".gz", ".ico")
    ):
        return False
    return b"\0" not in (ROOT / name).read_bytes()[:4096]


def may_name_items(name):
    """The map of objectives, what chapters declare about themselves, and tests."""
    return name.startswith(("tests/", "book/chapters/")) or name.endswith(
        "objectives.yml"
    )


def test_files_speak_of_the_project_alone():
    found = [
        f"{name}:{finding}"
        for name in filter(is_text, FILES)
        for finding in rules.words(prose_of(name), may_name_items(name))
    ]
    assert not found, "\n".join(["", *found])


def test_files_that_are_referred_to_are_there():
    names = [name for name in filter(is_text, FILES) if not name.startswith("tests/")]
    found = [
        f"{name}:{finding}"
        for name in names
        for finding in rules.references(prose_of(name), FILES)
    ]
    assert not found, "\n".join(["", *found])


def test_foreign_words_and_files_are_found():
    text = (RED / "words.md").read_text(encoding="utf-8")
    found = rules.words(text)
    kinds = [finding.split(": ")[1] for finding in found]
    assert sorted(kinds) == sorted([*rules.WORDS, "an item number"])
    assert rules.references(text, FILES) == ["2: no such file: missing-notes.md"]
