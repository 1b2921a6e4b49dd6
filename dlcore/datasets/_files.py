"""Files of data: tables beside this file, and what is looked for and fetched."""

import csv
import hashlib
import importlib
import os
from pathlib import Path

from dlcore.errors import explain
from dlcore.saving.files import put

SECONDS = 30  # to wait for a host
LARGEST = 100_000_000  # bytes to read from it


def rows(name):
    """Return the rows of a table that ships with the library, each a dict of words."""
    path = Path(__file__).with_name(name)
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def cache() -> Path:
    """Return the folder for files that were fetched; it may not be there yet."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "dlcore"


def look_for(name, path=None):
    """Return where the file is, or None.

    Args:
        name: of the file.
        path: of the file, or of a folder that has it; None to look into the folder
            that the environment names as DLCORE_DATA, and into the cache.

    Raises FileNotFoundError if a path is given and there is no file.
    """
    if path is not None:
        given = Path(path)
        given = given / name if given.is_dir() else given
        if not given.is_file():
            raise FileNotFoundError(
                f"There is no file {given}."
                + explain(
                    f"the path of {name}, or of a folder that has it",
                    repr(str(path)),
                    "leave the path out to have the file looked for and fetched",
                )
            )
        return given
    folders = [Path(f) for f in [os.environ.get("DLCORE_DATA")] if f] + [cache()]
    return next((f / name for f in folders if (f / name).is_file()), None)


def checked(data, sha256, what):
    """Return `data`, bytes, if they have this checksum.

    Args:
        data: bytes.
        sha256: their checksum.
        what: their name, for the message.

    Raises ValueError if they do not.
    """
    came = hashlib.sha256(data).hexdigest()
    if came != sha256:
        raise ValueError(
            f"{what} is not what it should be."
            + explain(
                f"the checksum {sha256[:16]}...",
                f"{came[:16]}... of {len(data)} bytes",
                "delete this file and get a new copy",
            )
        )
    return data


def fetch(name, urls, sha256, unpack=lambda data: data):
    """Return a file's bytes from the first host that has it whole.

    Args:
        name: of the file, for messages.
        urls: addresses of equal copies.
        sha256: checksum of the bytes, unpacked.
        unpack: function from the bytes that come to those that are checked.

    Raises ConnectionError if no host has it.
    """
    request = importlib.import_module("urllib.request")  # slow to import
    problems = []
    for url in urls:
        try:
            with request.urlopen(url, timeout=SECONDS) as answer:
                return checked(unpack(answer.read(LARGEST)), sha256, name)
        except (OSError, ValueError, EOFError) as error:
            first = str(error).split("\n", 1)[0]
            problems.append(f"{url.split('/')[2]}: {first}")
    raise ConnectionError(
        f"{name} is not on this computer, and it cannot be fetched."
        + explain(
            f"{name} in the folder DLCORE_DATA, in {cache()}, or a network",
            "; ".join(problems),
            "fetch it on another computer, and pass its path or set DLCORE_DATA",
        )
    )


def keep(name, data):
    """Write a file's bytes into the cache, whole or not at all; return its path."""
    cache().mkdir(parents=True, exist_ok=True)
    put(cache() / name, lambda file: file.write(data))
    return cache() / name
