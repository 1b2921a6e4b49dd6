"""How much memory a workload takes above what its imports and data do."""

import ctypes
import gc
import importlib
import subprocess
import sys
from statistics import median

STATUS, RESET = "/proc/self/status", "/proc/self/clear_refs"
PROCESSES = 5  # torch lays out its memory differently from one to the next


def report(name):
    """Return a line with the megabytes of dlcore and torch, and their ratio.

    Args:
        name: that of the workload.

    Of each, the median of several fresh processes, with the least and the most.
    """
    if sys.platform != "linux":
        return "  memory: measured on Linux only"
    peaks = {
        who: sorted(in_its_own_process(name, who) for _ in range(PROCESSES))
        for who in ("dlcore", "torch")
    }
    both = ", ".join(
        f"{who} {median(found):.0f} MB ({found[0]:.0f} to {found[-1]:.0f})"
        for who, found in peaks.items()
    )
    ratio = median(peaks["dlcore"]) / median(peaks["torch"])
    return f"  memory above imports and data: {both}, ratio {ratio:.2f}"


def in_its_own_process(name, who):
    """Return the megabytes that a contender takes in a fresh interpreter."""
    command = [sys.executable, "-m", "benchmarks.memory", name, who]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(result.stdout)


def peak_above_start(run):
    """Return by how many megabytes memory grows at most while `run()` works."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    with open(RESET, "w") as reset:  # from here on, the peak is counted anew
        reset.write("5")
    before = kilobytes("VmRSS")
    run()
    return (kilobytes("VmHWM") - before) / 1024


def kilobytes(entry):
    """Return an entry of the process's status: VmRSS is now, VmHWM the peak."""
    with open(STATUS) as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith(entry))


if __name__ == "__main__":
    workload = importlib.import_module(f"benchmarks.workloads.{sys.argv[1]}").build()
    print(peak_above_start(workload.contenders[sys.argv[2]]))
