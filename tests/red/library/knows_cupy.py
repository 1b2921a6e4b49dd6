"""A layer that asks for CuPy itself."""

import cupy

GPU = cupy.cuda.is_available()
