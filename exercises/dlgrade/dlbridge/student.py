"""The student's end of the bridge: serves what the tests ask for.

It runs beside the student's code, which can change it at will; the other end believes
nothing that it says.
"""

from .link import Link, error_of
from .plain import BridgeError, Reader, plain


class Student(Link):
    """Serves calls of the tests, until they leave."""

    def __init__(self, path, names):
        super().__init__(path)
        self.names, self.before = names, {}

    def serve(self):
        """Answer requests one after the other."""
        try:
            while True:
                self.answer(self.receive())
        except (BridgeError, OSError, KeyboardInterrupt):
            pass
        finally:
            for name, value in self.before.items():
                self.names.pop(name, None)
                self.names.update(value)
            self.socket.close()

    def answer(self, message):
        """Do what is asked and send back what came of it."""
        try:
            reply = ["ok", *getattr(self, f"do_{message[0]}")(*message[1:])]
        except BaseException as error:
            names = [kind.__name__ for kind in type(error).__mro__]
            reply = ["error", names, str(error)[:2000]]
        try:
            self.send(reply)
        except (TypeError, ValueError, BridgeError) as error:
            self.send(["error", ["BridgeError"], str(error)[:2000]])

    def value(self, told):
        """Return what the tests have sent."""
        return Reader(self.find).value(told)

    def find(self, kind, number, *rest):
        """Return an object named by its number, or a function to call back."""
        if kind == "mine":
            return self.objects[number]
        return lambda *args, **named: self.back(number, args, named)

    def do_names(self, names):
        """Tell what these names stand for."""
        found = {n: plain(self.names[n], self.keep) for n in names if n in self.names}
        return [found]

    def do_bind(self, told):
        """Put other functions in the place of the student's, for this test."""
        for name, value in told.items():
            if name not in self.before:
                old = {name: self.names[name]} if name in self.names else {}
                self.before[name] = old
            self.names[name] = self.value(value)
        return [None]

    def do_call(self, number, args, named):
        """Call a function; tell its result and how its arguments changed."""
        args, named = self.value(args), self.value(named)
        given = [*args, *named.values()]
        before = [self.trace(value) for value in given]
        result = plain(self.objects[number](*args, **named), self.keep)
        after = [self.trace(value) for value in given]
        changed = [
            [n, b] for n, (a, b) in enumerate(zip(before, after, strict=True)) if a != b
        ]
        return [result, changed]

    def trace(self, value):
        """Return the state of an argument that a function can change."""
        mutable = type(value) in (list, dict, set) or type(value).__name__ == "ndarray"
        return plain(value, lambda other: ["kept", id(other)]) if mutable else None

    def do_get(self, number, name):
        """Tell an attribute."""
        return [plain(getattr(self.objects[number], name), self.keep)]

    def do_set(self, number, name, value):
        """Set an attribute."""
        setattr(self.objects[number], name, self.value(value))
        return [None]

    def back(self, number, args, named):
        """Call a function of the test kernel, lent for this test."""
        arguments = [plain(list(args), self.keep), plain(named, self.keep)]
        self.send(["back", number, *arguments])
        reply = self.receive()
        if reply[0] == "ok":
            return self.value(reply[1])
        raise error_of(reply[1], reply[2])
