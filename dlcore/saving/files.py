"""Files: chosen by their ending, written beside and renamed, checked when read."""

import importlib
import os
import warnings
from pathlib import Path

from dlcore import backend
from dlcore.errors import explain


def chosen(filepath, endings):
    """Return the path and the form for its ending; explain an ending that is none."""
    path = Path(filepath)
    ending = next((end for end in endings if path.name.endswith(end)), None)
    if ending:
        name = "npz" if ending == ".npz" else "keras3"  # loaded when it is needed
        module = importlib.import_module(f"dlcore.saving.{name}")
        return path, module.FORMS[ending]
    raise ValueError(
        "The ending of the name says how a model is written."
        + explain(
            f"a name that ends in {' or '.join(endings)}",
            repr(path.name),
            f"{path.name.split('.')[0] or 'model'}{endings[0]}",
        )
    )


def existing(path):
    """Return the path of a file; explain it if there is none."""
    if path.is_file():
        return path
    beside = path.parent.iterdir() if path.parent.is_dir() else ()
    files = sorted(p.name for p in beside if p.suffix in (".npz", ".keras", ".h5"))
    raise FileNotFoundError(
        f"There is no file {path.name}."
        + explain(
            "the name of a saved model",
            str(path),
            f"there are: {', '.join(files[:5])}" if files else "call model.save first",
        )
    )


def write(path, form, data, arrays, overwrite):
    """Write a model's file, whole or not at all.

    Args:
        path: its name.
        form: how it is written.
        data: the structure, or None.
        arrays: dict of names to arrays.
        overwrite: whether an older file is replaced.

    Raises:
        FileExistsError: there is one, and it shall not be replaced.
        FileNotFoundError: there is no such folder.
    """
    if path.exists() and not overwrite:
        kept = "choose another name, or pass overwrite=True"
        head = f"There is a file {path.name} already."
        raise FileExistsError(head + explain("a new name", str(path), kept))
    if not path.parent.is_dir():
        folder = f"make the folder {path.parent} first"
        head = "There is no such folder."
        raise FileNotFoundError(head + explain("a folder", str(path.parent), folder))
    arrays = {key: backend.to_numpy(array) for key, array in arrays.items()}
    put(path, lambda file: form.write(file, data, arrays))


def put(path, fill):
    """Write a file beside its place by `fill(file)`, and rename it when it is whole."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            fill(file)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def damaged(path, error):
    """Return the error for a file that cannot be read."""
    return ValueError(
        f"{path.name} cannot be read."
        + explain(
            "a file as model.save wrote it",
            f"a damaged or foreign file ({type(error).__name__}: {error})"[:200],
            "take a copy that is whole, or save the model again",
        )
    )


def foreign(path, what):
    """Return the error for a file that is whole, but no model of dlcore."""
    return ValueError(
        f"{path.name} is no model of this version of dlcore."
        + explain(
            "what model.save or model.save_weights wrote",
            what,
            "open other files with numpy.load; update dlcore for newer ones",
        )
    )


def fitting(path, whose, places, arrays, skip_mismatch=False):
    """Return the arrays for the places, in their order, all checked.

    Args:
        path: the file, for messages.
        whose: the model, or a word for what waits for these arrays.
        places: pairs of a name in the file and the tensor that waits for it.
        arrays: dict of names to NumPy arrays.
        skip_mismatch: whether what does not fit keeps its present value.

    Raises:
        ValueError: a name is missing or foreign, or a shape differs.
    """
    wanted = {key: tuple(W.shape) for key, W in places}
    came = {key: tuple(array.shape) for key, array in arrays.items()}
    wrong = [key for key in {**wanted, **came} if wanted.get(key) != came.get(key)]
    if wrong and not skip_mismatch:
        change = "make the model as it was when it was saved"
        if whose != "the optimizer":
            change += ", or pass skip_mismatch=True"
        if not wanted:
            change = "build the model first: call it on data, or use Input"
        raise ValueError(
            f"{path.name} does not fit {whose}."
            + explain(
                f"{len(wanted)} arrays; {wrong[0]}: {wanted.get(wrong[0], 'none')}",
                f"{len(came)} arrays; {wrong[0]}: {came.get(wrong[0], 'none')}",
                change,
            )
        )
    if wrong:
        warnings.warn(f"{path.name}: left alone: {', '.join(wrong)}", stacklevel=3)
    return [
        backend.to_numpy(W.data) if key in wrong else arrays[key] for key, W in places
    ]
