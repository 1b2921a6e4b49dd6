"""Figures, explorable figures and self-checks for the chapters.

Needs matplotlib and IPython; `import dlcore` alone never loads this package.
"""

import importlib

from dlcore.teach.figures import (
    color,
    describe,
    figure,
    label_line,
    show,
    to_svg,
)
from dlcore.teach.page import colophon, glue, next_number, setup

# Public name -> the module that holds it, loaded when the name is first used.
_ELSEWHERE = {
    "draw_network": "networks",
    "draw_graph": "graphs",
    "explore": "explore",
    "quiz": "quiz",
    "quiz_number": "quiz",
    "answer_box": "quiz",
    "check": "check",
    "table": "tables",
}

__all__ = [
    "color",
    "colophon",
    "describe",
    "figure",
    "glue",
    "label_line",
    "next_number",
    "setup",
    "show",
    "to_svg",
    *_ELSEWHERE,
]


def __getattr__(name):
    if name not in _ELSEWHERE:
        raise AttributeError(f"module 'dlcore.teach' has no attribute {name!r}")
    module = importlib.import_module(f"dlcore.teach.{_ELSEWHERE[name]}")
    value = getattr(module, name)
    # A function and its module may share a name (explore, quiz, check): the
    # import above bound the module here, and readers mean the function.
    globals()[name] = value
    return value


def _bind_functions_over_modules():
    """Import the modules named like their function, so that the function wins.

    Python binds a submodule in its package at its first import only; doing that
    import here, once, lets `teach.quiz` be the function whatever comes later.
    """
    for name, module in _ELSEWHERE.items():
        if name != module:
            continue
        try:
            __getattr__(name)
        except ModuleNotFoundError as error:
            if error.name != f"dlcore.teach.{module}":
                raise


_bind_functions_over_modules()
