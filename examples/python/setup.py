"""Builds a wheel that holds the library, for every Python 3 of this platform:

    pip install examples/python

Needs CMake and a C compiler, or the built library's file in ATTAIN_LIBRARY.
"""
import os
import re
import shutil
import subprocess
import sys

from setuptools import Distribution, setup
from setuptools.command.build_py import build_py
from wheel.bdist_wheel import bdist_wheel

HERE = os.path.dirname(os.path.abspath(__file__))
TREE = os.path.dirname(os.path.dirname(HERE))
WORK = os.path.join(TREE, "build", "python")  # the sources stay clean
NAMES = {"win32": ("attain.dll", "libattain.dll"),
         "darwin": ("libattain.dylib",)}.get(sys.platform, ("libattain.so",))


def version():
    """The version of the headers."""
    with open(os.path.join(TREE, "include", "attain", "base.h"),
              encoding="utf-8") as file:
        return ".".join(re.findall(
            r"#define ATTAIN_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)",
            file.read()))


def library():
    """The library's file: the one that is given, or one built here."""
    given = os.environ.get("ATTAIN_LIBRARY")
    if given:
        return given
    build = os.path.join(WORK, "library")
    subprocess.run(["cmake", "-S", TREE, "-B", build,
                    "-DCMAKE_BUILD_TYPE=Release",
                    "-DATTAIN_BUILD_EXAMPLES=OFF"], check=True)
    subprocess.run(["cmake", "--build", build, "--config", "Release",
                    "--target", "attain_shared"], check=True)
    for folder, _, files in os.walk(build):
        for name in NAMES:
            if name in files:
                return os.path.join(folder, name)
    raise FileNotFoundError("the build made none of " + ", ".join(NAMES))


class WithLibrary(build_py):
    """Puts the library beside the package's modules."""

    def run(self):
        super().run()
        shutil.copyfile(library(),
                        os.path.join(self.build_lib, "attain", NAMES[0]))


class AnyPython3(bdist_wheel):
    """The library is of a platform, but of no Python's binary interface."""

    def finalize_options(self):
        super().finalize_options()
        self.root_is_pure = False

    def get_tag(self):
        return "py3", "none", super().get_tag()[2]


class Binary(Distribution):
    def has_ext_modules(self):
        return True


os.makedirs(WORK, exist_ok=True)
setup(
    name="attain",
    version=version(),
    description="How far an education development plan has been kept",
    license="MIT",
    python_requires=">=3.8",
    packages=["attain"],
    package_data={"attain": ["py.typed"]},
    distclass=Binary,
    cmdclass={"build_py": WithLibrary, "bdist_wheel": AnyPython3},
    options={"build": {"build_base": os.path.join(WORK, "work")},
             "egg_info": {"egg_base": WORK}},
)
