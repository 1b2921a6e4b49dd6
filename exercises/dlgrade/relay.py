"""Carries messages between the two kernels, counts them and looks at nothing else."""

import contextlib
import os
import secrets
import socket
import struct
import threading

from .dlbridge.link import FRAME

TOTAL = 256 << 20  # bytes in one direction during one test

JOIN_SECONDS = 60  # in which both kernels must have come to the bridge


class Relay:
    """One socket for each kernel, for the time of one test."""

    def __init__(self, folders):
        self.paths, self.listening, self.ends = [], [], []
        self.refused = ""
        for folder in folders:
            path = os.path.join(folder, secrets.token_hex(6))
            listener = socket.socket(socket.AF_UNIX)
            listener.bind(path)
            os.chmod(path, 0o666)  # the sandbox has another user
            listener.listen(1)
            listener.settimeout(JOIN_SECONDS)
            self.paths.append(path)
            self.listening.append(listener)
        threading.Thread(target=self.join, daemon=True).start()

    def join(self):
        """Wait for both kernels, then carry in both directions."""
        try:
            for listener in self.listening:
                self.ends.append(listener.accept()[0])
            one, other = self.ends
        except (OSError, ValueError):
            self.close()
            return
        for ends in ((one, other), (other, one)):
            threading.Thread(target=self.carry, args=ends, daemon=True).start()

    def carry(self, source, target):
        """Carry whole messages until one side leaves or goes beyond a limit."""
        total = 0
        try:
            while True:
                head = read(source, 4)
                (length,) = struct.unpack("!I", head)
                total += length
                if length > FRAME or total > TOTAL:
                    self.refused = "more data than may cross the bridge"
                    break
                target.sendall(head + read(source, length))
        except OSError:
            pass
        self.close()

    def close(self):
        """End the bridge; both kernels see it end."""
        for end in [*self.ends, *self.listening]:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        for path in self.paths:
            with contextlib.suppress(OSError):
                os.unlink(path)


def read(source, length):
    """Return exactly so many bytes."""
    content = bytearray()
    while len(content) < length:
        part = source.recv(min(length - len(content), 1 << 20))
        if not part:
            raise OSError("the other side has left")
        content += part
    return bytes(content)
