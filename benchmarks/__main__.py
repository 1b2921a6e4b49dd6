"""Run `python -m benchmarks [names]`, in an environment that has PyTorch."""

import argparse
import importlib
import importlib.util
import os
import pkgutil
import sys

from benchmarks import workloads

# glibc gives freed memory back to the system by default, and the next step then pays
# for it again; with these, torch is at its best. They must be set before the start.
KEEP_MEMORY = {
    "MALLOC_TRIM_THRESHOLD_": "4294967296",
    "MALLOC_MMAP_THRESHOLD_": "4294967296",
}
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def main():
    """Measure the workloads that were asked for, or all of them."""
    names = [module.name for module in pkgutil.iter_modules(workloads.__path__)]
    options = parse(names)
    if importlib.util.find_spec("torch") is None:
        print("The comparison needs PyTorch: python -m pip install '.[bench]'")
        return 1
    start_again_with(options.threads)
    import torch

    from benchmarks import harness, importing, memory

    print(f"torch {torch.__version__}, {options.threads} threads; ratios to torch")
    print(f"{busy()}\n")
    missed, rate = 0, harness.best_rate()
    for name in options.names or names:
        workload = importlib.import_module(f"benchmarks.workloads.{name}").build()
        torch.set_num_threads(workload.threads or options.threads)
        harness.check_agreement(workload)
        seconds = harness.measure(workload, options.rounds)
        text, met = harness.report(workload, seconds, rate)
        print(text)
        print(memory.report(name), end="\n\n")
        missed += not met
    print(importing.report(options.rounds))
    return 1 if missed and options.strict else 0


def parse(names):
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help=", ".join(names))
    parser.add_argument("--rounds", type=int, default=9, help="default: 9")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--strict", action="store_true", help="fail on a missed goal")
    options = parser.parse_args()
    unknown = set(options.names) - set(names)
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}; there are {', '.join(names)}")
    return options


def busy():
    """Return how busy the machine is, since ratios of a busy one are doubtful."""
    if not hasattr(os, "getloadavg"):
        return "load unknown"
    load, cores = os.getloadavg()[0], os.cpu_count()
    doubt = ": the figures are doubtful" if load > cores / 2 else ""
    return f"load {load:.1f} on {cores} cores before the start{doubt}"


def start_again_with(threads):
    """Restart this process once, with the memory and thread settings in place."""
    wanted = {**KEEP_MEMORY, **dict.fromkeys(THREADS, str(threads))}
    if any(os.environ.get(name) != value for name, value in wanted.items()):
        command = [sys.executable, "-m", "benchmarks", *sys.argv[1:]]
        os.execve(sys.executable, command, {**os.environ, **wanted})


if __name__ == "__main__":
    sys.exit(main())
