"""What tests do that need the sandbox where it does not work."""

import pytest


def demand_sandbox(why, in_ci):
    """Skip a test where there is a reason why the sandbox does not work.

    Continuous integration installs what is missing, so there a missing program fails
    the test. A machine that forbids sandboxes can be helped by nobody: then the test is
    skipped there, too, and says why.
    """
    if why and in_ci and "is missing" in why:
        pytest.fail(f"continuous integration needs the sandbox: {why}")
    if why:
        pytest.skip(f"no sandbox here: {why}")
