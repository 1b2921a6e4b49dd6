"""The structure of the PDF, for readers that speak: headings, lists, tables, figures.

Chromium gives each page that it prints a tree of tags. `Tags` joins these trees to one,
with a part for each page, and leaves out elements that only wrap others: they are most
of all, and say nothing. The numbers of sheets and links, by which contents find their
elements, go on from page to page.
"""

from itertools import groupby

from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    TextStringObject,
)

WRAPPERS = {"/NonStruct", "/Form", "/Div"}
GROUPS = {"/Part", "/Art", "/Sect"}  # hold paragraphs, and no text of their own
TEXT = {"/Link", "/Em", "/Strong", "/Code", "/Lbl", "/Span", "/Formula"}
FORMULA = "Formula: "  # how the description of one begins (pdf.js)
TOLD = {"/Scope": None, "/ListNumbering": None, "/RowSpan": 1, "/ColSpan": 1}


class Tags:
    """The trees of all pages printed so far, under one root."""

    def __init__(self, writer):
        self.writer, self.parts = writer, ArrayObject()
        self.owners = ArrayObject()  # number of a sheet or link, whose it is, and so on
        self.next = 0
        self.root = self.object(Type=NameObject("/StructTreeRoot"))
        self.document = self.object(
            S=NameObject("/Document"), P=self.root, K=self.parts
        )

    def object(self, **entries):
        """Add a dictionary to the file; return the reference to it."""
        return self.writer._add_object(dictionary(**entries)).indirect_reference

    def add(self, reader, sheets, first=False):
        """Join the tree of a page, printed and put into the file as `sheets`."""
        tree = reader.trailer["/Root"]["/StructTreeRoot"]
        copy = Copy(self, reader, sheets)
        part = self.object(S=NameObject("/Part"), P=self.document)
        copy.adopt(part, copy.kids(tree.raw_get("/K")))
        self.parts.insert(0 if first else len(self.parts), part)
        numbers = tree["/ParentTree"]["/Nums"]
        for number, owner in zip(numbers[::2], numbers[1::2], strict=True):
            self.owners += [NumberObject(self.next + number), copy.owner(owner)]
        self.next += tree["/ParentTreeNextKey"]

    def finish(self):
        """Make the joined tree the one of the file."""
        numbers = self.object(Nums=self.owners)
        self.root.get_object().update(
            dictionary(
                K=ArrayObject([self.document]),
                ParentTree=numbers,
                ParentTreeNextKey=NumberObject(self.next),
            )
        )
        self.writer.root_object.update(
            dictionary(
                StructTreeRoot=self.root,
                MarkInfo=dictionary(Marked=BooleanObject(True)),
                ViewerPreferences=dictionary(DisplayDocTitle=BooleanObject(True)),
                Lang=TextStringObject("en"),
            )
        )


