"""How long `import dlcore` takes, in processes of its own."""

import os
import subprocess
import sys
import tempfile
from statistics import median

MODULES = ("numpy", "dlcore", "torch")
CODE = (
    "import time; start = time.perf_counter(); import {}; "
    "print(time.perf_counter() - start)"
)


def seconds_to_import(module, cache):
    """Return the seconds of one import in a fresh interpreter.

    Args:
        module: its name.
        cache: folder for compiled modules. Python compiles what it imports once, and
            pip does so before; without a folder of our own, a setting that forbids
            writing such files would have dlcore compiled anew each time.
    """
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": cache}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    result = subprocess.run(
        [sys.executable, "-c", CODE.format(module)],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    return float(result.stdout)


def report(rounds):
    """Return a table of import times, the modules taking turns."""
    seconds = {module: [] for module in MODULES}
    with tempfile.TemporaryDirectory() as cache:
        for _ in range(1 + rounds):
            for module in MODULES:
                seconds[module].append(seconds_to_import(module, cache))
    lines = [f"Import, median of {rounds} fresh processes (dlcore loads numpy)"]
    lines += [
        f"  {module:14}{1000 * median(times[1:]):10.0f} ms"
        for module, times in seconds.items()
    ]
    first = 1000 * seconds["dlcore"][0]
    lines.append(f"  dlcore's first import, which compiles its modules: {first:.0f} ms")
    return "\n".join(lines)
