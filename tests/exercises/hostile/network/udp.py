"""Send a datagram to the grader's machine.

Seen: it would have arrived.
"""

# %% mean-squared-error
import socket
socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"hello", ("127.0.0.1", @PORT@))
