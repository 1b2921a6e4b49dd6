"""What the package has to do where nothing is installed but NumPy.

python try_wheel.py README.md    run by release.py, in an environment of its own
"""

import contextlib
import importlib.util
import io
import re
import sys
from importlib import resources
from pathlib import Path

FETCHED = {"hitters", "mnist"}  # asked from elsewhere when they are first wanted
TASKS = {"hotels": ("linear", "nonlinear", "hot", "category")}
EXAMPLE = re.compile(r"```python\n(.*?)```\s+It prints `(.*?)`", re.DOTALL)


def examples(readme):
    """Run the examples of a text; say which print something else than it tells."""
    wrong, found = [], EXAMPLE.findall(readme)
    for source, told in found:
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            exec(source, {})
        if printed.getvalue().split() != told.split():
            wrong.append(f"The example prints {printed.getvalue()!r}, told {told!r}")
    return wrong if found else ["No example in the text"]


def data():
    """Load every data set that is shipped; say which has no rows or no datasheet."""
    from dlcore import datasets

    wrong = []
    for name in datasets.__all__:
        module = getattr(datasets, name)
        if not (resources.files(datasets) / f"{name}.md").is_file():
            wrong.append(f"{name} has no datasheet")
        if name in FETCHED or not hasattr(module, "load_data"):
            continue
        for task in TASKS.get(name, [None]):
            loaded = module.load_data(*([task] if task else []))
            wrong += [] if len(loaded) else [f"{name} is empty"]
    return wrong


def surroundings():
    """Say what is not as in an environment with NumPy alone."""
    import dlcore

    extra = [
        n for n in ("matplotlib", "IPython", "h5py") if importlib.util.find_spec(n)
    ]
    inside = Path(dlcore.__file__).is_relative_to(sys.prefix)
    away = [] if inside else [f"dlcore is not the installed one: {dlcore.__file__}"]
    return [f"{name} is there: this shows little" for name in extra] + away


def main():
    """Do all; exit with what went wrong."""
    readme = Path(sys.argv[1]).read_text(encoding="utf-8")
    wrong = surroundings() + examples(readme) + data()
    sys.exit("\n".join(wrong) or None)


if __name__ == "__main__":
    main()
