"""dlgrade: grades notebooks of people whose code you would not run yourself."""

from .grade import Result, grade_one
from .sandbox import Limits, SandboxUnavailable, probe

__all__ = ["Limits", "Result", "SandboxUnavailable", "grade_one", "probe"]
