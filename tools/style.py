"""How the library reads, as rules on its syntax trees; each returns its findings."""

import ast
import re

MOST_LINES = 399
MOST_FUNCTION_LINES = 19
SHARE_OF_SHORT_FUNCTIONS = 0.9

# What NumPy 2, CuPy 14 and the array API standard all have under one name.
COMMON_FUNCTIONS = frozenset(
    """abs add arange argmax asarray astype bool broadcast_to clip concat equal exp
    expand_dims flip float32 float64 int64 log log1p matmul max maximum mean min minimum
    moveaxis ones ones_like permute_dims repeat reshape sign sqrt squeeze stack sum
    take take_along_axis tanh tensordot tril where zeros zeros_like""".split()  # noqa: SIM905
)
# Methods of NumPy's arrays that other libraries lack or spell otherwise.
ARRAY_METHODS = frozenset(
    """all any argmax argmin argsort astype clip cumsum diagonal dot fill flatten item
    max mean min nonzero prod ravel repeat reshape round squeeze std sum swapaxes take
    tobytes tolist transpose var view""".split()  # noqa: SIM905
)


def tree_of(source):
    """Return the syntax tree, each node knowing its parent."""
    tree = ast.parse(source)
    for parent in ast.walk(tree):
        for child in ast.iter_child_nodes(parent):
            child.parent = parent
    return tree


def functions(tree):
    """Return all functions and methods."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(tree) if isinstance(node, kinds)]


def is_public(node):
    """Whether a function or class, and all that it stands in, has a public name."""
    while not isinstance(node, ast.Module):
        if getattr(node, "name", "").startswith("_"):
            return False
        if isinstance(node.parent, ast.FunctionDef):
            return False
        node = node.parent
    return True


# Size


def long_file(source):
    """A file stays under 400 lines."""
    lines = len(source.splitlines())
    return [f"1: {lines} lines, at most {MOST_LINES}"] if lines > MOST_LINES else []


def long_functions(sources):
    """Nine functions in ten are under 20 lines, docstrings not counted."""
    lengths = []
    for path, source in sources.items():
        for node in functions(tree_of(source)):
            lengths.append((_code_lines(node), f"{path}:{node.lineno} {node.name}"))
    long = [name for length, name in lengths if length > MOST_FUNCTION_LINES]
    allowed = (1 - SHARE_OF_SHORT_FUNCTIONS) * len(lengths)
    return long if len(long) > allowed else []


def _code_lines(function):
    """Return the lines of a function without those of its docstring."""
    lines = function.end_lineno - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is not None:
        lines -= first.end_lineno - first.lineno + 1
    return lines


# Docstrings and types


def docstrings(source):
    """A docstring opens with one sentence, and what it lists is what there is."""
    tree = tree_of(source)
    found = [] if ast.get_docstring(tree) else ["1: the module has no docstring"]
    for node in ast.walk(tree):
        if not isinstance(node, ast.FunctionDef | ast.ClassDef) or not is_public(node):
            continue
        text = ast.get_docstring(node)
        if text is None:
            problems = _without_docstring(node)
        else:
            problems = [*_opening(text), *_arguments(node, text), *_errors(node, text)]
        found += [f"{node.lineno}: {node.name}: {problem}" for problem in problems]
    return found


def _without_docstring(node):
    """Excuse what another docstring tells: that of the op, or of the property."""
    told_by_class = node.name in ("forward", "backward") or node.name.startswith("__")
    setters = [getattr(d, "attr", "") == "setter" for d in node.decorator_list]
    return [] if told_by_class or any(setters) else ["no docstring"]


def _opening(text):
    summary = text.split("\n\n")[0].strip()
    return [] if summary.endswith((".", ":")) else ["the summary is not a sentence"]


def _arguments(node, text):
    """Args, or without them the text where there are four or more, tell of each."""
    section = re.search(r"^Args:\n(.*?)(?=^\S|\Z)", text, flags=re.M | re.S)
    names = _parameters(node)
    if names is None or re.search(r"[Ss]ee (there|`)", text):
        return []
    told = set(re.findall(r"[A-Za-z_]\w*", section[1] if section else text))
    if section is None and (isinstance(node, ast.ClassDef) or len(names) < 4):
        told.update(names)  # few arguments may be clear from their names alone
    problems = [f"does not tell of {name}" for name in names if name not in told]
    if section is None or isinstance(node, ast.ClassDef):
        return problems
    # "x, y: ..." introduces names at the start of a line
    heads = re.findall(r"^    ([\w`*, ]+):", section[1], flags=re.M)
    listed = {name.strip("`* ") for head in heads for name in head.split(",")}
    listed = {name for name in listed if name.isidentifier()}
    unknown = sorted(listed - {*names, *_gathered(node)})
    return problems + [f"tells of {name}, which is no argument" for name in unknown]


def _parameters(node):
    """Return the names of a function's parameters, or of those of a class's start."""
    if isinstance(node, ast.ClassDef):
        starts = [f for f in node.body if getattr(f, "name", "") == "__init__"]
        if not starts:
            return None
        node = starts[0]
    arguments = node.args
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    return [a.arg for a in every if a.arg not in ("self", "cls")]


def _gathered(function):
    """Return the names of *these and **those."""
    return [a.arg for a in (function.args.vararg, function.args.kwarg) if a]


def _errors(node, text):
    """A function that raises says so."""
    if not isinstance(node, ast.FunctionDef):
        return []
    raises = any(isinstance(inner, ast.Raise) and inner.exc for inner in ast.walk(node))
    told = re.search(r"[Rr]aise|[Rr]efuse|[Ee]xplain|[Cc]heck", text)
    return (
        ["it raises, and the docstring does not say so"] if raises > bool(told) else []
    )


def half_annotated(source):
    """A public function states all of its types or none."""
    found = []
    for node in functions(tree_of(source)):
        names = _parameters(node) or []
        every = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        typed = [a.arg for a in every if a.annotation is not None]
        missing = [name for name in names if name not in typed]
        if is_public(node) and (typed or node.returns) and missing:
            found.append(f"{node.lineno}: {node.name}: no type for {missing}")
    return found


# What mathematics may use


def array_use(source):
    """Only array functions that all array libraries share, and no array methods."""
    found = []
    for node in ast.walk(tree_of(source)):
        if not isinstance(node, ast.Attribute):
            continue
        if _is_library(node.value) and node.attr not in COMMON_FUNCTIONS:
            found.append(f"{node.lineno}: xp.{node.attr} is not in every array library")
        if _is_array_method(node):
            found.append(f"{node.lineno}: .{node.attr}() is a method of NumPy's arrays")
    return found


def _is_library(node):
    """Whether an expression is `xp` or `xp_of(...)`."""
    if isinstance(node, ast.Call):
        node = node.func
        return isinstance(node, ast.Name) and node.id == "xp_of"
    return isinstance(node, ast.Name) and node.id == "xp"


def _is_array_method(node):
    called = isinstance(node.parent, ast.Call) and node.parent.func is node
    if not called or node.attr not in ARRAY_METHODS or _is_library(node.value):
        return False
    owner = node.value
    namespaces = ("ops", "math", "backend", "self")
    return not (isinstance(owner, ast.Name) and owner.id in namespaces)


def numpy_use(source):
    """No `np.`: which library works on an array is the array's affair."""
    found = []
    for node in ast.walk(tree_of(source)):
        modules = []
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            modules = [node.module or ""]
        if any(module.split(".")[0] == "numpy" for module in modules):
            found.append(f"{node.lineno}: imports numpy")
        if isinstance(node, ast.Name) and node.id in ("np", "numpy"):
            found.append(f"{node.lineno}: uses {node.id}")
    return found


