"""Objects of the library, and memory shared with it."""
import ctypes
import sys
import threading
import weakref
from array import array
from collections import Counter
from contextlib import contextmanager
from ctypes import c_double, c_int32, c_uint8, py_object
from typing import Any, Callable, Iterator, List, Tuple

_FORMATS = {"d": c_double, "i": c_int32, "B": c_uint8}
_SIZES = {"d": 8, "i": 4, "B": 1}
_CONTENTS = {"d": "doubles", "i": "32-bit integers"}


class Handle:
    """Owns an object of the library.

    Any number of threads may read it at once; whoever changes or closes it
    waits until it is alone. The object is destroyed once: by close(), at the
    end of a `with` block, or when nothing refers to it any more.
    """

    def __init__(self, pointer: Any, destroy: Callable[[Any], None]) -> None:
        self._pointer = pointer
        self._finalizer = weakref.finalize(self, destroy, pointer)
        # memory that goes with the process needs no freeing at its end
        self._finalizer.atexit = False
        self._condition = threading.Condition()
        self._readers: Counter = Counter()
        self._writer = 0
        self._lent: List[Callable[[], Any]] = []  # weak references

    @property
    def closed(self) -> bool:
        """True after close()."""
        return not self._finalizer.alive

    def close(self) -> None:
        """Destroys the object. Doing it again does nothing. BufferError while
        a view of it is alive."""
        if not self.closed:
            with self._changing():
                self._finalizer()

    def __enter__(self):
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()

    def __copy__(self):
        raise TypeError("%s cannot be copied" % type(self).__name__)

    def __reduce__(self):
        raise TypeError("%s cannot be copied or pickled"
                        % type(self).__name__)

    def _open(self) -> Any:
        if self.closed:
            raise ValueError("the %s is closed" % type(self).__name__.lower())
        return self._pointer

    @contextmanager
    def _reading(self) -> Iterator[Any]:
        """The pointer, while nobody changes the object."""
        me = threading.get_ident()
        with self._condition:
            while self._writer not in (0, me):
                self._condition.wait()
            pointer = self._open()
            self._readers[me] += 1
        try:
            yield pointer
        finally:
            with self._condition:
                self._readers[me] -= 1
                if self._readers[me] == 0:
                    del self._readers[me]
                    self._condition.notify_all()

    @contextmanager
    def _changing(self) -> Iterator[Any]:
        """The pointer, while nobody else uses the object."""
        name = type(self).__name__.lower()
        me = threading.get_ident()
        with self._condition:
            if self._writer == me or self._readers[me] > 0:
                raise RuntimeError("the %s is in use by this very call" % name)
            while self._writer or +self._readers:
                self._condition.wait()
            if self._living_views():
                raise BufferError("the %s cannot change while a view of it is "
                                  "alive; release the view" % name)
            pointer = self._open()
            self._writer = me
        try:
            yield pointer
        finally:
            with self._condition:
                self._writer = 0
                self._condition.notify_all()

    def _living_views(self) -> List[Callable[[], Any]]:
        return [view for view in self._lent if view() is not None]

    def _lend(self, pointer: Any, count: int, code: str) -> memoryview:
        """Memory of the object as a read-only view that keeps it alive."""
        kind = _FORMATS[code] * count
        if count:
            shared = kind.from_address(ctypes.addressof(pointer.contents))
        else:
            shared = kind()
        shared.owner = self
        with self._condition:
            self._lent = self._living_views() + [weakref.ref(shared)]
        return memoryview(shared).cast("B").cast(code).toreadonly()


class _Buffer(ctypes.Structure):
    """Py_buffer of CPython."""

    _fields_ = [
        ("buf", ctypes.c_void_p), ("obj", py_object),
        ("len", ctypes.c_ssize_t), ("itemsize", ctypes.c_ssize_t),
        ("readonly", ctypes.c_int), ("ndim", ctypes.c_int),
        ("format", ctypes.c_char_p), ("shape", ctypes.c_void_p),
        ("strides", ctypes.c_void_p), ("suboffsets", ctypes.c_void_p),
        ("internal", ctypes.c_void_p),
    ]


def _address(view: memoryview) -> int:
    """Where the bytes of a view are; the view must outlive its use. (ctypes
    itself gives this for writable memory alone.)"""
    buffer = _Buffer()
    api = ctypes.pythonapi
    api.PyObject_GetBuffer(py_object(view), ctypes.byref(buffer), 0)
    address = buffer.buf or 0
    api.PyBuffer_Release(ctypes.byref(buffer))
    return address


def _view(values: Any, what: str, code: str, writable: bool) -> memoryview:
    """Checks that a column can be shared with C as it is."""
    try:
        view = memoryview(values)
    except TypeError:
        raise TypeError(
            "%s must have the buffer protocol (array('%s'), a numpy array, a "
            "memoryview), not %s" % (what, code, type(values).__name__)
        ) from None
    same = {code, "@" + code, "=" + code}
    same.add(("<" if sys.byteorder == "little" else ">") + code)
    if view.format not in same or view.itemsize != _SIZES[code]:
        raise TypeError("%s must hold %s (format '%s'), not '%s'"
                        % (what, _CONTENTS[code], code, view.format))
    if view.ndim != 1:
        raise ValueError("%s must have one dimension, not %d"
                         % (what, view.ndim))
    if not view.c_contiguous:
        raise ValueError("%s must be contiguous" % what)
    if writable and view.readonly:
        raise ValueError("%s must be writable" % what)
    return view


def shared(values: Any, what: str, code: str = "d",
           writable: bool = False) -> Tuple[Any, int, memoryview]:
    """A column of the caller as a C array, without a copy: the array, its
    length, and the view to keep while C uses it."""
    view = _view(values, what, code, writable)
    count = len(view)
    kind = _FORMATS[code] * count
    return kind.from_address(_address(view)) if count else kind(), count, view


def doubles(values: Any, what: str) -> Tuple[Any, int, Any]:
    """As shared(), but a list of numbers (None: no value) is copied."""
    if isinstance(values, (list, tuple)):
        values = array("d", [float("nan") if v is None else v for v in values])
    return shared(values, what)


def integers(values: Any, what: str) -> Tuple[Any, int, Any]:
    """As doubles(), for 32-bit integers."""
    if isinstance(values, (list, tuple)):
        values = array("i", values)
    return shared(values, what, "i")
