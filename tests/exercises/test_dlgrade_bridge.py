"""The bridge: plain data crosses as it is, and nothing else crosses."""

import json
import socket
import struct
import threading

import numpy as np
import pytest
from dlgrade.dlbridge import link, plain, student
from dlgrade.dlbridge import tests as ends
from dlgrade.relay import Relay

VALUES = [
    None,
    True,
    False,
    0,
    -(10**40),
    1.5,
    float("inf"),
    1j,
    "ä\ud800",
    b"\0x",
    [1, [2, (3, {4})]],
    {"a": {1: (2.5, None)}, (1, 2): []},
    frozenset({1}),
    range(1, 9, 2),
    slice(None, 3),
    np.arange(6.0).reshape(2, 3),
    np.zeros((0, 4)),
    np.float32(2.5),
    np.int64(7),
    np.bool_(True),
    np.array(["ab", "c"]),
    np.array([1 + 2j]),
    np.arange(9)[::2],
    np.array(3.0),
]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_plain_data_crosses_as_it_is(value):
    told = json.loads(json.dumps(plain.plain(value, plain.refuse)))
    back = plain.Reader(plain.refuse).value(told)
    assert type(back) is type(value)
    if isinstance(value, np.ndarray):
        assert back.dtype == value.dtype
        assert back.shape == value.shape
    assert (
        np.array_equal(back, value) if isinstance(value, np.ndarray) else back == value
    )


class Sly(float):
    """A number that is equal to every number."""

    def __eq__(self, other):
        return True

    __hash__ = float.__hash__


@pytest.mark.parametrize(
    "value",
    [
        object(),
        len,
        Sly(1),
        type("L", (list,), {})([1]),
        np.array([object()]),
        np.dtype("f8"),
        {"a": [lambda: 1]},
        json,
        type,
        iter([]),
        np.zeros(1, dtype=[("a", "f8")]),
    ],
    ids=lambda value: type(value).__name__,
)
def test_nothing_else_crosses(value):
    with pytest.raises(plain.BridgeError, match="not plain data"):
        plain.plain(value, plain.refuse)