def asserts(source):
    """Errors are explained to the user; `assert` explains nothing."""
    return [
        f"{node.lineno}: assert in the library"
        for node in ast.walk(tree_of(source))
        if isinstance(node, ast.Assert)
    ]


def cupy_use(source):
    """Only the backend knows CuPy."""
    return [
        f"{number}: names CuPy"
        for number, line in enumerate(source.splitlines(), start=1)
        if "cupy" in line.lower()
    ]


# Words

WORDS = {
    "an unfinished mark": re.compile(r"\b(TOD[O]|FIXM[E]|XX[X])\b"),
    "a path of one machine": re.compile(r"(?<![\w.:/-])/(work|home|root|Users)/\w"),
    "a host of one network": re.compile(
        r"https?://(?:[\w.-]*\.(?:internal|local|corp|lan)\b|10\.|192\.168\.)"
    ),
    "a reference to something outside": re.compile(
        r"\bthe brief (says|asks|wants)\b|\bseed 0\d\d\b|\[0\d\d[\],]", re.I
    ),
}
ITEM = re.compile(r"\bC\d{1,2}\.\d\d\b")
PLACEHOLDER = re.compile("NN|NAME")
TEXT_FILE = re.compile(r"(?<![\w./*-])([\w./-]+\.md)\b")


def words(text, items_allowed=False):
    """Return words that do not belong into a tracked file.

    Args:
        text: what the file holds.
        items_allowed: whether numbers of the curriculum's items may stand here.
    """
    patterns = WORDS if items_allowed else {**WORDS, "an item number": ITEM}
    return [
        f"{number}: {what}: {match[0]}"
        for number, line in enumerate(text.splitlines(), start=1)
        for what, pattern in patterns.items()
        if (match := pattern.search(line))
    ]


def references(text, files):
    """Return the text files referred to that are not among the files.

    Args:
        text: what a file holds.
        files: names of all files of the repository.
    """
    names = {file.rsplit("/", 1)[-1] for file in files}
    return [
        f"{number}: no such file: {name}"
        for number, line in enumerate(text.splitlines(), start=1)
        for name in TEXT_FILE.findall(line)
        if name.rsplit("/", 1)[-1] not in names and not PLACEHOLDER.search(name)
    ]
