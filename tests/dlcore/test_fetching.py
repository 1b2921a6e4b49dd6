"""MNIST and Hitters: looked for, fetched from a host of our own, never half there."""

import gzip
import hashlib
import http.server
import os
import threading
from pathlib import Path

import numpy as np
import pytest

from dlcore.datasets import _files, hitters, mnist

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("DLCORE_DATA") or ROOT.parent / "shared" / "data")
REAL = {name: DATA / name for name in ("mnist.npz", "Hitters.csv")}


def needs(name):
    reason = f"needs {name} in the folder DLCORE_DATA"
    return pytest.mark.skipif(not REAL[name].is_file(), reason=reason)


@pytest.fixture(autouse=True)
def _away(monkeypatch, tmp_path):
    """No data at hand, and a cache of the test's own."""
    monkeypatch.delenv("DLCORE_DATA", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def host(tmp_path):
    """Return (folder, address) of files that are served on this computer."""
    folder = tmp_path / "served"
    folder.mkdir()

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments):
            super().__init__(*arguments, directory=folder)

        def log_message(self, *arguments):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield folder, f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def small_mnist(monkeypatch, folder, host):
    """Serve four small files in place of MNIST's, and return their arrays."""
    rng = np.random.default_rng(0)
    arrays = {
        "x_train": rng.integers(0, 256, (7, 28, 28)).astype("uint8"),
        "y_train": np.arange(7, dtype="uint8"),
        "x_test": rng.integers(0, 256, (3, 28, 28)).astype("uint8"),
        "y_test": np.arange(3, dtype="uint8"),
    }
    files = {}
    for key, (name, _) in mnist.FILES.items():
        raw = mnist.header(arrays[key].shape) + arrays[key].tobytes()
        files[key] = name, hashlib.sha256(raw).hexdigest()
        (folder / f"{name}.gz").write_bytes(gzip.compress(raw))
    monkeypatch.setattr(mnist, "FILES", files)
    monkeypatch.setattr(mnist, "HOSTS", ("http://127.0.0.1:9/", host))
    return arrays


def test_mnist_is_fetched_from_the_second_host_and_kept(monkeypatch, host):
    arrays = small_mnist(monkeypatch, *host)
    (x_train, y_train), (x_test, y_test) = mnist.load_data()
    for name, array in zip(arrays, (x_train, y_train, x_test, y_test), strict=True):
        np.testing.assert_array_equal(arrays[name], array)
    for served in host[0].iterdir():
        served.unlink()
    again = mnist.load_data()
    np.testing.assert_array_equal(again[0][0], x_train)
    assert [p.name for p in _files.cache().iterdir()] == ["mnist.npz"]


def test_a_file_cut_short_is_refused_and_nothing_is_kept(monkeypatch, host):
    folder, _ = host
    small_mnist(monkeypatch, *host)
    last = folder / "t10k-labels-idx1-ubyte.gz"
    last.write_bytes(last.read_bytes()[:-9])
    with pytest.raises(ConnectionError, match="cannot be fetched"):
        mnist.load_data()
    assert not _files.cache().exists()


def test_a_changed_file_on_the_host_is_refused(monkeypatch, host):
    folder, _ = host
    small_mnist(monkeypatch, *host)
    changed = mnist.header((3,)) + b"\x00\x01\x09"
    (folder / "t10k-labels-idx1-ubyte.gz").write_bytes(gzip.compress(changed))
    with pytest.raises(ConnectionError, match="is not what it should be"):
        mnist.load_data()


@pytest.mark.parametrize("load", [mnist.load_data, hitters.load_data])
def test_offline_says_where_to_put_the_file(monkeypatch, load):
    monkeypatch.setattr(mnist, "HOSTS", ("http://127.0.0.1:9/",) * 2)
    monkeypatch.setattr(hitters, "URLS", ["http://127.0.0.1:9/Hitters.csv"])
    with pytest.raises(ConnectionError) as caught:
        load()
    lines = str(caught.value).split("\n  ")
    assert lines[0].endswith("is not on this computer, and it cannot be fetched.")
    assert str(_files.cache()) in lines[1]
    assert "127.0.0.1:9: " in lines[2]
    assert "set DLCORE_DATA" in lines[3]


@pytest.mark.parametrize("load", [mnist.load_data, hitters.load_data])
def test_a_path_without_a_file(load, tmp_path):
    with pytest.raises(FileNotFoundError, match=r"(?s)There is no.*leave the path"):
        load(tmp_path)


def test_another_file_is_not_mnist(tmp_path):
    path = tmp_path / "mnist.npz"
    path.write_bytes(b"not an archive")
    with pytest.raises(ValueError, match=r"(?s)is not MNIST.*get a new copy"):
        mnist.load_data(path)
    np.savez(path, x_train=np.array([{}], dtype=object))
    with pytest.raises(ValueError, match="is not MNIST"):
        mnist.load_data(path)


def test_another_file_is_not_hitters(tmp_path):
    (tmp_path / "Hitters.csv").write_text("AtBat,Salary\n1,2\n")
    with pytest.raises(ValueError, match=r"(?s)checksum ebf7b9.*of 17 bytes"):
        hitters.load_data(tmp_path)


def test_an_address_is_asked_for_hitters(monkeypatch, host):
    folder, address = host
    data = b"AtBat,Hits,Salary\n1,2,3\n"
    (folder / "Hitters.csv").write_bytes(data)
    monkeypatch.setattr(hitters, "URLS", [f"{address}Hitters.csv"])
    monkeypatch.setattr(hitters, "SHA256", hashlib.sha256(data).hexdigest())
    assert hitters.table() == {"AtBat": ["1"], "Hits": ["2"], "Salary": ["3"]}
    assert (_files.cache() / "Hitters.csv").read_bytes() == data


@needs("Hitters.csv")
def test_hitters_and_its_linear_baseline(monkeypatch):
    monkeypatch.setenv("DLCORE_DATA", str(DATA))
    (x_train, y_train), (x_test, y_test) = hitters.load_data()
    assert (x_train.shape, x_test.shape) == ((176, 20), (87, 20))
    columns = hitters.columns()
    assert list(columns)[-1] == "Salary"
    np.testing.assert_array_equal(columns["LeagueA"] + columns["LeagueN"], 1)
    w = np.linalg.lstsq(x_train, y_train, rcond=None)[0]
    assert np.abs(x_test @ w - y_test).mean() == pytest.approx(254.66865, abs=1e-4)


@needs("mnist.npz")
def test_mnist_has_the_counts_of_its_datasheet():
    (x_train, y_train), (x_test, y_test) = mnist.load_data(DATA)
    assert (x_train.shape, x_test.shape) == ((60000, 28, 28), (10000, 28, 28))
    counts = "5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949"
    assert ", ".join(map(str, np.bincount(y_train))) == counts
    sheet = Path(mnist.__file__).with_name("mnist.md").read_text(encoding="utf-8")
    assert counts in sheet
    assert (x_test.dtype, y_test.max()) == (np.uint8, 9)
