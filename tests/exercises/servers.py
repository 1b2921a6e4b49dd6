"""Servers on this machine that nothing in the sandbox may reach."""

import socket
import threading
import time


class Servers:
    """Everything on this machine that could be reached, and a list of visits."""

    def __init__(self, mark, line):
        self.visits, self.open, self.sockets = [], True, []
        tcp = socket.create_server(("127.0.0.1", 0))
        self.port = tcp.getsockname()[1]
        self.listen("tcp", tcp)
        if socket.has_ipv6:
            try:
                name = ("::1", self.port)
                self.listen("tcp6", socket.create_server(name, family=socket.AF_INET6))
            except OSError:
                pass
        for what, name in (("abstract socket", f"\0{mark}"), ("socket file", line)):
            door = socket.socket(socket.AF_UNIX)
            door.bind(str(name))
            door.listen()
            self.listen(what, door)
        datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        datagrams.bind(("127.0.0.1", self.port))
        self.watch("udp", datagrams, lambda: datagrams.recv(100))
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.door = free.getsockname()[1]
        threading.Thread(target=self.knock, daemon=True).start()

    def listen(self, what, door):
        self.watch(what, door, lambda: door.accept()[0].close())

    def watch(self, what, door, wait):
        def stay():
            while self.open:
                try:
                    wait()
                    self.visits.append(what)
                except OSError:
                    return

        self.sockets.append(door)
        threading.Thread(target=stay, daemon=True).start()

    def knock(self):
        """Try to reach a server that a submission would like to open."""
        while self.open:
            try:
                socket.create_connection(("127.0.0.1", self.door), 0.2).close()
                self.visits.append("a server of the submission was reached")
            except OSError:
                time.sleep(0.2)

    def close(self):
        self.open = False
        for door in self.sockets:
            door.close()
