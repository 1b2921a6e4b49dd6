"""Messages between the two kernels, over a socket that the grader lends them."""

import builtins
import json
import socket
import struct
import time

from .plain import BridgeError, StudentError

FRAME = 16 << 20  # bytes of one message
NOT_RAISED = ("StopIteration", "StopAsyncIteration")  # would end a loop of the tests


class Link:
    """One end of the bridge: sends and receives messages."""

    def __init__(self, path, seconds=None):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(path)
        self.end = time.monotonic() + seconds if seconds else None
        self.seconds, self.broken = seconds, None
        self.objects = []

    def send(self, message):
        """Send a message, its length first."""
        content = json.dumps(message).encode()
        if len(content) > FRAME:
            raise BridgeError(f"More than {FRAME >> 20} MB were to cross at once.")
        self.socket.settimeout(self.left())
        self.socket.sendall(struct.pack("!I", len(content)) + content)

    def receive(self):
        """Wait for a message."""
        (length,) = struct.unpack("!I", self.read(4))
        if length > FRAME:
            raise BridgeError(f"More than {FRAME >> 20} MB were to cross at once.")
        return json.loads(self.read(length))

    def read(self, length):
        """Return exactly so many bytes."""
        content = bytearray()
        while len(content) < length:
            self.socket.settimeout(self.left())
            part = self.socket.recv(min(length - len(content), 1 << 20))
            if not part:
                raise BridgeError("The other kernel has ended or left the bridge.")
            content += part
        return bytes(content)

    def left(self):
        """Return the seconds left for this side, None without end."""
        if self.end is None:
            return None
        if time.monotonic() >= self.end:
            raise TimeoutError
        return self.end - time.monotonic()

    def keep(self, value):
        """Give an object a number, by which the other side may name it."""
        self.objects.append(value)
        name = str(getattr(value, "__name__", type(value).__name__))[:100]
        text = str(getattr(value, "__doc__", None) or "")[:2000]
        return ["object", len(self.objects) - 1, name, text, callable(value)]


def error_of(names, text):
    """Return an error of the other side under its own name, if it is a usual one."""
    names = [n for n in names if type(n) is str] if type(names) is list else []
    text = text[:2000] if type(text) is str else ""
    for name in names:
        kind = getattr(builtins, name, None)
        if name in NOT_RAISED or not isinstance(kind, type):
            continue
        if issubclass(kind, Exception) and kind is not Exception:
            try:
                return kind(text)
            except Exception:  # some need more than a text
                continue
    return StudentError(f"{names[0][:100] if names else 'Error'}: {text}")
