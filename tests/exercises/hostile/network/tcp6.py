"""The same by IPv6.

Seen: the server of the test would have had a visit.
"""

# %% mean-squared-error
import socket
for host in ("::1", "::ffff:127.0.0.1"):
    try:
        socket.create_connection((host, @PORT@), 2).sendall(b"hello")
    except OSError as error:
        print(type(error).__name__)
