"""Zip archives, read with care."""

import zipfile

from dlcore.saving.files import damaged


def unzipped(path):
    """Return the members of a zip archive as bytes, each with its checksum tested.

    Raises:
        ValueError: it is damaged, or no archive.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            if sum(member.file_size for member in members) > 100 * path.stat().st_size:
                raise ValueError("it would unpack to a hundred times its size")
            return {member.filename: archive.read(member) for member in members}
    except Exception as error:
        raise damaged(path, error) from error
