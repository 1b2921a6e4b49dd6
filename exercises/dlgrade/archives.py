"""Unpacks the archives of `nbgrader zip_collect`, which come from students.

nbgrader's own way follows paths out of the folder in some formats, makes links, and
unpacks a few kilobytes to as many gigabytes as they claim. Here each file is written by
us, under a name that we have looked at, and bytes are counted as they come.
"""

import contextlib
import gzip
import os
import re
import stat
import tarfile
import zipfile
import zlib
from pathlib import Path

from nbgrader.plugins.zipcollect import ExtractorPlugin
from traitlets import Integer

from . import transplant

MB = 1 << 20
DEPTH = 2  # archives in archives in the downloaded one
PARTS = 12  # folders in folders
CHUNK = 1 << 16
BROKEN = (OSError, EOFError, ValueError, RuntimeError, NotImplementedError)
BROKEN += (zipfile.BadZipFile, tarfile.TarError, zlib.error, RecursionError)


class Refused(ValueError):
    """A file or an archive is not unpacked; says why."""


class Full(Refused):
    """The archive is larger than it may be; nothing more of it is unpacked."""


class SafeExtractor(ExtractorPlugin):
    """Unpacks what `zip_collect` finds, within bounds; what is refused is logged."""

    file_mb = Integer(20, help="One file, unpacked.").tag(config=True)
    files = Integer(20_000, help="Files in a downloaded archive.").tag(config=True)
    total_mb = Integer(4000, help="A downloaded archive, unpacked.").tag(config=True)
    ratio = Integer(30, help="Unpacked size by packed size.").tag(config=True)

    def extract(self, archive_path, extracted_path):
        """Unpack or copy everything below one folder into another."""
        for place, _, names in os.walk(archive_path):
            target = Path(extracted_path, os.path.relpath(place, archive_path))
            target.mkdir(parents=True, exist_ok=True)
            for name in sorted(names):
                path = Path(place, name)
                try:
                    if path.suffix in self.zip_ext:
                        self.log.info("Extracting from: %s", path)
                        Unpacking(self, path).unpack(path, target / stem(path))
                    else:
                        content = transplant.read_file(path, self.file_mb * MB)
                        write(target / name, [content])
                except BROKEN as error:
                    self.refuse(name, error)

    def refuse(self, name, error):
        """Tell what was not unpacked, and why."""
        shown = "".join(c if c.isprintable() else "?" for c in str(name))[-100:]
        reason = str(error) if isinstance(error, Refused) else type(error).__name__
        self.log.warning("Not unpacked: %s (%s)", shown, reason)


class Unpacking:
    """One downloaded archive and the archives in it, counted together."""

    def __init__(self, bounds, path):
        self.bounds, self.files = bounds, 0
        # enough for a small archive of text; a bomb is a thousand times its size
        self.room = 50 * MB + bounds.ratio * path.stat().st_size
        self.room = min(self.room, bounds.total_mb * MB)

    def unpack(self, path, target, depth=0):
        """Unpack an archive into a folder; refuse single files, or all the rest."""
        if path.is_symlink():
            raise Refused("a link")
        target.mkdir(parents=True, exist_ok=True)
        for name, kind, chunks in members(path, self.room):
            try:
                self.files += 1
                if self.files > self.bounds.files:
                    raise Full(f"more than {self.bounds.files} files")
                if kind:
                    raise Refused(kind)
                self.unpack_file(target / safe(name), chunks, depth)
            except Full:
                raise
            except BROKEN as error:
                self.bounds.refuse(name, error)

    def unpack_file(self, path, chunks, depth):
        """Write one file; unpack it in turn if it is an archive."""
        write(path, self.counted(chunks))
        if path.suffix not in self.bounds.zip_ext:
            return
        try:
            if depth == DEPTH:
                raise Refused("an archive in too many archives")
            self.unpack(path, path.with_name(stem(path)), depth + 1)
        finally:
            path.unlink()

    def counted(self, chunks):
        """Pass the parts of a file on until they are too many."""
        size = 0
        for chunk in chunks:
            size += len(chunk)
            self.room -= len(chunk)
            if size > self.bounds.file_mb * MB:
                raise Refused(f"larger than {self.bounds.file_mb} MB")
            if self.room < 0:
                raise Full("it holds too much; the rest of it is left out")
            yield chunk


def members(path, room):
    """Yield the name, the reason to refuse and the content of each file."""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            for info in archive.infolist():
                if not info.is_dir():
                    yield info.filename, zip_kind(info), zip_chunks(archive, info)
    else:
        with (
            gzip.open(path) as unzipped,
            tarfile.open(fileobj=Bounded(unzipped, room), mode="r|") as archive,
        ):
            for info in archive:
                if not info.isdir():
                    kind = "" if info.isreg() else "a link or a special file"
                    yield info.name, kind, tar_chunks(archive, info)


def zip_kind(info):
    """Return why a member of a zip archive is refused, or nothing."""
    mode = info.external_attr >> 16
    if info.flag_bits & 1:
        return "encrypted"
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return "a link or a special file"
    return ""


def zip_chunks(archive, info):
    """Yield the content of a member of a zip archive."""
    with archive.open(info) as file:
        while chunk := file.read(CHUNK):
            yield chunk


def tar_chunks(archive, info):
    """Yield the content of a member of a tar archive."""
    file = archive.extractfile(info)
    while chunk := file.read(CHUNK):
        yield chunk


class Bounded:
    """A file of which no more than some bytes are read, whatever its headers say."""

    def __init__(self, file, room):
        self.file, self.room = file, room

    def read(self, size):
        """Read, or stop the whole archive."""
        self.room -= size
        if self.room < 0:
            raise Full("it holds too much; the rest of it is left out")
        return self.file.read(size)


def safe(name):
    """Return a relative path that stays in its folder."""
    path = Path(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or re.match(r"\w:", name):
        raise Refused("its name leads out of the folder")
    short = all(len(os.fsencode(part)) <= 200 for part in path.parts)
    if not name.isprintable() or not path.parts or len(path.parts) > PARTS or not short:
        raise Refused("its name is too long or cannot be shown")
    return path


def write(path, chunks):
    """Write a new file; one that is there already stays, half a file goes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        file = path.open("xb")
    except FileExistsError:
        raise Refused("a second file of this name") from None
    try:
        with file:
            for chunk in chunks:
                file.write(chunk)
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink()
        raise


def stem(path):
    """Return the name of an archive without .zip, .gz or .tar.gz."""
    name = path.name.removesuffix(path.suffix)
    return name.removesuffix(".tar") or "archive"