class Copy:
    """One tree on its way: what its sheets, links and elements became.

    A kid of an element is the reference to another, or a mark: (number of the element
    that had it, its sheet, what stands for it).
    """

    def __init__(self, tags, reader, sheets):
        self.tags, self.heirs, self.moved = tags, {}, {}
        for printed, sheet in zip(reader.pages, sheets, strict=True):
            self.moved[printed.indirect_reference.idnum] = sheet.indirect_reference
            self.number(printed, sheet, "/StructParents")
            olds, news = printed.get("/Annots", []), sheet.get("/Annots", [])
            for old, new in zip(olds, news, strict=True):
                self.moved[old.idnum] = new
                self.number(old.get_object(), new.get_object(), "/StructParent")

    def number(self, old, new, key):
        """Give what was printed its number in the joined tree."""
        if key in old:
            new[NameObject(key)] = NumberObject(self.tags.next + old[key])

    def owner(self, old):
        """Return whose contents are now: one element, or one for each mark."""
        if isinstance(old.get_object(), ArrayObject):
            return ArrayObject(map(self.owner, old.get_object()))
        return self.heirs.get(getattr(old, "idnum", None), NullObject())

    def kept(self, reference):
        """Return what is left of an element: itself, its kids, or nothing."""
        old, kids = reference.get_object(), self.kids(reference)
        kind = kind_of(old, kids)
        if not kind:
            return kids
        new = self.tags.object(S=NameObject(kind), **facts(old))
        self.adopt(new, kids)
        return [new]

    def kids(self, reference):
        """Return what is left of the kids of an element."""
        old, found = reference.get_object(), []
        kids = old.get("/K", [])
        for kid in kids if isinstance(kids, ArrayObject) else [old.raw_get("/K")]:
            inside = kid.get_object()
            if isinstance(inside, DictionaryObject) and "/S" in inside:
                found += self.kept(kid)
            else:
                found.append((reference.idnum, *self.mark(inside, old)))
        return found

    def mark(self, inside, element):
        """Return sheet and number of a mark, or what refers to a link or a drawing."""
        if isinstance(inside, int):
            return self.sheet(element), inside
        sheet = self.sheet(inside if "/Pg" in inside else element)
        new = dictionary(Type=inside["/Type"], Pg=sheet)
        if "/Obj" in inside:
            new.update(dictionary(Obj=self.moved[inside.raw_get("/Obj").idnum]))
        elif "/Stm" in inside:
            stream = inside.raw_get("/Stm").clone(self.tags.writer)
            self.number(inside["/Stm"], stream.get_object(), "/StructParents")
            new.update(dictionary(Stm=stream, MCID=inside["/MCID"]))
        else:
            return sheet, inside["/MCID"]
        return sheet, new

    def sheet(self, old):
        """Return the sheet that an element or a mark stands on."""
        return self.moved[old.raw_get("/Pg").idnum]

    def adopt(self, new, kids):
        """Give an element its kids; what is mere text in a group, as paragraphs."""
        element = new.get_object()
        if element["/S"] in GROUPS:
            kids = self.paragraphs(kids)
        marks = [kid for kid in kids if isinstance(kid, tuple)]
        self.heirs.update((leaf, new) for leaf, _, _ in marks)
        for kid in kids:
            if isinstance(kid, IndirectObject):
                kid.get_object()[NameObject("/P")] = new
        if marks:
            element.update(dictionary(Pg=marks[0][1]))
        listed = [entry(kid, element) for kid in kids]
        element.update(dictionary(K=ArrayObject(listed)))

    def paragraphs(self, kids):
        """Return kids with a paragraph for each run of text."""
        found = []
        for is_run, run in groupby(kids, is_text):
            if is_run:
                paragraph = self.tags.object(S=NameObject("/P"))
                self.adopt(paragraph, list(run))
                run = [paragraph]
            found += run
        return found


def dictionary(**entries):
    """Return a dictionary of a PDF."""
    return DictionaryObject({NameObject(f"/{k}"): v for k, v in entries.items()})


def kind_of(old, kids):
    """Return the kind of an element now; empty if only its kids are kept."""
    kind, alt = old["/S"], old.get("/Alt")
    if alt:
        return "/Formula" if alt.startswith(FORMULA) else "/Figure"
    if kind == "/Figure" or kind in WRAPPERS:  # a figure without words is its parts
        block = kind in ("/Div", "/Figure") and kids and all(map(is_text, kids))
        return "/P" if block else ""
    return kind if kids else ""


def is_text(kid):
    """Return whether a kid stands within a line."""
    return isinstance(kid, tuple) or kid.get_object()["/S"] in TEXT


def facts(old):
    """Return what an element says of itself: its description, its scope or span."""
    attributes = ArrayObject()
    for attribute in old.get("/A", []):
        told = {k: v for k, v in attribute.items() if k in TOLD and v != TOLD[k]}
        if told:
            owner = {NameObject("/O"): attribute["/O"]}
            attributes.append(DictionaryObject(owner | told))
    entries = {"Alt": old["/Alt"]} if "/Alt" in old else {}
    return entries | ({"A": attributes} if attributes else {})


def entry(kid, element):
    """Return what stands for a kid in the list of its element."""
    if not isinstance(kid, tuple):
        return kid
    _, sheet, mark = kid
    if isinstance(mark, DictionaryObject):
        return mark
    if sheet == element.raw_get("/Pg"):
        return NumberObject(mark)
    return dictionary(Type=NameObject("/MCR"), Pg=sheet, MCID=NumberObject(mark))
