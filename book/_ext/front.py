"""Sphinx directives of the front door: a neuron that learns, reading paths, the desk.

{learning-neuron}   the neuron of chapter 2, trained in the reader's browser
{playground}   a network of the reader's choice, trained in the reader's browser
{reading-path} NAME   a path of book/paths.yml: its pages in order, with their minutes
{syllabus} COURSE   a course of book/syllabus.yml: weeks, pages, minutes, assignments
{readers-desk}   what a reader has answered and what is due, kept in the browser
"""

import functools
import html
import json
import re
from pathlib import Path

import yaml
from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

from dlcore import Neuron, datasets, preprocessing
from tools import review
from tools.minutes import to_read
from tools.notebooks import front_matter

RATES = (0.01, 0.02, 0.04, 0.08, 0.2, 0.5, 0.9, 1.0, 1.05)
QUIZ = re.compile(r'<dl-quiz[^>]* id="([^"]+)"')
CHAPTER = re.compile(r"notebooks/\d\d-")


class LearningNeuron(SphinxDirective):
    """The eight hotels and one neuron, started when the page opens."""

    def run(self):
        """Return the element, with a sentence for browsers without script."""
        (x, y), _ = datasets.hotels.load_data("linear")
        scaled = preprocessing.Standardizer().fit(x).transform(x)
        neuron = Neuron()
        neuron.fit(scaled, y, learning_rate=0.08, epochs=100)
        off = neuron.evaluate(scaled, y) ** 0.5
        rows = [[float(d), float(p)] for d, p in zip(x.ravel(), y.ravel(), strict=True)]
        task = json.dumps({"rows": rows, "rates": RATES, "start": 0.08})
        text = (
            f'<dl-neuron data-task="{html.escape(task)}" data-wanted="{off:.3f}">'
            f"<p>After 100 rounds a neuron is off by {off:.1f} dollars on the eight "
            "hotels that it learned from.</p></dl-neuron>"
        )
        return [nodes.raw("", text, format="html")]


class Playground(SphinxDirective):
    """A network to build and to train; its script makes it."""

    def run(self):
        """Return the element, with a sentence for browsers without script."""
        self.env.metadata[self.env.docname]["playground"] = True
        text = "<dl-playground><p>The playground needs JavaScript.</p></dl-playground>"
        return [nodes.raw("", text, format="html")]


def add_playground(app, page, template, context, doctree):
    """Load the playground's files, on the page that has one."""
    if "playground" in app.env.metadata.get(page, {}):
        app.add_css_file("playground.css")
        app.add_js_file("network.js")
        app.add_js_file("playground.js")


class ReadingPath(SphinxDirective):
    """One path: its pages as links, with the minutes that each takes."""

    required_arguments = 1

    def run(self):
        """Return a paragraph of links and one sentence with the sum."""
        folder = Path(self.env.srcdir)
        paths = yaml.safe_load((folder / "book" / "paths.yml").read_text("utf-8"))
        self.env.note_dependency(str(folder / "book" / "paths.yml"))
        pages = pages_by_number(folder)
        minutes = [pages[number]["minutes"] for number in paths[self.arguments[0]]]
        lines = [
            f"- [{number}](../notebooks/{pages[number]['file']}.ipynb) "
            f"{pages[number]['title']}, {pages[number]['minutes']} min"
            for number in paths[self.arguments[0]]
        ]
        hours = f"{sum(minutes) / 60:.0f} hours for {len(minutes)} pages."
        box = nodes.container(classes=["dl-path"])
        box += nodes.paragraph(text=hours)
        box += parsed(self, lines)
        return [box]


