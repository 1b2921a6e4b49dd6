"""Archives from students: unpacked within bounds, and nothing leads out."""

import gzip
import io
import stat
import tarfile
import zipfile

import pytest
from dlgrade import archives, config
from traitlets.config import Config


@pytest.fixture
def unpack(tmp_path, caplog):
    """Return a function that unpacks archives; it returns files and complaints."""
    source, target = tmp_path / "in", tmp_path / "out" / "here"
    source.mkdir()
    target.mkdir(parents=True)

    def run(content, **bounds):
        for name, data in content.items():
            (source / name).write_bytes(data)
        extractor = archives.SafeExtractor(**bounds)
        extractor.extract(str(source), str(target))
        found = {
            str(path.relative_to(target)): path.stat().st_size
            for path in target.rglob("*")
            if not path.is_dir()
        }
        outside = [p for p in tmp_path.rglob("*") if p.is_file()]
        outside = [p.name for p in outside if not p.is_relative_to(target)]
        assert sorted(outside) == sorted(content)
        assert not [p for p in tmp_path.rglob("*") if p.is_symlink()]
        return found, [record.getMessage() for record in caplog.records]

    return run


def zipped(members, method=zipfile.ZIP_DEFLATED):
    """Return a zip archive of pairs (name or info, content)."""
    place = io.BytesIO()
    with zipfile.ZipFile(place, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return place.getvalue()


def tarred(members):
    """Return a .tar.gz archive of pairs (TarInfo, content)."""
    place = io.BytesIO()
    with tarfile.open(fileobj=place, mode="w:gz") as archive:
        for info, content in members:
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return place.getvalue()


def special(name, mode):
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    return info


def link(name, target, kind=tarfile.SYMTYPE):
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


def test_ordinary_archives_are_unpacked_as_by_nbgrader(unpack):
    inner = zipped([("work/a.ipynb", b"12")])
    found, said = unpack(
        {
            "class.zip": zipped([("ann/a.ipynb", b"1"), ("bob.zip", inner)]),
            "eve.tar.gz": tarred([(tarfile.TarInfo("a.ipynb"), b"123")]),
            "joe_a.ipynb": b"1234",
        }
    )
    assert found == {
        "class/ann/a.ipynb": 1,
        "class/bob/work/a.ipynb": 2,
        "eve/a.ipynb": 3,
        "joe_a.ipynb": 4,
    }
    assert not any("Not unpacked" in line for line in said)


TRICKS = {
    "up": zipped([("../evil", b"x")]),
    "far up": zipped([("a/../../../evil", b"x")]),
    "absolute": zipped([("/tmp/evil", b"x")]),
    "backslashes": zipped([("..\\..\\evil", b"x")]),
    "drive": zipped([("C:\\evil", b"x")]),
    "control": zipped([("a\nb", b"x")]),
    "long": zipped([("x" * 250, b"x")]),
    "deep": zipped([("a/" * 40 + "x", b"x")]),
    "empty": zipped([("./", b""), (".", b"x")]),
    "link": zipped([(special("evil", stat.S_IFLNK | 0o777), "/etc/passwd")]),
    "device": zipped([(special("evil", stat.S_IFCHR | 0o777), "")]),
    "link to a folder": zipped(
        [(special("sub", stat.S_IFLNK | 0o777), "/tmp"), ("sub/../../evil", b"x")]
    ),
}
TAR_TRICKS = {
    "up": tarred([(tarfile.TarInfo("../evil"), b"x")]),
    "absolute": tarred([(tarfile.TarInfo("/tmp/evil"), b"x")]),
    "link": tarred([(link("evil", "/etc/passwd"), b"")]),
    "hard link": tarred([(link("evil", "/etc/passwd", tarfile.LNKTYPE), b"")]),
    "queue": tarred([(link("evil", "", tarfile.FIFOTYPE), b"")]),
    "device": tarred([(link("evil", "", tarfile.CHRTYPE), b"")]),
}


@pytest.mark.parametrize("name", TRICKS)
def test_tricks_of_zip_archives_lead_nowhere_and_the_next_is_unpacked(unpack, name):
    found, said = unpack({"a.zip": TRICKS[name], "b.zip": zipped([("good", b"1")])})
    assert found == {"b/good": 1}
    assert any("Not unpacked" in line for line in said)


@pytest.mark.parametrize("name", TAR_TRICKS)
def test_tricks_of_tar_archives_lead_nowhere(unpack, name):
    found, said = unpack({"a.tar.gz": TAR_TRICKS[name]})
    assert found == {}
    assert any("Not unpacked" in line for line in said)


def test_one_bad_member_does_not_cost_the_others(unpack):
    members = [("../evil", b"x"), ("good", b"1"), ("good", b"22"), ("more", b"333")]
    with pytest.warns(UserWarning, match="Duplicate"):
        archive = zipped(members)
    found, said = unpack({"a.zip": archive})
    assert found == {"a/good": 1, "a/more": 3}
    assert "second file" in said[-1]


# ---- bombs --------------------------------------------------------------------


def test_a_large_file_is_refused_and_nothing_of_it_stays(unpack):
    archive = zipped([("bomb", bytes(3 << 20)), ("good", b"1")])
    assert len(archive) < 10_000
    found, said = unpack({"a.zip": archive}, file_mb=1)
    assert found == {"a/good": 1}
    assert "larger than 1 MB" in said[-1]


def test_many_files_of_the_right_size_are_refused_together(unpack, monkeypatch):
    monkeypatch.setattr(archives, "MB", 1 << 10)
    archive = zipped([(f"f{n}", bytes(1 << 14)) for n in range(100)])
    found, said = unpack({"a.zip": archive, "b.zip": zipped([("good", b"1")])}, ratio=1)
    room = (50 << 10) + len(archive)
    assert 0 < sum(found.values()) <= room + 1
    assert found["b/good"] == 1
    assert any("holds too much" in line for line in said)


def test_too_many_files_are_refused(unpack):
    archive = zipped([(f"f{n}", b"") for n in range(50)])
    found, said = unpack({"a.zip": archive}, files=20)
    assert len(found) == 20
    assert "more than 20 files" in said[-1]


def test_archives_in_archives_end(unpack):
    inner = zipped([("x.ipynb", b"1")])
    for _ in range(5):
        inner = zipped([("a.zip", inner)])
    found, said = unpack({"a.zip": inner})
    assert found == {}
    assert any("too many archives" in line for line in said)


def test_nested_archives_count_together(unpack, monkeypatch):
    monkeypatch.setattr(archives, "MB", 1 << 10)
    inner = zipped([(f"f{n}", bytes(1 << 12)) for n in range(10)])
    archive = zipped([(f"s{n}.zip", inner) for n in range(10)])
    found, said = unpack({"a.zip": archive}, ratio=1)
    assert sum(found.values()) <= (50 << 10) + len(archive)
    assert any("holds too much" in line for line in said)


def test_a_tar_archive_with_an_endless_header_is_refused(unpack):
    info = tarfile.TarInfo("x")
    info.type, info.size = tarfile.XHDTYPE, 6 << 30
    head = info.tobuf()
    found, said = unpack({"a.tar.gz": gzip.compress(head + bytes(1 << 20))})
    assert found == {}
    assert any("Not unpacked" in line for line in said)


def test_a_zip_archive_that_lies_about_its_sizes_is_refused(unpack):
    archive = bytearray(zipped([("bomb", bytes(3 << 20))]))
    at = archive.index(b"PK\1\2") + 24  # the size that the table of contents tells
    archive[at : at + 4] = (10).to_bytes(4, "little")
    found, said = unpack({"a.zip": bytes(archive)}, file_mb=1)
    assert found == {}
    assert any("Not unpacked" in line for line in said)


@pytest.mark.parametrize(
    "content",
    [b"", b"PK", b"x" * 1000, zipped([("a", b"1")])[:-9], b"\x1f\x8b\x08"],
    # named, since an archive holds the time it was made and workers must agree on names
    ids=["empty", "head", "text", "cut", "gzip-head"],
)
@pytest.mark.parametrize("name", ["a.zip", "a.tar.gz", "a.gz"])
def test_a_broken_archive_is_named_and_the_next_is_unpacked(unpack, name, content):
    found, said = unpack({name: content, "b.zip": zipped([("good", b"1")])})
    assert found == {"b/good": 1}
    assert any(f"Not unpacked: {name}" in line for line in said)


def test_an_encrypted_file_is_refused(unpack):
    archive = bytearray(zipped([("a", b"1")], zipfile.ZIP_STORED))
    archive[archive.index(b"PK\1\2") + 8] |= 1
    archive[archive.index(b"PK\3\4") + 6] |= 1
    found, said = unpack({"a.zip": bytes(archive)})
    assert found == {}
    assert "encrypted" in said[-1]


def test_nbgraders_command_unpacks_this_way():
    from nbgrader.apps import ZipCollectApp

    c = Config()
    config.apply(c)
    app = ZipCollectApp(config=c)
    assert app.extractor_plugin is archives.SafeExtractor
