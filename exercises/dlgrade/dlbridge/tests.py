"""The tests' end of the bridge: the student's names, as plain data or as proxies.

It runs in the test kernel, where no code of the student ever runs. Whatever arrives is
checked; what is not expected ends the bridge for this test.
"""

from .link import Link, error_of
from .plain import BridgeError, Reader, plain, refuse


class Tests(Link):
    """Asks the student's kernel; gives tests the student's names as data or proxies."""

    def __init__(self, path, seconds, names, answers, stretch=1.0):
        super().__init__(path, seconds * stretch)
        self.seconds = seconds
        self.names, self.answers, self.bound = names, answers, {}
        for name in answers:
            names.pop(name, None)  # nothing of an earlier test takes its place
        found = self.ask("names", list(answers))[0]
        if type(found) is not dict or not set(found) <= set(answers):
            raise BridgeError("The student's kernel gave other names than asked for.")
        self.given = {name: self.value(told) for name, told in found.items()}
        names.update(self.given)

    def ask(self, *request):
        """Send a request; answer calls back until the reply is there."""
        if self.broken:
            raise type(self.broken)(str(self.broken))
        try:
            self.send(request)
            while True:
                reply = self.receive()
                if type(reply) is not list or len(reply) < 2:
                    raise BridgeError("The student's kernel sent no proper reply.")
                if reply[0] == "ok":
                    return reply[1:]
                if reply[0] == "error" and len(reply) == 3:
                    break
                if reply[0] != "back":
                    raise BridgeError("The student's kernel sent no proper reply.")
                self.send(self.call_back(*reply[1:]))
        except TimeoutError:
            text = f"Your code ran longer than {self.seconds} s."
            self.broken = TimeoutError(text)
            raise self.broken from None
        except (OSError, RecursionError, ValueError, TypeError) as error:
            self.broken = BridgeError(
                f"The student's kernel does not answer ({error})."
            )
            raise self.broken from None
        except BridgeError as error:
            self.broken = error
            raise
        raise error_of(reply[1], reply[2])

    def call_back(self, number=None, args=None, named=None, *rest):
        """Call a function that was lent to the student; plain data in and out."""
        try:
            args, named = Reader(refuse).value(args), Reader(refuse).value(named)
            if type(number) is not int or not 0 <= number < len(self.objects):
                raise BridgeError("No such function was lent.")
            return ["ok", plain(self.objects[number](*args, **named), refuse)]
        except Exception as error:
            names = [kind.__name__ for kind in type(error).__mro__]
            return ["error", names, str(error)[:200]]

    def value(self, told):
        """Return what the student's kernel has sent."""
        return Reader(self.find).value(told)

    def find(self, kind, number, name, text, can_be_called):
        """Return a proxy; nothing else than plain data and proxies arrives."""
        if kind != "object" or type(number) is not int or type(name) is not str:
            raise BridgeError("What came over the bridge is not plain data.")
        return Proxy(self, number, name, str(text), bool(can_be_called))

    def lend(self, value):
        """Name a function of the tests, or an object of the student's own."""
        if type(value) is Proxy:
            return ["mine", object.__getattribute__(value, "_number")]
        if not callable(value):
            refuse(value)
        for number, lent in enumerate(self.objects):
            if lent is value:
                return ["lent", number]
        self.objects.append(value)
        return ["lent", len(self.objects) - 1]

    def bind_again(self):
        """Tell the student's kernel where a test has put others in place of answers."""
        changed = {}
        for name in self.answers:
            if name in self.names:
                value = self.names[name]
                if value is not self.bound.get(name, self.given.get(name)):
                    changed[name], self.bound[name] = plain(value, self.lend), value
        if changed:
            self.ask("bind", changed)

    def call(self, number, args, named):
        """Call a function of the student; changed arguments are changed here, too."""
        self.bind_again()
        given = [*args, *named.values()]
        told = [plain(list(args), self.lend), plain(named, self.lend)]
        result, changed = self.ask("call", number, *told)
        for place, content in changed:
            if type(place) is int and 0 <= place < len(given):
                change(given[place], self.value(content))
        return self.value(result)


def change(old, new):
    """Give an argument the content that the function left in it."""
    if type(old) is not type(new):
        return
    if type(old) is list:
        old[:] = new
    elif type(old) in (dict, set):
        old.clear()
        old.update(new)
    elif type(old).__name__ == "ndarray":
        same = (old.shape, old.dtype) == (new.shape, new.dtype)
        if same and old.flags.writeable:
            old[...] = new


class Proxy:
    """Stands in the tests for a function or object of the student."""

    def __init__(self, link, number, name, text, can_be_called):
        put = object.__setattr__
        put(self, "_link", link)
        put(self, "_number", number)
        put(self, "_callable", can_be_called)
        put(self, "__name__", name)
        put(self, "__doc__", text)

    def __call__(self, *args, **named):
        """Call it where it lives."""
        return self._link.call(self._number, args, named)

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return self._link.value(self._link.ask("get", self._number, name)[0])

    def __setattr__(self, name, value):
        self._link.ask("set", self._number, name, plain(value, self._link.lend))

    def __repr__(self):
        return f"<{self.__name__} of the student>"

    def __hash__(self):
        return self._number


def _not_data(self, *args, **named):
    raise TypeError(f"A {self.__name__} is not plain data; return numbers or arrays.")


OPERATORS = """
    bool len iter next enter array float int index complex contains getitem setitem
    eq ne lt le gt ge add radd sub rsub mul rmul truediv rtruediv pow rpow
    matmul rmatmul neg abs
"""
for _name in OPERATORS.split():
    setattr(Proxy, f"__{_name}__", _not_data)
