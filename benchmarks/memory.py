"""How much memory a workload takes above what its imports and data do."""

import ctypes
import gc
import importlib
import subprocess
import sys

STATUS, RESET = "/proc/self/status", "/proc/self/clear_refs"


def report(name):
    """Return a line with the megabytes of dlcore and torch, and their ratio.

    Args:
        name: that of the workload.
    """
    if sys.platform != "linux":
        return "  memory: measured on Linux only"
    peaks = {who: in_its_own_process(name, who) for who in ("dlcore", "torch")}
    ratio = peaks["dlcore"] / peaks["torch"]
    both = ", ".join(f"{who} {megabytes:.0f} MB" for who, megabytes in peaks.items())
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
