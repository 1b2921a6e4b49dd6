"""Hitters: what baseball players did and what they earn, fetched where not at hand.

Described in `hitters.md` beside this file.
"""

import csv
import io

import numpy as np

from dlcore.datasets import _files

URLS = [
    f"https://{host}d8b3105d5f792c5d0256e5b04284a5f85e2cca2e/ISLP/data/Hitters.csv"
    for host in (
        "raw.githubusercontent.com/intro-stat-learning/ISLP/",
        "cdn.jsdelivr.net/gh/intro-stat-learning/ISLP@",
    )
]
SHA256 = "ebf7b9dff89366b0544fea09c0ac2df9abdbf5b4ce8d96651316c2c12793d952"
# The players for testing, by their place among those with a salary, from 1.
TEST = """
5 7 11 14 15 17 23 31 32 42 47 48 49 51 53 54 55 60 61 62 66 68 74 76 77 78 81 84 87 97
105 113 115 117 118 119 120 121 124 125 127 129 131 132 136 139 140 142 143 146 147 153
157 159 160 166 176 179 182 184 185 188 190 195 197 199 205 216 221 222 223 227 228 232
233 236 239 242 244 247 248 250 251 253 258 259 263
"""
DUMMIES = {  # the columns of a word: name and the word that is 1
    "League": (("LeagueA", "A"), ("LeagueN", "N")),
    "Division": (("DivisionW", "W"),),
    "NewLeague": (("NewLeagueN", "N"),),
}
Rows = tuple[np.ndarray, np.ndarray]


def table(path: str | None = None) -> dict[str, list[str]]:
    """Return all 322 players as a dict of columns of words, "" where one is missing.

    Args:
        path: of the file `Hitters.csv` or of its folder; see `load_data`.

    Raises FileNotFoundError, ConnectionError or ValueError if there is no such file, no
    network, or another file.
    """
    found = _files.look_for("Hitters.csv", path)
    if found is None:
        data = _files.fetch("Hitters.csv", URLS, SHA256)
        found = _files.keep("Hitters.csv", data)
    data = _files.checked(found.read_bytes(), SHA256, str(found))
    rows = list(csv.DictReader(io.StringIO(data.decode("ascii"))))
    return {name: [row[name] for row in rows] for name in rows[0]}


def columns(path: str | None = None) -> dict[str, np.ndarray]:
    """Return the 263 players with a salary: 20 columns of numbers, then the salary.

    Args:
        path: of the file `Hitters.csv` or of its folder; see `load_data`.
    """
    words = table(path)
    known = [i for i, salary in enumerate(words["Salary"]) if salary not in ("", "NA")]
    numbers = {}
    for name, column in words.items():
        column = np.array([column[i] for i in known])
        for dummy, word in DUMMIES.get(name, ()):
            numbers[dummy] = (column == word).astype(float)
        if name not in DUMMIES:
            numbers[name] = column.astype(float)
    numbers["Salary"] = numbers.pop("Salary")  # last
    return numbers


def load_data(path: str | None = None) -> tuple[Rows, Rows]:
    """Return the players for training and those for testing.

    Args:
        path: of the file `Hitters.csv` or of its folder. Without it, the file is looked
            for in the folder DLCORE_DATA and in the cache, and then fetched.

    Returns:
        `(x_train, y_train), (x_test, y_test)`: x (rows, 20) in the order of `columns`,
        y (rows, 1) in thousands of dollars; 176 rows for training, 87 for testing.

    Raises FileNotFoundError, ConnectionError or ValueError if there is no such file, no
    network, or another file.
    """
    numbers = columns(path)
    y = numbers.pop("Salary").reshape(-1, 1)
    x = np.stack(list(numbers.values()), axis=1)
    test = np.zeros(len(x), dtype=bool)
    test[np.array(TEST.split(), dtype=int) - 1] = True
    return (x[~test], y[~test]), (x[test], y[test])
