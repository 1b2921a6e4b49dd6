"""The penalty for late work: a tenth of the score for each day begun, at most half."""

import math

from nbgrader.plugins import LateSubmissionPlugin
from traitlets import Float

DAY = 24 * 60 * 60  # seconds


class PerDay(LateSubmissionPlugin):
    """Takes a share of the score for every day begun after the due date."""

    per_day = Float(0.1, help="share of the score for each day begun").tag(config=True)
    at_most = Float(0.5, help="the largest share that is taken").tag(config=True)

    def late_submission_penalty(self, student_id, score, total_seconds_late):
        """Return the points to take off, or None when it came in time."""
        if total_seconds_late <= 0:
            return None
        days = math.ceil(total_seconds_late / DAY)
        return round(score * min(self.at_most, self.per_day * days), 2)
