"""The guard beside a sandbox: measures it from outside and ends it at its limits."""

import contextlib
import os
import threading
import time

import psutil

MB = 1 << 20
PERIOD = 0.05  # seconds between two looks
# psutil reads the list of all processes of the machine, which takes its time; the list
# of children is quick, but can miss one while others end. So most looks are quick.
LOOKS = 20
QUICK = os.path.exists(f"/proc/{os.getpid()}/task/{os.getpid()}/children")


class Watch(threading.Thread):
    """Look at all processes of a sandbox until it ends or must be ended."""

    def __init__(self, process, limits):
        super().__init__(daemon=True)
        self.process, self.limits = process, limits
        self.started = time.monotonic()
        self.killed = ""  # why the sandbox was ended, when this guard has ended it
        self.peak_mb = 0
        self.cpu_seconds = 0.0
        self.looks = -1

    def run(self):
        """Look again and again; the end of the first process ends all the others."""
        try:
            while self.process.poll() is None and not self.killed:
                self.killed = self.reason()
                if not self.killed:
                    time.sleep(PERIOD)
        except BaseException as error:
            self.killed = f"its guard failed ({type(error).__name__}: {error})"
        finally:
            # however this thread ends, the sandbox does not go on without it
            self.process.kill()

    def reason(self):
        """Return why the sandbox must end now, or nothing."""
        tree, limits = self.tree(), self.limits
        self.measure(tree)
        if self.peak_mb > limits.memory_mb:
            return f"it used more than {limits.memory_mb} MB of memory"
        if self.cpu_seconds > limits.cpu_seconds:
            return f"it computed for more than {limits.cpu_seconds} s"
        if time.monotonic() - self.started > limits.wall_seconds:
            return f"it ran for more than {limits.wall_seconds} s"
        if len(tree) > limits.processes + 5:
            return f"it started more than {limits.processes} processes"
        if self.files(tree) > limits.disk_files:
            return f"it made more than {limits.disk_files} files"
        return ""

    def tree(self):
        """Return the processes inside; orphans stay below the sandbox's first."""
        self.looks += 1
        if QUICK and self.looks % LOOKS:
            return list(below(self.process.pid))
        try:
            return psutil.Process(self.process.pid).children(recursive=True)
        except psutil.Error:
            return []

    def measure(self, tree):
        """Bring memory and computing time up to date."""
        memory, cpu = 0, 0.0
        for process in tree:
            try:
                memory += process.memory_info().rss
                times = process.cpu_times()
            except psutil.Error:
                continue
            cpu += sum(times[:4])  # its own and that of its ended children
        if memory > self.limits.memory_mb * MB:
            memory = shared_once(tree)
        self.peak_mb = max(self.peak_mb, memory // MB)
        self.cpu_seconds = max(self.cpu_seconds, cpu)

    def files(self, tree):
        """Return the number of files in the fuller of the two folders in memory."""
        for process in tree[-1:]:
            try:
                room = [
                    os.statvfs(f"/proc/{process.pid}/root/{name}")
                    for name in ("tmp", "job")
                ]
            except OSError:  # not allowed everywhere; the sizes are limited anyway
                return 0
            return max(volume.f_files - volume.f_ffree for volume in room)
        return 0


def below(pid):
    """Yield all processes below one, as the system lists them, without the others."""
    for thread in listed(f"/proc/{pid}/task"):
        for child in words(f"/proc/{pid}/task/{thread}/children"):
            with contextlib.suppress(psutil.Error):
                yield psutil.Process(int(child))
            yield from below(int(child))


def listed(folder):
    """Return the names in a folder, none when it is gone."""
    try:
        return os.listdir(folder)
    except OSError:
        return []


def words(path):
    """Return the words in a file, none when it is gone."""
    try:
        with open(path) as file:
            return file.read().split()
    except OSError:
        return []


def shared_once(tree):
    """Return the memory of processes, pages that several of them share counted once."""
    total = 0
    for process in tree:
        try:
            total += process.memory_full_info().pss
        except (psutil.Error, AttributeError):
            continue
    return total
