"""Frictionless data packages."""
import json
import os
from typing import Any, Dict, Mapping, Union

from ._ffi import call, lib
from ._reading import Tables, tables_in
from ._sinks import text_of


def describe_package(source: Union[Tables, str, "os.PathLike[str]"]
                     ) -> Dict[str, Any]:
    """The descriptor of a folder's tables, or of `{"units.csv": text, …}`:
    what datapackage.json says of their columns, types, keys and references.
    `Plan.read()` and `Dataset.read()` take a path to one, too."""
    if isinstance(source, Mapping):
        given = tables_in(source)
        return json.loads(text_of(lambda sink: call(
            lib.attain_write_package_tables, given, len(given), None, sink,
            None)))
    folder = os.fsencode(source)
    return json.loads(text_of(lambda sink: call(
        lib.attain_write_package, folder, None, sink, None)))
