"""Connect to an abstract Unix socket of the machine, which needs no file.

Seen: the socket of the test would have had a visit.
"""

# %% mean-squared-error
import socket
line = socket.socket(socket.AF_UNIX)
line.connect("\0@MARK@")
line.sendall(b"hello")
