"""An attachment of the written answer that is a page.

Seen: it would be in the page.
"""

# %% make
for cell in book["cells"]:
    if cell["metadata"].get("nbgrader", {}).get("grade_id") == "learning-rates":
        cell["source"] = "![x](attachment:x.svg) ![y](attachment:y.png)"
        evil = "PHNjcmlwdD53aW5kb3cuYnJlYWNoPTE8L3NjcmlwdD4="
        cell["attachments"] = {"x.svg": {"image/svg+xml": evil, "text/html": evil},
                               "y.png": {"image/png": "x\" onerror=\"window.breach=1"}}
