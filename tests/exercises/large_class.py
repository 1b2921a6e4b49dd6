"""Makes a class of made-up submissions, grades it and measures what it takes.

    python tests/exercises/large_class.py [--students 200] [--workers 2]
                                          [--compare 40] [--seed 1]

Half of the class answers right, a quarter wrong in known ways; the others hand in
nothing new, a damaged file, or a hostile submission. A worker is killed in the middle.
Every score is compared with what it must be. At the end some honest submissions are
graded again with one worker and with two. Everything happens in a temporary folder.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2] / name) for name in ("", "exercises")]

import build  # noqa: E402
import rehearse  # noqa: E402
from attempts import attempts  # noqa: E402
from field import EXERCISES, NAME, Field  # noqa: E402
from processes import Observer  # noqa: E402

SHARES = {"wrong": 0.25, "blank": 0.05, "hostile": 0.12, "damaged": 0.08}
FULL = 20


def cut(path):
    """Leave half of the file."""
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def put_link(path):
    """Put a link in the place of the file."""
    path.unlink()
    path.symlink_to("/etc/passwd")


def put_folder(path):
    """Put a folder in the place of the file."""
    path.unlink()
    path.mkdir()


DAMAGE = {
    "cut": cut,
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("I could not open it, sorry."),
    "list": lambda path: path.write_text("[1, 2, 3]"),
    "missing": lambda path: path.unlink(),
    "link": put_link,
    "folder": put_folder,
    "binary": lambda path: path.write_bytes(bytes(range(256)) * 400),
}


class Class:
    """The submissions of a class in a field, and the score each must get."""

    def __init__(self, place, number, seed):
        self.place, self.draw = place, random.Random(seed)
        self.book = build.notebook(EXERCISES / "source" / f"{NAME}.md")
        self.points = rehearse.graded(self.book)
        known = list(rehearse.answers(NAME, self.book))
        right = [a for a in known if a.name.startswith("right/")]
        wrong = [a for a in known if a.name.startswith("wrong/")]
        self.expected, self.kinds, self.hostile = {}, {}, {}
        counts = {kind: round(share * number) for kind, share in SHARES.items()}
        kinds = [kind for kind, count in counts.items() for _ in range(count)]
        kinds += ["right"] * (number - len(kinds))
        self.draw.shuffle(kinds)
        hostile = iter(self.draw.sample(attempts(), counts["hostile"]))
        for n, kind in enumerate(kinds):
            student = f"s{n:03d}"
            if kind == "hostile":
                attempt = next(hostile)
                student = attempt.student
                self.hostile[student] = attempt
                place.submit(attempt)
            elif kind in ("right", "damaged"):
                self.hand_in(student, right[n % len(right)])
            elif kind == "wrong":
                self.hand_in(student, self.draw.choice(wrong))
            else:
                place.write(student, place.answered({}))
                self.expected[student] = 0
            if kind == "damaged":
                damage = list(DAMAGE.values())[n % len(DAMAGE)]
                damage(place.course / "submitted" / student / NAME / f"{NAME}.ipynb")
                self.expected[student] = 0
            self.kinds[student] = kind

    def hand_in(self, student, answer):
        """Write the submission of an answer whose marks are known."""
        solved = {
            cell.metadata["nbgrader"]["grade_id"]: cell.source
            for cell in self.book.cells
            if cell.cell_type == "code" and cell.metadata["nbgrader"]["solution"]
        }
        self.place.write(student, self.place.answered(solved | answer.code))
        lost = sum(self.points[part] for part in answer.loses)
        self.expected[student] = FULL - lost

    def complaints(self):
        """Yield what did not come out as it must."""
        for student, score in self.expected.items():
            got = self.place.score(student)
            if got != score:
                lost = (
                    self.place.lost(student) if self.kinds[student] == "right" else ""
                )
                yield f"{student} ({self.kinds[student]}) got {got}, not {score} {lost}"
        for student, attempt in self.hostile.items():
            for text in self.place.examine(attempt):
                yield f"{student}: {text}"
        for student, kind in self.kinds.items():
            log = self.place.log(student)
            if (kind == "damaged") != bool(log.get("error")) and kind != "hostile":
                yield f"{student} ({kind}) ended with {log.get('error')!r}"
        yield from (f"reached: {visit}" for visit in self.place.servers.visits)
        yield from (f"left running: {line}" for _, line in self.place.left_over())


def grade(place, workers, *more, kill_when=None):
    """Grade; return what it took, by name."""
    began = time.monotonic()
    line = [place.tools / "dlgrade", "autograde", NAME, "--workers", str(workers)]
    with (place.folder / "said.txt").open("w") as said:
        process = subprocess.Popen(
            [*map(str, line), *more],
            cwd=place.course,
            env=place.environment(),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
        )
        observer = Observer(process.pid, kill_when)
        observer.start()
        code = process.wait()
    observer.ended.set()
    observer.join()
    return {
        "code": code,
        "wall": time.monotonic() - began,
        "memory": observer.peak_mb,
        "killed": observer.killed,
        "said": (place.folder / "said.txt").read_text(errors="replace"),
    }


def measure(folder, students, workers, compare, seed):
    """Grade a class; return lines of a report, and complaints."""
    place = Field(folder)
    try:
        group = Class(place, students, seed)
        load = os.getloadavg()[0]
        logs = place.course / "logs" / NAME

        def in_the_middle():
            return len(list(logs.glob("*.json"))) >= students / 2

        took = grade(place, workers, kill_when=in_the_middle)
        found = list(group.complaints())
        if took["code"] not in (0, 1):
            found.append(f"the run ended with {took['code']}: {took['said'][-3000:]}")
        if workers and not took["killed"]:
            found.append("no worker could be killed in the middle")
        counts = Counter(group.kinds.values())
        seconds = sorted(
            place.log(student).get("seconds", 0)
            for student in group.kinds
            if "seconds" in place.log(student)
        )
        computed = sum(cost(place.log(student)) for student in group.kinds)
        graded = len(seconds)
        peaks = [place.log(student).get("peak_mb", 0) for student in group.kinds]
        mixed = ", ".join(f"{count} {kind}" for kind, count in counts.items())
        report = [
            f"{students} submissions ({mixed}), {workers} workers, one killed",
            f"wall time {took['wall']:.0f} s, {took['wall'] / students:.2f} s each; "
            f"the kernels computed {computed:.0f} s, {computed / graded:.2f} s each",
            f"one submission, both kernels: median {statistics.median(seconds):.1f} s, "
            f"the slowest tenth from {seconds[len(seconds) * 9 // 10]:.1f} s on",
            f"memory: a kernel at most {max(peaks)} MB (median "
            f"{statistics.median(peaks):.0f}), all together {took['memory']:.0f}",
            f"load of the machine at the start {load:.1f}, {os.cpu_count()} cores",
        ]
        report += speed_up(place, group, compare) if compare else []
        return report, found
    finally:
        place.close()


def cost(log):
    """Return the seconds for which the kernels of a submission computed."""
    return sum(told["cpu_seconds"] for told in log.get("notebooks", {}).values())


def speed_up(place, group, number):
    """Return a line that compares one worker with two on honest submissions."""
    chosen = [s for s, kind in group.kinds.items() if kind in ("right", "wrong")]
    chosen = chosen[:number]
    again = ["--force", "--student", *chosen]
    one, two = (grade(place, workers, *again) for workers in (1, 2))
    return [
        f"{len(chosen)} honest submissions: one worker {one['wall']:.0f} s, two "
        f"workers {two['wall']:.0f} s, {one['wall'] / two['wall']:.2f} times as fast"
    ]


def main(arguments=None):
    """Run the command; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--students", type=int, default=200)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--compare", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="large-class-") as folder:
        report, found = measure(Path(folder) / "field", **vars(options))
    print("\n".join(report))
    print("\n".join(found) or "Every score is what it must be; nothing got out.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
