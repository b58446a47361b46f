"""Where the library's writers write to: a path, or a binary file."""
import io
import os
from ctypes import string_at
from typing import Any, Callable, List, Optional

from . import _structs
from ._errors import CallbackError


def write_through(target: Any, run: Callable[[Any], None]) -> None:
    """Calls `run` with a sink that writes to the path or file."""
    if isinstance(target, (str, os.PathLike)):
        with open(target, "wb") as file:
            write_through(file, run)
        return
    failed: List[BaseException] = []

    def sink(address: int, length: int, _: Any) -> int:
        try:
            _write_whole(target.write, string_at(address, length))
            return 0
        except BaseException as error:  # it must not get lost in C
            failed.append(error)
            return 1

    try:
        run(_structs.Sink(sink))
    except CallbackError:
        raise failed[0]


def text_of(run: Callable[[Any], None]) -> str:
    """What `run` writes, as text."""
    out = io.BytesIO()
    write_through(out, run)
    return out.getvalue().decode("utf-8")


def _write_whole(write: Callable[[bytes], Optional[int]],
                 data: bytes) -> None:
    """Writes all bytes, also to a raw file that takes some at a time."""
    while data:
        taken = write(data)
        if taken is None or taken >= len(data):
            return
        data = data[taken:]
