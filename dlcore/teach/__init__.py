"""Figures, explorable figures and self-checks for the chapters.

Needs matplotlib and IPython; `import dlcore` alone never loads this package.
"""

# `explore`, `quiz` and `check` are functions and modules of one name. Importing the
# modules here, before anybody else can, lets the names mean the functions for good.
from dlcore.teach.check import check
from dlcore.teach.explore import explore
from dlcore.teach.figures import color, describe, figure, label_line, show, to_svg
from dlcore.teach.graphs import draw_graph
from dlcore.teach.networks import draw_network
from dlcore.teach.page import colophon, glue, next_number, setup
from dlcore.teach.quiz import answer_box, quiz, quiz_number
from dlcore.teach.tables import table

__all__ = [
    "answer_box",
    "check",
    "colophon",
    "color",
    "describe",
    "draw_graph",
    "draw_network",
    "explore",
    "figure",
    "glue",
    "label_line",
    "next_number",
    "quiz",
    "quiz_number",
    "setup",
    "show",
    "table",
    "to_svg",
]
