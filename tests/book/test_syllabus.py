"""The courses for instructors name pages and assignments that there are."""

import yaml

from tests.book.test_book import ROOT


def unknown(courses, pages, assignments):
    """Return what the weeks of all courses name and nobody has written."""
    weeks = [week for course in courses.values() for week in course]
    told = [week.get("hand_in", []) for week in weeks]
    handed_in = [name for t in told for name in (t if isinstance(t, list) else [t])]
    read = [page for week in weeks for page in week["pages"]]
    return sorted({*read} - pages | {*handed_in} - assignments)


def test_courses_name_what_there_is():
    courses = yaml.safe_load((ROOT / "book" / "syllabus.yml").read_text("utf-8"))
    chapters = [p.read_text("utf-8") for p in (ROOT / "book/chapters").glob("*.md")]
    facts = [yaml.safe_load(text.split("---\n")[1])["dlcore"] for text in chapters]
    pages = {str(fact["page"]) for fact in facts}
    written = {path.stem for path in (ROOT / "exercises" / "source").glob("*.md")}
    assert unknown(courses, pages, written) == []


def test_red_a_course_with_what_nobody_has_written():
    weeks = [{"pages": ["1.1", "9.9"]}, {"pages": ["1.1"], "hand_in": ["a", "b"]}]
    weeks.append({"pages": ["1.1"], "hand_in": "c"})
    assert unknown({"a course": weeks}, {"1.1"}, {"a"}) == ["9.9", "b", "c"]
