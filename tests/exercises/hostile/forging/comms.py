"""Open comm channels and send widget state to the grader.

Seen: widget views or state in the graded notebook.
"""

# %% mean-squared-error
kernel = get_ipython().kernel
for number in range(100):
    kernel.session.send(
        kernel.iopub_socket, "comm_open",
        {"comm_id": str(number), "target_name": "jupyter.widget",
         "data": {"state": {"_model_name": "@MARK@"}}, "metadata": {}},
        parent=kernel.get_parent("shell"),
    )
