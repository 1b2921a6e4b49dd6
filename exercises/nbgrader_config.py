"""Configuration of nbgrader for this course; nbgrader reads it when run from here."""

import sys
from pathlib import Path

import nbgrader

HERE = Path(__file__).resolve().parent
if str(HERE) not in sys.path:
    sys.path.insert(0, str(HERE))  # so that nbgrader finds `feedback` below

import dlgrade.config  # noqa: E402

c = get_config()  # noqa: F821

# Students' code runs in a sandbox, and apart from the tests.
dlgrade.config.apply(c)

c.CourseDirectory.course_id = "deep-learning"
c.CourseDirectory.root = str(HERE)

# A folder that instructors and students of one machine can write to.
# c.Exchange.root = "/srv/nbgrader/exchange"

# How the file names in an archive of a learning platform are read.
c.FileNameCollectorPlugin.named_regexp = (
    r".*?(?P<student_id>[A-Za-z0-9.-]+)_(?P<timestamp>\d+T\d+)_(?P<file_id>[\w-]+)"
)
# Canvas: amesada_LATE_101_9001_linear-regression-1.ipynb, where 101 is the student's
# number there; give the roster these numbers as ids.
# c.FileNameCollectorPlugin.named_regexp = (
#     r".*/[^_/]+_(LATE_)?(?P<student_id>\d+)_\d+_(?P<file_id>[\w-]+?)(-\d+)?(?=\.)"
# )

# A cell that runs longer is interrupted and fails; the rest is graded as usual.
c.Execute.timeout = 30
c.Execute.interrupt_on_timeout = True

# Endless printing must not fill the disk.
c.LimitOutput.max_lines = 200
c.LimitOutput.max_traceback = 40

# Feedback pages show the messages of hidden tests, not the tests, and name the tasks.
c.GenerateFeedback.preprocessors = [
    "dlgrade.penalty.PenaltyAnew",
    "nbgrader.preprocessors.GetGrades",
    "feedback.HideHiddenTests",
    "feedback.NameTasks",
    "reread.NameSection",
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
]

# Late work loses a tenth of its score for each day begun, at most half.
c.AssignLatePenalties.plugin_class = "late.PerDay"

# Templates of our own go before nbgrader's: feedback pages load nothing from elsewhere.
# Our page builds on the one of nbgrader that it replaces, so the last folder is there
# for a second name of that: templates/feedback/index.html.j2.
EXTENSIONS = Path(nbgrader.__file__).parent / "server_extensions"
c.HTMLExporter.extra_template_basedirs = [
    str(HERE / "templates"),
    str(EXTENSIONS / "formgrader" / "templates"),
    str(EXTENSIONS),
]
