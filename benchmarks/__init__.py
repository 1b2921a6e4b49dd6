"""How quick dlcore is, as ratios to PyTorch within one run.

`make bench` runs `python -m benchmarks`. Each file in `workloads/` is one comparison;
`harness.py` runs and tabulates them. Times depend on the machine and on what else it
does; ratios of interleaved runs much less.
"""
