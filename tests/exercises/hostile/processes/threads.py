"""Start 2000 threads.

Seen: BREACH would be printed.
"""

# %% mean-squared-error
import threading, time
try:
    for _ in range(2000):
        threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
    print("BRE" "ACH")
except RuntimeError as error:
    print(error)
