"""Data of their own for every student, drawn from the student's id.

The function below stands in a locked cell of the assignment, where students read it;
the tests draw the same data again, from the id under which the answer was handed in
(`DLGRADE_STUDENT`). Numbers copied from someone else fit other data and do not pass.
Who copies code and runs it on the own data passes; variants do not prevent that.
"""

import inspect


def own_generator(student, task):
    """Return a NumPy random generator that is the same whenever id and task are."""
    import hashlib

    import numpy as np

    letters = f"{student.strip().lower()}/{task}".encode()
    return np.random.default_rng(list(hashlib.sha256(letters).digest()))


SHOWN = inspect.getsource(own_generator)


def missing(book):
    """Return whether no locked cell of a notebook holds the function as it is here."""
    return not any(
        SHOWN.strip() in cell.source
        for cell in book.cells
        if cell.metadata.get("nbgrader", {}).get("locked")
    )
