"""A wheel built from the source tree, installed into a folder, and used from
there: with the library in it, for every Python 3.

    test_wheel.py [LIBRARY]

With LIBRARY the wheel takes that file; without, it builds one. Exit status 77
where pip, setuptools or wheel are not installed.
"""
import importlib.util
import os
import subprocess
import sys
import tempfile
import zipfile

ROOT = os.path.dirname(
    os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SOURCE = os.path.join(ROOT, "examples", "python")

USE = """
import os, attain
assert os.path.dirname(attain.__file__).startswith(os.getcwd()), attain
assert attain._ffi.lib._name.startswith(os.getcwd()), attain._ffi.lib._name
plan = attain.Plan.read(os.environ["PLAN"])
data = attain.Dataset.read(os.environ["DATA"])
print(attain.__version__, attain.evaluate(plan, data).root["score"])
"""


def main():
    for module in ("pip", "setuptools", "wheel"):
        if importlib.util.find_spec(module) is None:
            print("skip: %s is not installed for %s" % (module,
                                                        sys.executable))
            return 77
    environment = {name: value for name, value in os.environ.items()
                   if name != "ATTAIN_LIBRARY"}
    building = dict(environment)
    if len(sys.argv) > 1:
        building["ATTAIN_LIBRARY"] = os.path.abspath(sys.argv[1])
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q"]
    before = sorted(os.listdir(SOURCE))
    with tempfile.TemporaryDirectory() as work:
        subprocess.run(pip + ["wheel", "--no-build-isolation", "--no-deps",
                              "-w", work, SOURCE], env=building, check=True)
        wheel, = os.listdir(work)
        name, version, python, abi, platform = wheel[:-4].split("-")
        assert (name, python, abi) == ("attain", "py3", "none"), wheel
        assert platform != "any", wheel
        with zipfile.ZipFile(os.path.join(work, wheel)) as held:
            assert any("libattain" in one or "attain.dll" in one
                       for one in held.namelist()), held.namelist()
        place = os.path.join(work, "place with a blank")
        subprocess.run(pip + ["install", "--no-index", "--target", place,
                              os.path.join(work, wheel)], env=environment,
                       check=True)
        data = os.path.join(ROOT, "examples", "data", "baiquan")
        said = subprocess.run(
            [sys.executable, "-c", USE], cwd=place, check=True,
            env=dict(environment, PLAN=os.path.join(data, "plan"),
                     DATA=os.path.join(data, "data")),
            stdout=subprocess.PIPE, universal_newlines=True).stdout
        assert said.startswith(version + " "), said
    assert sorted(os.listdir(SOURCE)) == before, os.listdir(SOURCE)
    print("ok: %s holds the library and works: %s" % (wheel, said.strip()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
