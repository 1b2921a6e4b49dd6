"""Set-up, numbering, glued numbers, colophon."""

import subprocess
import sys

import numpy as np
import pytest

from dlcore import teach
from dlcore.teach import page


@pytest.fixture
def shown(monkeypatch):
    outputs = []
    monkeypatch.setattr(
        page,
        "display",
        lambda data, raw, metadata=None: outputs.append((data, metadata)),
    )
    return outputs


def test_setup_gives_the_page_its_styles_and_scripts_once(shown):
    teach.setup(page="2.1")
    ((data, _),) = shown
    markup = data["text/html"]
    for path in page.STATIC.iterdir():
        if path.suffix in (".css", ".js"):
            assert path.read_text("utf-8") in markup
    assert markup.count("<style>") == markup.count("<script>") == 1
    assert "<!-" not in markup


def test_figures_are_numbered_by_page(shown):
    teach.setup(page="2.1")
    assert [teach.next_number(), teach.next_number()] == ["2.1.1", "2.1.2"]
    teach.setup(page="3.2")
    assert teach.next_number() == "3.2.1"


def test_a_cell_run_again_keeps_its_numbers(shown, monkeypatch):
    teach.setup(page="2.1")

    def run(cell, message, figures=1):
        monkeypatch.setattr(page, "_running_cell", lambda: (cell, message))
        return [teach.next_number() for _ in range(figures)]

    assert run("a", "1") == ["2.1.1"]
    assert run("b", "2", figures=2) == ["2.1.2", "2.1.3"]
    assert run("a", "3") == ["2.1.1"]
    assert run("b", "4", figures=3) == ["2.1.2", "2.1.3", "2.1.4"]
    assert run(None, None, figures=2) == ["2.1.5", "2.1.6"]


def test_glue_stores_what_the_prose_reads(shown):
    teach.glue(mse=np.float32(144.51234567), rows=12, name="hotels", best=np.int64(3))
    values = [d["application/papermill.record/text/plain"] for d, _ in shown]
    assert values == ["144.512", "12", "'hotels'", "3"]
    assert shown[0][1]["scrapbook"] == {
        "name": "mse",
        "mime_prefix": "application/papermill.record/",
    }


def test_glue_keeps_what_cannot_be_rounded(shown):
    teach.glue(loss=float("inf"))
    assert shown[0][0]["application/papermill.record/text/plain"] == "inf"


@pytest.mark.parametrize("value", [[1.0, 2.0], None, {"a": 1}])
def test_glue_refuses_what_is_not_one_number(value, shown):
    with pytest.raises(TypeError, match="takes one number or a string"):
        teach.glue(losses=value)


def test_colophon_tells_versions_and_facts(shown):
    teach.colophon(seed=4, data="hotels, 12 rows")
    text = shown[0][0]["text/plain"]
    for part in ("Run time: ", "numpy: ", "Seed: 4", "Data: hotels, 12 rows"):
        assert part in text


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "under a second"), (5, "a few seconds"), (700, "more than ten minutes")],
)
def test_run_time_is_told_by_order_of_magnitude(seconds, words):
    assert page._magnitude(seconds) == words


def test_importing_dlcore_loads_neither_teach_nor_matplotlib():
    code = (
        "import dlcore, sys; heavy = ('matplotlib', 'dlcore.teach'); "
        "print([m for m in sys.modules if m.startswith(heavy)])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert run.stdout.decode().strip() == "[]"


def test_every_public_name_is_there_and_not_a_module():
    for name in teach.__all__:
        assert type(getattr(teach, name)).__name__ != "module", name


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'plot'"):
        _ = teach.plot
