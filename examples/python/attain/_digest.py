"""What a result rests on, named by a number."""
import os
from typing import Union

from ._ffi import encode, filled, lib


def digest_folder(folder: Union[str, "os.PathLike[str]"]) -> str:
    """SHA-256 of the tables in a folder, as 64 hexadecimal digits: what
    ``cd FOLDER && LC_ALL=C sha256sum *.csv | sha256sum`` prints."""
    return filled(lib.attain_digest_folder,
                  encode(os.fspath(folder), "folder")).decode("ascii")