@pytest.mark.parametrize(
    "told",
    [
        1,
        1.5,
        {},
        [],
        [1],
        ["object", 0],
        ["int", "x"],
        ["int"],
        ["float", None],
        ["array", "|O", [1], "AAAA", True],
        ["array", "<f8", [9], "AAAA", True],
        ["array", "<f8", [-1], "", True],
        ["array", "<f8", ["1"], "", True],
        ["array", "V8", [1], "AAAAAAAAAAA=", True],
        ["set", [["list", []]]],
        ["dict", [[["list", []], None]]],
        ["dict", [[1]]],
        ["range", [None, None, None]],
        ["__init__"],
        ["value", ["int", "0x1"]],
        ["list", 3],
        ["bytes", "ä"],
        ["float", "0x1p99999"],
        ["array", "<f8", [0, 10**30], "", True],
        ["range", [["int", "0x0"], ["int", "0x1"], ["int", "0x0"]]],
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_not_expected_is_refused(told):
    with pytest.raises(plain.BridgeError):
        plain.Reader(plain.refuse).value(told)


def test_depth_and_number_are_limited():
    deep = wide = None
    for _ in range(30):
        deep = [deep]
    with pytest.raises(plain.BridgeError, match="nested"):
        plain.plain(deep, plain.refuse)
    told = None
    for _ in range(30):
        told = ["list", [told]]
    with pytest.raises(plain.BridgeError, match="Too much"):
        plain.Reader(plain.refuse).value(told)
    wide = ["list", [None] * (plain.ITEMS + 1)]
    with pytest.raises(plain.BridgeError, match="Too much"):
        plain.Reader(plain.refuse).value(wide)


# ---- two ends, joined by the relay --------------------------------------------


def connect(tmp_path, names, answers, seconds=5, serve=None):
    """Return the tests' end, with a student's end that serves these names."""
    folders = [tmp_path / "s", tmp_path / "t"]
    for folder in folders:
        folder.mkdir(exist_ok=True)
    relay = Relay([str(folder) for folder in folders])
    serve = serve or (lambda path: student.Student(path, names).serve())
    threading.Thread(target=serve, args=(relay.paths[0],), daemon=True).start()
    space = {}
    ends.Tests(relay.paths[1], seconds, space, answers)
    return space, relay


def test_functions_are_called_and_arguments_changed(tmp_path):
    def double(array, items, by=2):
        array *= by
        items.append(1)
        return array.sum()

    space, relay = connect(tmp_path, {"double": double}, ["double"])
    array, items = np.ones(3), [0]
    assert space["double"](array, items, by=3) == 9
    assert array.tolist() == [3, 3, 3]
    assert items == [0, 1]
    locked = np.ones(3)
    locked.flags.writeable = False
    with pytest.raises(ValueError, match="read-only"):
        space["double"](locked, items)
    relay.close()


def test_a_read_only_argument_stays_as_it_is_whatever_the_student_sends():
    locked = np.ones(2)
    locked.flags.writeable = False
    ends.change(locked, np.zeros(2))
    assert locked.tolist() == [1, 1]


def test_a_name_put_in_the_place_of_an_answer_is_so_for_the_student_too(tmp_path):
    names = {"helper": lambda x: x + 100}
    exec("def answer(x):\n return helper(x) * 2", names)
    space, relay = connect(tmp_path, names, ["answer", "helper"])
    assert space["answer"](1) == 202
    space["helper"] = lambda x: x
    assert space["answer"](1) == 2
    relay.close()


def test_only_names_of_answers_are_seen_and_old_ones_go(tmp_path):
    space, relay = connect(tmp_path, {"expect": print, "f": abs}, ["f", "g"])
    assert set(space) == {"f"}
    relay.close()


@pytest.mark.parametrize(
    "use",
    [
        float,
        len,
        iter,
        bool,
        np.asarray,
        lambda p: p == 1,
        lambda p: p + 1,
        lambda p: p[0],
        lambda p: p._other,
        lambda p: np.allclose(p, 1),
    ],
)
def test_a_proxy_can_be_called_and_asked_nothing_else(tmp_path, use):
    space, relay = connect(tmp_path, {"f": lambda: object()}, ["f"])
    proxy = space["f"]()
    with pytest.raises((TypeError, AttributeError)):
        assert use(proxy) is None
    relay.close()


@pytest.mark.parametrize(
    ("kind", "becomes"),
    [
        (ValueError, ValueError),
        (ZeroDivisionError, ZeroDivisionError),
        (StopIteration, ends.error_of([], "").__class__),
        (SystemExit, None),
        (KeyboardInterrupt, None),
        (type("Own", (KeyError,), {}), KeyError),
    ],
)
def test_errors_keep_their_name_and_none_ends_the_tests(tmp_path, kind, becomes):
    def fail():
        raise kind("why")

    space, relay = connect(tmp_path, {"fail": fail}, ["fail"])
    with pytest.raises(becomes or plain.StudentError, match="why"):
        space["fail"]()
    relay.close()


def test_time_is_up_for_all_calls_of_a_test_together(tmp_path):
    wait = threading.Event().wait
    space, relay = connect(tmp_path, {"f": lambda: wait(2)}, ["f"], seconds=1)
    for _ in range(2):
        with pytest.raises(TimeoutError, match="longer than 1 s"):
            space["f"]()
    relay.close()


def frame(message):
    content = message if isinstance(message, bytes) else json.dumps(message).encode()
    return struct.pack("!I", len(content)) + content


FORGED = [
    b"{",
    b"\xff",
    {"ok": 1},
    [],
    ["ok"],
    ["error", 1],
    5,
    ["back", 0, 1, 2],
    ["ok", {"os": None}],
    ["ok", [["object", "x", "f", "", True]]],
    b"[" * 50_000,
]


@pytest.mark.parametrize("message", FORGED, ids=lambda m: str(m)[:30])
def test_forged_replies_end_the_bridge_and_nothing_else(tmp_path, message):
    def forge(path):
        own = socket.socket(socket.AF_UNIX)
        own.connect(path)
        own.sendall(frame(message))
        own.close()

    with pytest.raises((plain.BridgeError, plain.StudentError)):
        connect(tmp_path, {}, ["f"], serve=forge, seconds=3)


def test_the_relay_carries_no_message_that_is_too_long(tmp_path):
    def flood(path):
        own = socket.socket(socket.AF_UNIX)
        own.connect(path)
        own.sendall(struct.pack("!I", link.FRAME + 1))
        own.recv(1)

    with pytest.raises(plain.BridgeError):
        connect(tmp_path, {}, ["f"], serve=flood)


def test_lent_functions_take_and_give_plain_data_alone(tmp_path):
    def try_all(function):
        said = []
        for value in (1, object(), len):
            try:
                said.append(str(function(value)))
            except Exception as error:
                said.append(str(error))
        return said

    space, relay = connect(tmp_path, {"try_all": try_all}, ["try_all"])
    said = space["try_all"](lambda x: x + 1)
    assert said[0] == "2"
    assert all("not plain data" in text for text in said[1:])
    with pytest.raises(plain.BridgeError, match="not plain data"):
        space["try_all"](object())
    assert "not plain data" in space["try_all"](lambda x: object())[0]
    relay.close()
