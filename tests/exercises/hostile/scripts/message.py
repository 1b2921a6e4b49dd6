"""A script in an error message, its name and its colored traceback.

Seen: it would run when the instructor opens the notebook or the page.
"""

# %% mean-squared-error
evil = "<script>window.breach = 1</script><img src=x onerror='window.breach=1'>"
kind = type(evil, (Exception,), {})
def mean_squared_error(prediction, target):
    raise kind("\x1b[31m" + evil + "\x1b]8;;javascript:window.breach=1\x07x")
raise kind(evil)
