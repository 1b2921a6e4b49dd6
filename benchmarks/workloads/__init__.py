"""One file for each workload, with a function `build()` that returns it."""
