"""The Arrow C data interface: capsules of it out, and batches of it in.

Needs no other package: whatever speaks the interface (pyarrow, polars,
duckdb, nanoarrow, …) reads `__arrow_c_array__` and `__arrow_c_stream__`, and
gives its own.
"""
import ctypes
from ctypes import POINTER, byref, c_char_p, c_void_p, py_object
from typing import Any, Iterator, Optional, Tuple

from . import _structs
from ._ffi import call, lib

_SCHEMA, _ARRAY, _STREAM = b"arrow_schema", b"arrow_array", \
    b"arrow_array_stream"
_KINDS = {_SCHEMA: _structs.ArrowSchema, _ARRAY: _structs.ArrowArray,
          _STREAM: _structs.ArrowArrayStream}

_api = ctypes.pythonapi
_api.PyCapsule_New.restype = py_object
_api.PyCapsule_New.argtypes = [c_void_p, c_char_p, c_void_p]
_api.PyMem_RawCalloc.restype = c_void_p
_api.PyMem_RawCalloc.argtypes = [ctypes.c_size_t, ctypes.c_size_t]
_api.PyMem_RawFree.argtypes = [c_void_p]
# the same functions on a capsule that is being destroyed, which may not be
# referred to any more, and on one that is alive
_dying = ctypes.PYFUNCTYPE(c_void_p, c_void_p, c_char_p)(
    ("PyCapsule_GetPointer", _api))
_pointer_of = ctypes.PYFUNCTYPE(c_void_p, py_object, c_char_p)(
    ("PyCapsule_GetPointer", _api))


def _destructor(name: bytes) -> Any:
    """What a capsule calls at its end: gives back what nobody has taken."""
    kind = _KINDS[name]

    def destroy(capsule: int, pointer_of: Any = _dying, kind: Any = kind,
                name: bytes = name, free: Any = _api.PyMem_RawFree) -> None:
        address = pointer_of(capsule, name)
        held = kind.from_address(address)
        if held.release:
            held.release(held)
        free(address)

    made = ctypes.PYFUNCTYPE(None, c_void_p)(destroy)
    # capsules may outlive this module: it is never freed
    _api.Py_IncRef(py_object(made))
    return ctypes.cast(made, c_void_p).value


_DESTRUCTORS = {name: _destructor(name) for name in _KINDS}


def _capsule(name: bytes) -> Tuple[Any, Any]:
    """An empty struct, and the capsule that owns it."""
    kind = _KINDS[name]
    address = _api.PyMem_RawCalloc(1, ctypes.sizeof(kind))
    if not address:
        raise MemoryError
    return kind.from_address(address), _api.PyCapsule_New(
        address, name, _DESTRUCTORS[name])


class ArrowTable:
    """What can be read as one record batch."""

    def _export(self, schema: Any, array: Any) -> None:
        """Fills the structs; one of them may be None."""
        raise NotImplementedError

    def __arrow_c_schema__(self) -> Any:
        schema, capsule = _capsule(_SCHEMA)
        self._export(byref(schema), None)
        return capsule

    def __arrow_c_array__(self, requested_schema: Any = None
                          ) -> Tuple[Any, Any]:
        """A capsule with the schema and one with the record batch. Another
        schema may be asked for, but is not made."""
        schema, schema_capsule = _capsule(_SCHEMA)
        array, array_capsule = _capsule(_ARRAY)
        self._export(byref(schema), byref(array))
        return schema_capsule, array_capsule

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """A capsule with a stream of one record batch."""
        stream, capsule = _capsule(_STREAM)
        schema, array = _structs.ArrowSchema(), _structs.ArrowArray()
        self._export(byref(schema), byref(array))
        call(lib.attain_arrow_to_stream, byref(schema), byref(array),
             byref(stream))
        return capsule


def _taken(capsule: Any, name: bytes) -> Any:
    """The struct of somebody's capsule, which goes on owning it."""
    return ctypes.cast(_pointer_of(capsule, name), POINTER(_KINDS[name]))


def batches(source: Any) -> Iterator[Tuple[Any, Any]]:
    """The schema and each record batch of anything that speaks the interface;
    they are good until the next one is asked for."""
    if hasattr(source, "__arrow_c_stream__"):
        capsule = source.__arrow_c_stream__()
        yield from _streamed(_taken(capsule, _STREAM))
    elif hasattr(source, "__arrow_c_array__"):
        schema, array = source.__arrow_c_array__()
        yield _taken(schema, _SCHEMA), _taken(array, _ARRAY)
    else:
        raise TypeError("%s has neither __arrow_c_stream__ nor "
                        "__arrow_c_array__" % type(source).__name__)


def _streamed(stream: Any) -> Iterator[Tuple[Any, Any]]:
    schema = _structs.ArrowSchema()
    _stream_call(stream, stream.contents.get_schema, schema)
    try:
        while True:
            array = _structs.ArrowArray()
            _stream_call(stream, stream.contents.get_next, array)
            if not array.release:
                return
            try:
                yield ctypes.pointer(schema), ctypes.pointer(array)
            finally:
                if array.release:
                    array.release(array)
    finally:
        schema.release(schema)


def _stream_call(stream: Any, function: Any, out: Any) -> None:
    code = function(stream, byref(out))
    if code:
        said: Optional[Any] = stream.contents.get_last_error(stream)
        raise OSError(code, ctypes.cast(said, c_char_p).value.decode(
            "utf-8", "replace") if said else "the stream failed")
