"""What runs below a grader: its workers, and how much memory all of it takes."""

import threading

import psutil


def at_work(pid):
    """Return the workers below a run that have a kernel at the moment."""
    found = []
    for process in psutil.Process(pid).children(recursive=True):
        try:
            names = {child.name() for child in process.children()}
            if "bwrap" in names and process.name() != "bwrap":
                found.append(process)
        except psutil.Error:
            continue
    return found


def memory_mb(pid):
    """Return the memory of a process and all below it; shared pages count once."""
    total = 0
    for process in [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]:
        try:
            total += process.memory_full_info().pss
        except psutil.Error:
            continue
    return total / (1 << 20)


class Observer(threading.Thread):
    """Notes the largest memory of a run; kills one of its workers when told to."""

    def __init__(self, pid, kill_when=None):
        super().__init__(daemon=True)
        self.pid, self.kill_when = pid, kill_when
        self.peak_mb, self.killed = 0.0, []
        self.ended = threading.Event()

    def run(self):
        """Look every second until the run has ended."""
        while not self.ended.wait(1):
            try:
                self.peak_mb = max(self.peak_mb, memory_mb(self.pid))
                if self.kill_when and not self.killed and self.kill_when():
                    for worker in at_work(self.pid)[:1]:
                        worker.kill()
                        self.killed.append(worker.pid)
            except psutil.Error:
                continue
