"""The guard beside a sandbox: measures it from outside and ends it at its limits."""

import os
import stat
import threading
import time

import psutil

MB = 1 << 20
PERIOD = 0.05  # seconds between two looks
SOCKETS = 16  # a kernel makes five


class Watch(threading.Thread):
    """Look at all processes of a sandbox until it ends or must be ended."""

    def __init__(self, process, limits, ipc):
        super().__init__(daemon=True)
        self.process, self.limits, self.ipc = process, limits, ipc
        self.started = time.monotonic()
        self.killed = ""  # why the sandbox was ended, when this guard has ended it
        self.peak_mb = 0
        self.cpu_seconds = 0.0

    def run(self):
        """Look again and again; the end of the first process ends all the others."""
        while self.process.poll() is None:
            try:
                self.killed = self.reason()
            except Exception as error:  # without its guard no sandbox goes on
                self.killed = f"its guard failed ({type(error).__name__}: {error})"
            if self.killed:
                self.process.kill()
                return
            time.sleep(PERIOD)

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
        if not self.only_sockets():
            return "it wrote into the folder of its sockets"
        if self.files(tree) > limits.disk_files:
            return f"it made more than {limits.disk_files} files"
        return ""

    def tree(self):
        """Return the processes inside; orphans stay below the sandbox's first."""
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

    def only_sockets(self):
        """Whether the one folder outside that can be written to holds sockets alone."""
        try:
            entries = list(os.scandir(self.ipc))
        except OSError:
            return True
        strange = [entry for entry in entries if not is_socket(entry)]
        return not strange and len(entries) <= SOCKETS

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


def is_socket(entry):
    """Whether this is a socket, the file with the connection, or gone by now."""
    try:
        mode = entry.stat(follow_symlinks=False).st_mode
    except FileNotFoundError:
        return True
    return stat.S_ISSOCK(mode) or (
        entry.name == "connection.json" and stat.S_ISREG(mode)
    )


def shared_once(tree):
    """Return the memory of processes, pages that several of them share counted once."""
    total = 0
    for process in tree:
        try:
            total += process.memory_full_info().pss
        except (psutil.Error, AttributeError):
            continue
    return total
