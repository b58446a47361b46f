"""Objects of the library, and memory that they lend."""
import ctypes
import sys
import threading
import weakref
from collections import Counter
from contextlib import contextmanager
from typing import Any, Callable, Iterator, List

from ._columns import TYPES


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
        kind = TYPES[code] * count
        if count:
            shared = kind.from_address(ctypes.addressof(pointer.contents))
        else:
            shared = kind()
        shared.owner = self
        with self._condition:
            self._lent = self._living_views() + [weakref.ref(shared)]
        return memoryview(shared).cast("B").cast(code).toreadonly()
