"""Ask for another kernel, one that a submission brings along.

Seen: a file /tmp/MARK, or marks for tasks without an answer.
"""

# %% make
book["metadata"]["kernelspec"] = {"name": "mine", "display_name": "mine", "language": "sh"}
(folder / "kernels" / "mine").mkdir(parents=True)
(folder / "kernels" / "mine" / "kernel.json").write_text(json.dumps(
    {"argv": ["touch", "/tmp/@MARK@"], "display_name": "mine", "language": "sh"}))
