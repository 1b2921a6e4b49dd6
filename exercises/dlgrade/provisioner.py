"""Starts a Jupyter kernel inside the sandbox; Jupyter calls this a provisioner.

Entry point `dlgrade-sandbox`. The kernel talks to the grader over sockets in a folder
of its own, which goes away with it. The grader opens the sockets and hands them over:
inside, the folder cannot be written to, so nothing inside can fill a disk outside.
"""

import os
import secrets
import socket
import subprocess

from jupyter_client.provisioning import LocalProvisioner
from traitlets import Any, Dict

from . import leftovers, sandbox, seccomp
from .watch import Watch

CHANNELS = ("shell", "iopub", "stdin", "hb", "control")


class SandboxProvisioner(LocalProvisioner):
    """A kernel in bubblewrap, watched from outside."""

    limits = Any(sandbox.Limits())
    files = Dict()  # bytes by relative path: what the kernel finds in its folder
    extra = Dict()  # further environment variables

    folder = lock = None  # on this machine, private to the grader and this kernel
    watch = None

    async def pre_launch(self, **kwargs):
        """Refuse where there is no sandbox; else prepare folder and sockets."""
        why = sandbox.probe()
        if why:
            raise sandbox.SandboxUnavailable(why)
        self.folder, self.lock = leftovers.new_folder()
        for name in ("ipc", "in"):
            (self.folder / name).mkdir()
        write_files(self.folder / "in", self.files)
        manager = self.parent
        manager.transport, manager.cache_ports = "ipc", False
        manager.ip = str(self.folder / "ipc" / secrets.token_hex(4))
        manager.connection_file = str(self.folder / "ipc" / "connection.json")
        for number, channel in enumerate(CHANNELS, 1):
            setattr(manager, f"{channel}_port", number)
        return await super().pre_launch(**kwargs)

    def open_sockets(self):
        """Return {number: socket} of the channels, at which the kernel will listen."""
        opened = {}
        for number in range(1, len(CHANNELS) + 1):
            path = f"{self.parent.ip}-{number}"
            opened[number] = socket.socket(socket.AF_UNIX)
            opened[number].bind(path)
            opened[number].listen(16)
            os.chmod(path, 0o666)  # the sandbox may have another user
        return opened

    async def launch_kernel(self, cmd, **kwargs):
        """Start the kernel and its guard."""
        user = sandbox.unused_user()
        (self.folder / "ipc").chmod(0o755)
        if not os.geteuid():
            os.chown(self.folder / "ipc" / "connection.json", user, user)
        cmd = [cmd[0], "-P", *cmd[1:]]  # no file in /job takes the place of the kernel
        bpf = seccomp.program()
        descriptor = pipe_with(bpf) if bpf else None
        channels = self.open_sockets()
        handed = {number: end.fileno() for number, end in channels.items()}
        told = ",".join(f"{number}:{end}" for number, end in handed.items())
        line = sandbox.command(
            cmd,
            ipc=self.folder / "ipc",
            files=self.folder / "in",
            user=user,
            limits=self.limits,
            extra={**self.extra, "DLGRADE_SOCKETS": told},
            seccomp=descriptor,
        )
        debug = os.environ.get("DLGRADE_DEBUG")
        try:
            with open(debug or os.devnull, "ab") as errors:
                self.process = subprocess.Popen(
                    line,
                    pass_fds=[*handed.values(), *([descriptor] if bpf else [])],
                    stdin=subprocess.DEVNULL,
                    stdout=errors,
                    stderr=errors,
                    cwd="/",
                    env={"PATH": os.environ.get("PATH", "/usr/bin:/bin")},
                    start_new_session=True,
                )
        finally:
            for end in channels.values():
                end.close()
            if bpf:
                os.close(descriptor)
        self.pid, self.pgid = self.process.pid, None
        self.watch = Watch(self.process, self.limits)
        self.watch.start()
        return self.connection_info

    async def send_signal(self, signum):
        """Every signal ends the sandbox; interrupts travel as messages instead."""
        await self.kill()

    async def kill(self, restart=False):
        """End the first process of the sandbox; the system then ends all others."""
        if self.process:
            self.process.kill()

    async def terminate(self, restart=False):
        """End it at once: there is nothing to be saved inside."""
        await self.kill()

    async def cleanup(self, restart=False):
        """Remove the folder."""
        leftovers.remove(self.folder, self.lock)


def write_files(folder, files):
    """Write files below a folder, readable by the sandbox, none of them outside it."""
    for name, content in files.items():
        path = folder / name
        if ".." in path.parts or not path.is_relative_to(folder):
            raise ValueError(f"The file name {name!r} leads out of its folder.")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)


def pipe_with(content):
    """Return a file descriptor from which a few kilobytes can be read."""
    reading, writing = os.pipe()
    os.write(writing, content)
    os.close(writing)
    return reading
