"""Send something to a server on the grader's machine.

Seen: the server of the test would have had a visit.
"""

# %% mean-squared-error
import socket
socket.create_connection(("127.0.0.1", @PORT@), 2).sendall(b"hello")
