"""How long `import dlcore` takes, in processes of its own."""

import subprocess
import sys
from statistics import median

MODULES = ("numpy", "dlcore", "torch")
CODE = (
    "import time; start = time.perf_counter(); import {}; "
    "print(time.perf_counter() - start)"
)


def seconds_to_import(module):
    """Return the seconds of one import in a fresh interpreter."""
    result = subprocess.run(
        [sys.executable, "-c", CODE.format(module)],
        capture_output=True,
        text=True,
        check=True,
    )
    return float(result.stdout)


def report(rounds):
    """Return a table of import times, the modules taking turns."""
    seconds = {module: [] for module in MODULES}
    for _ in range(rounds):
        for module in MODULES:
            seconds[module].append(seconds_to_import(module))
    lines = [f"Import, median of {rounds} fresh processes (dlcore loads numpy)"]
    lines += [
        f"  {module:14}{1000 * median(times):10.0f} ms"
        for module, times in seconds.items()
    ]
    return "\n".join(lines)
