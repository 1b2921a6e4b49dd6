"""What tests do that need the sandbox where it does not work."""

import pytest


def demand_sandbox(why, in_ci):
    """Skip a test, or fail it in continuous integration, where there is a reason."""
    if why and in_ci:
        pytest.fail(f"continuous integration needs the sandbox: {why}")
    if why:
        pytest.skip(f"no sandbox here: {why}")
