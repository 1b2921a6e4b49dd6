"""The bridge between the student's kernel and the test kernel; both can import it.

Only plain data crosses: None, bool, numbers, str, bytes, list, tuple, dict, set,
frozenset, range, slice, and NumPy arrays and scalars without objects. A function or
object of the student stays where it is; the tests hold a proxy that can be called and
asked for attributes, nothing else. The test kernel believes nothing that it reads.
"""
