"""Fetch a page from a server on the grader's machine while a test runs.

Seen: the server of the test would have had a visit.
"""

# %% mean-squared-error
def mean_squared_error(prediction, target):
    import urllib.request
    return float(urllib.request.urlopen("http://127.0.0.1:@PORT@/", timeout=2).read())
