"""The penalty for late work, computed from the score as it is now.

nbgrader computes it once, as the tests are run. A share of the score is out of date as
soon as a person has graded the written answers; so it is computed anew whenever a
submission is recorded, a feedback page made or a table of marks written.
"""

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.preprocessors import AssignLatePenalties, NbGraderPreprocessor


def assign(gradebook, submission, config):
    """Bring the penalties of all notebooks of a submission up to date."""
    penalty = AssignLatePenalties(config=config)
    penalty.init_plugin()
    seconds = submission.total_seconds_late
    for notebook in submission.notebooks:
        notebook.late_submission_penalty = None
        if seconds > 0:
            taken = penalty.plugin_inst.late_submission_penalty(
                submission.student.id, notebook.score, seconds
            )
            if taken is not None:
                taken = penalty._check_late_penalty(notebook, taken)
                notebook.late_submission_penalty = taken
    gradebook.db.flush()
    gradebook.db.refresh(submission)


class PenaltyAnew(NbGraderPreprocessor):
    """Bring the penalty up to date before a feedback page is made."""

    def preprocess(self, nb, resources):
        """Return the notebook as it is."""
        told = resources["nbgrader"]
        with Gradebook(told["db_url"]) as gradebook:
            try:
                submission = gradebook.find_submission(
                    told["assignment"], told["student"]
                )
            except MissingEntry:
                return nb, resources
            assign(gradebook, submission, self.config)
            gradebook.db.commit()
        return nb, resources
