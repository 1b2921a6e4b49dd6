"""Run the programs, as they are under Keras, or with their imports changed to dlcore.

`python tests/keras_programs/run.py` runs them all under Keras 3, where it is installed,
and stores what they reach in `reached.json` for `test_programs.py` to compare with.
"""

import json
import os
import re
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
PROGRAMS = sorted(path.stem for path in (HERE / "programs").glob("*.py"))
SEEDS = (1, 2, 3)
IMPORT = {
    "import keras\n": "import dlcore as keras\n",
    "from keras import": "from dlcore import",
    "from keras.": "from dlcore.",
}


def source(name, library):
    """Return a program's source; for dlcore, with other imports."""
    text = (HERE / "programs" / f"{name}.py").read_text(encoding="utf-8")
    if library == "dlcore":
        for keras, ours in IMPORT.items():
            text = re.sub(f"^{re.escape(keras)}", ours, text, flags=re.M)
    return text


def run(name, library, seed):
    """Run a program from a seed, and return the score that it reaches."""
    utils = __import__(f"{library}.utils", fromlist=["set_random_seed"])
    if str(HERE) not in sys.path:
        sys.path.insert(0, str(HERE))
    space = {"__name__": name}
    exec(compile(source(name, library), f"{name}.py", "exec"), space)
    utils.set_random_seed(seed)
    return float(space["main"]())


def main():
    """Store the scores under Keras."""
    os.environ["KERAS_BACKEND"] = "torch"
    path = HERE / "reached.json"
    reached = json.loads(path.read_text("utf-8")) if path.exists() else {}
    for name in sys.argv[1:] or PROGRAMS:
        start = time.perf_counter()
        reached[name] = [round(run(name, "keras", seed), 4) for seed in SEEDS]
        print(f"{name:28}{reached[name]}  {time.perf_counter() - start:.0f} s")
        rows = [f"{json.dumps(key)}: {reached[key]}" for key in sorted(reached)]
        path.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
