"""Programs written for Keras run on dlcore after a change of import, and learn as well.

`reached.json` holds what they reached under Keras, made by `run.py`.
"""

import json

import numpy as np
import pytest

from tests.keras_programs.run import HERE, PROGRAMS, run, source

REACHED = json.loads((HERE / "reached.json").read_text(encoding="utf-8"))
NOISE = 0.02  # of a score of 1, beside what seeds do under Keras


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_reaches_what_it_reaches_under_keras(name):
    under_keras = REACHED[name]
    scores = [run(name, "dlcore", seed) for seed in (1, 2)]
    assert max(scores) >= min(under_keras) - NOISE
    assert np.mean(scores) >= np.mean(under_keras) - 2 * np.std(under_keras) - NOISE


@pytest.mark.parametrize("name", PROGRAMS)
def test_only_imports_are_changed(name):
    ours, theirs = source(name, "dlcore"), source(name, "keras")
    pairs = zip(ours.splitlines(), theirs.splitlines(), strict=True)
    changed = [(one, other) for one, other in pairs if one != other]
    assert changed
    assert all("import" in one and "keras" in other for one, other in changed)


def test_there_are_a_dozen_programs_and_more():
    assert len(PROGRAMS) >= 12
    assert sorted(REACHED) == PROGRAMS
