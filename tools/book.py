"""Build the book and serve it: `make html`, `make book`.

python tools/book.py build            into _build/html; a warning is an error
python tools/book.py build --draft    only the pages that exist; warnings shown
python tools/book.py serve            build, then serve on this machine only
"""

import argparse
import functools
import http.server
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools import vendor

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "_build" / "html"
FIRST_PORT = 8000
JUPYTER_BOOK = "from jupyter_book.cli.main import main; main()"

# every warning is an error, a reference to nothing is a warning, all are shown, and
# no page is left as an earlier build found it (its warnings would not be repeated)
STRICT = ["-W", "-n", "--keep-going", "--all"]
FRONT_DOOR = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url=book/index.html">
<link rel="icon" href="_static/favicon.svg">
<title>Deep learning you can touch</title>
</head>
<body><main><h1><a href="book/index.html">Open the book</a></h1></main></body>
</html>
"""


def build(draft=False, folder=ROOT):
    """Build the notebooks as they are into `folder`/_build/html; return the status."""
    vendor.install()
    how = ["-n", "--toc", str(draft_contents())] if draft else STRICT
    command = [sys.executable, "-c", JUPYTER_BOOK, "build", ".", *how]
    print("Building the book ...", flush=True)
    result = subprocess.run(
        [*command, "--path-output", str(folder), "--quiet"],
        cwd=ROOT,
        env={**os.environ, "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    made = folder / "_build"
    (made / "book.log").write_text(result.stdout, encoding="utf-8")
    warnings = complaints(result.stdout)
    if result.returncode == 0:
        (made / "html" / ".nojekyll").touch()  # some hosts drop folders named _static
        (made / "html" / "index.html").write_text(FRONT_DOOR, encoding="utf-8")
        print("\n".join([*warnings, f"The book is in {made}/html: open index.html."]))
    else:
        print("\n".join(warnings) or result.stdout[-3000:])
    return result.returncode


def complaints(log):
    """Return the warnings and errors of a build log, one a line."""
    return [
        line.replace(f"{ROOT}/", "")
        for line in re.sub(r"\x1b\[[0-9;]*m", "", log).splitlines()
        if re.search(r"\b(WARNING|ERROR|SEVERE|CRITICAL)\b", line)
    ]


def contents():
    """Return all pages in reading order, the front page first, without their ending."""
    return [page for _, page in contents_by_part()]


def contents_by_part():
    """Return (caption of its part, page) in reading order, the front page first."""
    toc = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    pages = [
        (p["caption"], page["file"]) for p in toc["parts"] for page in p["chapters"]
    ]
    return [("", toc["root"]), *pages]


def chromium():
    """Return the path of Chromium, of $CHROMIUM first of all; empty without one."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = filter(None, map(shutil.which, names))
    return os.environ.get("CHROMIUM") or next(found, "")


def draft_contents():
    """Write a table of contents with only the pages that exist; return its path."""
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    for part in contents["parts"]:
        part["chapters"] = [
            page for page in part["chapters"] if list(ROOT.glob(f"{page['file']}.*"))
        ]
    contents["parts"] = [part for part in contents["parts"] if part["chapters"]]
    path = ROOT / "_build" / "draft_toc.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(yaml.safe_dump(contents, sort_keys=False), encoding="utf-8")
    return path


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_):
        """Print no line per request."""


class Server(http.server.ThreadingHTTPServer):
    """Does not mind a browser that leaves before its page is there."""

    def handle_error(self, request, client_address):
        """Print nothing."""


def server(folder=OUTPUT, first_port=FIRST_PORT):
    """Return a server for the folder on 127.0.0.1, at the first free port."""
    handler = functools.partial(Handler, directory=str(folder))
    for port in [*range(first_port, first_port + 20), 0]:
        try:
            return Server(("127.0.0.1", port), handler)
        except OSError:
            continue
    raise OSError("no free port on 127.0.0.1")


def serve():
    """Serve the built pages until Ctrl-C."""
    with server() as running:
        port = running.server_address[1]
        print(f"\nThe book: http://127.0.0.1:{port}/\nCtrl-C stops it.", flush=True)
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            print()
    return 0


def main(arguments=None):
    """Run the command line; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("command", choices=["build", "serve"])
    parser.add_argument("--draft", action="store_true", help="only pages that exist")
    options = parser.parse_args(arguments)
    status = build(options.draft)
    return serve() if options.command == "serve" and status == 0 else status


if __name__ == "__main__":
    sys.exit(main())
