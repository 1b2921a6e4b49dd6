"""Two more ways to write marks: one column a question, and a file that Canvas imports.

    nbgrader export --exporter=exporters.PerQuestion --to marks.csv
    nbgrader export --exporter=exporters.Canvas --to canvas.csv

What nobody has graded yet stays empty; it is never a 0.
"""

import csv
from dataclasses import dataclass, field

from dlgrade import penalty
from nbgrader.plugins import ExportPlugin

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a table program would compute these
HEADS = (
    "assignment", "student_id", "last_name", "first_name", "email",
    "status", "seconds_late", "penalty", "score", "max_score",
)  # fmt: skip


@dataclass
class Row:
    """One student and one assignment."""

    assignment: object
    student: object
    submission: object = None
    status: str = "not submitted"
    marks: dict = field(default_factory=dict)

    @property
    def penalty(self):
        """Return the points taken off for being late."""
        return (self.submission and self.submission.late_submission_penalty) or 0.0

    @property
    def score(self):
        """Return the score after the penalty, or an empty text while it is open."""
        if self.status != "graded":
            return ""
        return max(0.0, self.submission.score - self.penalty)


class PerQuestion(ExportPlugin):
    """One row for each student and assignment, one column for each question."""

    def rows(self, gradebook):
        """Yield a row for each student and assignment that was asked for."""
        for assignment in gradebook.assignments:
            if self.assignment and assignment.name not in self.assignment:
                continue
            handed_in = gradebook.assignment_submissions(assignment.name)
            by_student = {s.student.id: s for s in handed_in}
            for student in gradebook.students:
                if not self.student or student.id in self.student:
                    found = by_student.get(student.id)
                    if found:
                        penalty.assign(gradebook, found, self.config)
                    row = Row(assignment, student, found)
                    yield filled(row) if found else row

    def export(self, gradebook):
        """Write the table."""
        rows = list(self.rows(gradebook))
        gradebook.db.commit()  # the penalties, computed anew
        questions = sorted({name for row in rows for name in row.marks})
        with open(self.to or "marks.csv", "w", newline="", encoding="utf-8") as file:
            table = csv.writer(file)
            table.writerow([*HEADS, *questions])
            for row in rows:
                late = row.submission.total_seconds_late if row.submission else ""
                table.writerow([
                    *map(harmless, (
                        row.assignment.name, row.student.id, row.student.last_name,
                        row.student.first_name, row.student.email,
                    )),
                    row.status, late, row.penalty if row.submission else "", row.score,
                    row.assignment.max_score,
                    *[row.marks.get(name, "") for name in questions],
                ])  # fmt: skip


class Canvas(PerQuestion):
    """The columns that Canvas imports: one row a student, one column an assignment."""

    def export(self, gradebook):
        """Write the table."""
        students, most = {}, {}
        for row in self.rows(gradebook):
            most[row.assignment.name] = row.assignment.max_score
            _, scores = students.setdefault(row.student.id, (row.student, {}))
            scores[row.assignment.name] = row.score
        gradebook.db.commit()  # the penalties, computed anew
        with open(self.to or "canvas.csv", "w", newline="", encoding="utf-8") as file:
            table = csv.writer(file)
            table.writerow(["Student", "ID", "SIS Login ID", "Section", *most])
            table.writerow(["    Points Possible", "", "", "", *most.values()])
            for student, scores in students.values():
                names = filter(None, (student.last_name, student.first_name))
                table.writerow([
                    harmless(", ".join(names)), harmless(student.lms_user_id),
                    harmless(student.id), "", *[scores.get(name, "") for name in most],
                ])  # fmt: skip


def filled(row):
    """Fill in the marks of a row, and whether a person still has to grade."""
    open_questions = False
    for notebook in row.submission.notebooks:
        for grade in notebook.grades:
            by_hand = grade.manual_score is not None
            done = by_hand or (
                grade.auto_score is not None and not grade.needs_manual_grade
            )
            score = grade.score + (grade.extra_credit or 0.0)
            row.marks[f"{notebook.name}/{grade.name}"] = score if done else ""
            open_questions = open_questions or not done
    row.status = "needs grading" if open_questions else "graded"
    return row


def harmless(text):
    """Return a text that no table program takes for a formula."""
    text = str(text or "")
    return "'" + text if text.startswith(FORMULA) else text
