"""Connect to a Unix socket that lies in the course folder.

Seen: the socket of the test would have had a visit.
"""

# %% mean-squared-error
import socket
line = socket.socket(socket.AF_UNIX)
line.connect("@COURSE@/../line")
line.sendall(b"hello")
