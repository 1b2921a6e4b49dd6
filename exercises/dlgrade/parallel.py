"""Spreads the execution of submissions over workers; they know no gradebook.

A task is plain data: notebooks as text, files as bytes. So a worker needs this package
and bubblewrap, and neither the course nor its folders.
"""

import contextlib
import os
import sys
from pathlib import Path

import nbformat

from .grade import demand_sandbox, execute
from .sandbox import Limits, SandboxUnavailable

AHEAD = 3  # tasks that wait for each worker; the others wait here
WORKER_MEMORY = "2GiB"


def run_task(task):
    """Execute all notebooks of one submission; return {name: (text, log)}.

    Runs on a worker. An error in the grader itself becomes part of the result, so that
    the class goes on.
    """
    demand_sandbox(task["unsafe"])
    done = {}
    for name, (book, source) in task["books"].items():
        graded, log = execute(
            nbformat.reads(book, 4),
            nbformat.reads(source, 4),
            Limits(**task["limits"]),
            student=task["student"],
            seed=task["seed"],
            files=task["files"],
            student_files=task["student_files"],
            unsafe=task["unsafe"],
        )
        done[name] = nbformat.writes(graded), log | {"worker": os.getpid()}
    return done


def here(tasks):
    """Run tasks one after the other in this process; yield (task, result, error)."""
    for task in tasks:
        try:
            yield task, run_task(task), None
        except SandboxUnavailable:
            raise
        except Exception as error:
            yield task, None, error


@contextlib.contextmanager
def client_for(workers, scheduler):
    """Open a client of dask.distributed: of a cluster here, or of one elsewhere."""
    from distributed import Client, LocalCluster

    if scheduler:
        with Client(scheduler, timeout=20) as client:
            yield client
        return
    package = str(Path(__file__).parents[1])
    if package not in sys.path:
        sys.path.insert(0, package)  # workers take over this list
    with (
        LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",
            memory_limit=WORKER_MEMORY,
            silence_logs=50,
        ) as cluster,
        Client(cluster) as client,
    ):
        yield client


def spread(tasks, workers, scheduler=None):
    """Run tasks on workers; yield (task, result, error) as they are done."""
    with client_for(workers, scheduler) as client:
        from distributed import as_completed

        tasks, running = iter(tasks), {}
        done = as_completed([])
        room = AHEAD * max(workers, len(client.scheduler_info()["workers"]), 1)

        def send_one():
            task = next(tasks, None)
            if task is not None:
                future = client.submit(run_task, task, pure=False, retries=1)
                running[future.key] = task
                done.add(future)

        for _ in range(room):
            send_one()
        for future in done:
            task = running.pop(future.key)
            error = future.exception()
            if isinstance(error, SandboxUnavailable):
                raise error
            result = None if error else future.result()
            future.release()
            yield task, result, error
            send_one()