class Syllabus(SphinxDirective):
    """A course: a row a week with its pages, their minutes and what is handed in."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self):
        """Return a table."""
        folder = Path(self.env.srcdir)
        path = folder / "book" / "syllabus.yml"
        weeks = yaml.safe_load(path.read_text("utf-8"))[self.arguments[0]]
        self.env.note_dependency(str(path))
        pages = pages_by_number(folder)
        lines = ["| Week | Pages | Minutes | To hand in |", "|---|---|---|---|"]
        for number, week in enumerate(weeks, 1):
            chosen = [(page, pages[page]) for page in week["pages"]]
            links = ", ".join(
                f"[{page}](../../notebooks/{facts['file']}.ipynb)"
                for page, facts in chosen
            )
            minutes = sum(facts["minutes"] for _, facts in chosen)
            tasks = " or ".join(f"`{name}`" for name in handed_in(week))
            lines.append(f"| {number} | {links} | {minutes} | {tasks} |")
        return parsed(self, lines)


def handed_in(week):
    """Return the assignments of a week: none, one, or several to choose from."""
    told = week.get("hand_in", [])
    return told if isinstance(told, list) else [told]


def parsed(directive, lines):
    """Return the nodes of lines of a page."""
    box = nodes.container()
    source = directive.state.document.current_source
    directive.state.nested_parse(StringList(lines, source), 0, box)
    return box.children


@functools.cache  # four paths and three courses ask for the same
def pages_by_number(folder):
    """Return number -> file, title, minutes, needs of every page, from its source."""
    pages = {}
    for path in sorted((folder / "book" / "chapters").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        facts = front_matter(text)
        title = re.search(r"^# [\d.]+ (.+)$", text, re.MULTILINE)[1]
        pages[str(facts["page"])] = {
            "file": path.stem,
            "title": title,
            "minutes": to_read(text),
            "needs": facts.get("prerequisites", []),
        }
    return pages


class ReadersDesk(SphinxDirective):
    """Progress and reviews; the list of questions is filled in when all is read."""

    def run(self):
        """Return a place for the list, found again in `fill_desk`."""
        return [nodes.raw("", "", format="html", classes=["dl-desk-place"])]


def fill_desk(app, doctree, page):
    """Put the questions of all pages, by page, where the desk stands."""
    for place in doctree.findall(nodes.raw):
        if "dl-desk-place" in place["classes"]:
            recalls = recalls_by_page()
            contents = [
                {
                    "name": name,
                    "title": app.env.titles[name].astext(),
                    "quizzes": questions(app.env.get_doctree(name)),
                    "recalls": recalls.get(name, {}),
                }
                for name in sorted(app.env.all_docs)
                if CHAPTER.match(name)
            ]
            listed = [entry for entry in contents if entry["quizzes"]]
            data = json.dumps(listed).replace("</", "<\\/")
            new = nodes.raw(
                "",
                f'<dl-desk><script type="application/json">{data}</script>'
                "<noscript><p>This page needs JavaScript.</p></noscript></dl-desk>",
                format="html",
            )
            place.parent.replace(place, new)


def recalls_by_page():
    """Return page -> label -> what a review asks about it in place of a quiz."""
    found, checks = {}, review.checks()
    for label, prompt in review.notes()["recall"].items():
        found.setdefault(checks[label].page, {})[label] = prompt
    return found


def questions(doctree):
    """Return id -> question of the quizzes in the outputs of a page."""
    found = {}
    for output in doctree.findall(nodes.raw):
        for element in re.findall(r"<dl-quiz.*?</dl-quiz>", output.astext(), re.DOTALL):
            if match := QUIZ.search(element):
                legend = re.search(r"<(legend|p)[^>]*>(.*?)</\1>", element, re.DOTALL)
                text = re.sub(r"<[^>]+>", "", legend[2] if legend else match[1])
                found[match[1]] = " ".join(text.split())
    return found


def setup(app):
    """Register the directives."""
    app.add_directive("learning-neuron", LearningNeuron)
    app.add_directive("playground", Playground)
    app.add_directive("reading-path", ReadingPath)
    app.add_directive("syllabus", Syllabus)
    app.add_directive("readers-desk", ReadersDesk)
    app.connect("doctree-resolved", fill_desk)
    app.connect("html-page-context", add_playground)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": False}
