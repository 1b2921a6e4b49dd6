"""Open a server to which somebody outside could connect.

Seen: the test would reach it while it runs.
"""

# %% mean-squared-error
import socket, threading, time
door = socket.create_server(("0.0.0.0", @DOOR@))
def serve():
    while True:
        door.accept()[0].sendall(b"welcome")
threading.Thread(target=serve, daemon=True).start()
time.sleep(2)
