"""Objects of the library, and memory that they lend."""
import ctypes
import sys
import threading
import weakref
from typing import Any, Callable, Dict, List

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
        self._lock = threading.RLock()
        self._free = threading.Condition(self._lock)
        self._waiting = 0  # threads, for the object to be free
        self._readers: Dict[int, int] = {}  # of each thread, calls
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

    def _reading(self) -> "_Reading":
        """`with` it: the pointer, while nobody changes the object."""
        return _Reading(self)

    def _changing(self) -> "_Changing":
        """`with` it: the pointer, while nobody else uses the object."""
        return _Changing(self)

    def _wait(self) -> None:
        """Waits for a change of who uses the object; the lock is held."""
        self._waiting += 1
        try:
            self._free.wait()
        finally:
            self._waiting -= 1

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
        with self._lock:
            self._lent = self._living_views() + [weakref.ref(shared)]
        return memoryview(shared).cast("B").cast(code).toreadonly()


class _Reading:
    """One call that reads an object."""

    __slots__ = ("_of",)

    def __init__(self, of: Handle) -> None:
        self._of = of

    def __enter__(self) -> Any:
        of, me = self._of, threading.get_ident()
        with of._lock:
            while of._writer and of._writer != me:
                of._wait()
            pointer = of._open()
            of._readers[me] = of._readers.get(me, 0) + 1
        return pointer

    def __exit__(self, *_: Any) -> None:
        of, me = self._of, threading.get_ident()
        with of._lock:
            left = of._readers[me] - 1
            if left:
                of._readers[me] = left
            else:
                del of._readers[me]
                if of._waiting:
                    of._free.notify_all()


class _Changing:
    """One call that changes an object."""

    __slots__ = ("_of",)

    def __init__(self, of: Handle) -> None:
        self._of = of

    def __enter__(self) -> Any:
        of, me = self._of, threading.get_ident()
        name = type(of).__name__.lower()
        with of._lock:
            if of._writer == me or me in of._readers:
                raise RuntimeError("the %s is in use by this very call" % name)
            while of._writer or of._readers:
                of._wait()
            if of._lent and of._living_views():
                raise BufferError("the %s cannot change while a view of it is "
                                  "alive; release the view" % name)
            pointer = of._open()
            of._writer = me
        return pointer

    def __exit__(self, *_: Any) -> None:
        of = self._of
        with of._lock:
            of._writer = 0
            if of._waiting:
                of._free.notify_all()
