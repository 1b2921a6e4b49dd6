"""Ask again: questions of earlier chapters at the end of each page.

From chapter 1 on every page gets a section "Look back", made when the book is built:
tools/review.py says which questions it asks, and each is the very quiz of its own page
with other ids. Without script all of them stand there, one below the other.

Sphinx directive {sittings}   the questions of the page at the end, in parts
"""

import functools
import html
from pathlib import Path

from docutils import nodes
from instructor import page_of
from sphinx.util.docutils import SphinxDirective

from dlcore.teach.quiz import answer_box_html, element_name, markup
from tools import objectives, review

SITTING = 20  # questions at a time on the page at the end
TITLE = "Look back"
WHY = (
    "<p>Questions from earlier chapters, asked again now that some of it may have "
    'slipped away. <a href="{}">Why they come back, and when</a></p>'
)
# the first line and the last are for readers with script
FRAME = (
    '<dl-review><p class="dlr-where" role="status">Question 1 of {}</p>\n{}'
    '<div class="dlr-moves"><button type="button" aria-label="Previous question"'
    ' disabled>Previous</button><span></span><button type="button"'
    ' aria-label="Next question">Next</button></div></dl-review>\n'
)
JUDGE = (
    '<div class="dlr-judge"><button type="button" data-knew="yes">I knew it</button>'
    '<button type="button" data-knew="">Not yet</button><span role="status"></span>'
    "</div>"
)


class Sittings(SphinxDirective):
    """Places for all questions of this page, `SITTING` at a time."""

    def run(self):
        """Return a section for each sitting; the questions come when all is read."""
        many = len(questions_by_page(Path(self.env.srcdir))[self.env.docname])
        # as on a page of a chapter the kit of the quizzes comes before them
        kit = nodes.raw("", '<script src="../_static/quiz.js"></script>', format="html")
        return [kit] + [
            section(f"Sitting {number + 1}", f"sitting-{number + 1}", start)
            for number, start in enumerate(range(0, many, SITTING))
        ]


def section(title, name, start):
    """Return a section with a place for questions, those from `start` on."""
    place = nodes.raw("", "", format="html", classes=["dl-review-place"], start=start)
    return nodes.section("", nodes.title("", title), place, ids=[name], names=[name])


@functools.cache  # asked for page by page
def questions_by_page(root):
    """Return page -> its questions, for the book at `root`."""
    return review.plan(review.checks(root), notes(root), review.contents(root))


@functools.cache
def notes(root):
    """Return what questions need that are asked again, of the book at `root`."""
    return review.notes(root / "book" / "review.yml")


@functools.cache
def items(root):
    """Return id -> entry of the items of the book at `root`."""
    return objectives.load(root / "book" / "objectives.yml")[1]


def make_room(app, doctree):
    """Append the section to a page that asks again, before its last lines.

    This comes before Sphinx collects the contents of the page, so that the section is
    listed there.
    """
    page = app.env.docname
    asked = questions_by_page(Path(app.srcdir)).get(page)
    if page != review.END and asked:
        top = next(doctree.findall(nodes.section))
        last = section(TITLE, "look-back", 0)
        last += last_lines(top)
        top += last


def last_lines(section_node):
    """Take the colophon and the link to the next page from the end of a section."""
    while isinstance(section_node.children[-1], nodes.section):
        section_node = section_node.children[-1]
    taken = []
    while section_node.children and is_last_line(section_node.children[-1]):
        taken.insert(0, section_node.children.pop())
    return taken


def is_last_line(node):
    """Return whether a node is a colophon or names the next page."""
    outputs = [raw.astext() for raw in node.findall(nodes.raw)]
    return (
        isinstance(node, nodes.paragraph)
        and node.astext().startswith(("Next:", "Previous:"))
    ) or any("dl-colophon" in text for text in outputs)


# -- the questions themselves ----------------------------------------------------------


def fill(app, doctree, page):
    """Put the questions into the places made for them."""
    for place in list(doctree.findall(nodes.raw)):
        if "dl-review-place" in place["classes"]:
            cards = Cards(app, page)
            text = cards.some(place["start"])
            place.parent.replace(place, nodes.raw("", text, format="html"))


class Cards:
    """Makes the questions of one page, with links that start from there."""

    def __init__(self, app, page):
        self.app, self.page, self.root = app, page, Path(app.srcdir)
        self.said = notes(self.root)

    def some(self, start):
        """Return the element with the questions of a section."""
        every = questions_by_page(self.root)[self.page]
        if self.page == review.END:
            every, why = every[start : start + SITTING], ""
        else:
            why = WHY.format(self.link(review.END, "once-more"))
        # a part of the book may be built alone
        there = [one for one in every if one.check.page in self.app.env.titles]
        if not there:
            return why
        return why + FRAME.format(len(there), "".join(map(self.card, there)))

    def card(self, question):
        """Return one question, with where it comes from."""
        title = html.escape(self.app.env.titles[question.check.page].astext())
        place = (question.check.page, question.quiz)
        if not question.quiz:
            place = self.explained(question)[0][1]
        own = self.quiz if question.quiz else self.recall
        return (
            f'<div class="dlr-card" role="group" aria-label="From {title}"'
            f' tabindex="-1" data-of="{question.key}"><p class="dlr-from">From '
            f'<a href="{self.link(*place)}">{title}</a></p>{own(question)}</div>\n'
        )

    def quiz(self, question):
        """Return the quiz, with ids of its own and the context that it needs."""
        text = question.check.quizzes[question.quiz]
        name = f"again-{question.check.label}-{question.quiz.split('-')[-1]}"
        told = self.said["context"].get(question.quiz)
        before = f'<p class="dlr-context">{markup(told)}</p>' if told else ""
        return before + text.replace(question.quiz, name)

    def recall(self, question):
        """Return a box for an answer in words, and two buttons to judge it."""
        prompt = (
            f"Say in a sentence or two: {self.said['recall'][question.check.label]}"
        )
        box = answer_box_html(prompt)
        own = box.replace(element_name(prompt), f"again-{question.check.label}")
        return f"{own}<p>{self.compare(question)}</p>{JUDGE}"

    def compare(self, question):
        """Return links to the places that explain what is asked."""
        places = [
            (title, self.link(*place)) for title, place in self.explained(question)
        ]
        if len(places) == 1:
            return f'Then <a href="{places[0][1]}">open the section</a> and compare.'
        links = [f'<a href="{to}">{html.escape(title)}</a>' for title, to in places]
        return f"Then open and compare: {', '.join(links)}."

    def explained(self, question):
        """Return (title, (page, anchor)) of the items that a question is about."""
        chosen = [items(self.root)[key] for key in question.check.items]
        return [(one["title"], page_of(self.app.env, one["label"])) for one in chosen]

    def link(self, page, anchor):
        """Return the address of a place, from this page."""
        return f"{self.app.builder.get_relative_uri(self.page, page)}#{anchor}"


def add_style(app, page, template, context, doctree):
    """Load the style of quizzes on the page at the end, which is no notebook."""
    if page == review.END:
        app.add_css_file("quiz.css")


def setup(app):
    """Register the directive and the three passes."""
    app.add_directive("sittings", Sittings)
    app.connect("doctree-read", make_room, priority=400)
    app.connect("doctree-resolved", fill)
    app.connect("html-page-context", add_style)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
