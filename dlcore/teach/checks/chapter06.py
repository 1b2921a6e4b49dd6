"""Checks for chapter 6: steps of optimizers, batches and schedules."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake

F3 = np.array([[1.0, -0.5], [0.6, 0.8], [0.3, -1.1], [1.2, 0.4]])
R3 = np.array([0.5, -1.0, 0.2, 0.7])


def gauss_newton_step(F, r):
    """Return the least squares solution of F s = r."""
    return np.linalg.solve(F.T @ F, F.T @ r)


GAUSS_NEWTON = Check(
    reference=gauss_newton_step,
    cases=(
        Case("four rows, two parameters", (F3, R3)),
        Case("other numbers", (F3[::-1] * 2 + 0.1, R3 - 0.4)),
        Case("one parameter", (np.array([[1.0], [2.0]]), np.array([2.0, 3.0])), "edge"),
        Case("no residuals", (F3, np.zeros(4)), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda F, r: 2 * np.linalg.solve(F.T @ F, F.T @ r),
            "the step is twice too long; the 2 of the gradient and the 2 of the "
            "Hessian cancel",
        ),
        Mistake(
            lambda F, r: -np.linalg.solve(F.T @ F, F.T @ r),
            "this goes uphill; a residual is actual minus predicted",
        ),
        Mistake(lambda F, r: F.T @ r, "the matrix is missing; this is a gradient step"),
        Mistake(
            lambda F, r: 2 * F.T @ r, "this is minus the gradient, without the matrix"
        ),
        Mistake(
            lambda F, r: (F.T @ F) @ (F.T @ r),
            "the matrix is applied but not inverted; solve a system with it",
        ),
        Mistake(
            lambda F, r: (F.T @ r) / np.diag(F.T @ F),
            "only the diagonal of the matrix is used",
        ),
    ),
)

CHECKS = (GAUSS_NEWTON,)
