"""`python -m dlgrade` is the command `dlgrade`."""

import sys

from .cli import main

if __name__ == "__main__":
    sys.exit(main())
