"""The Arrow C data interface from Python: capsules, and DuckDB as a reader and
a writer that is not ours.

    test_arrow.py [LIBRARY]

DuckDB's library is looked for in ATTAIN_DUCKDB and in build/duckdb, where
`npm install --prefix build/duckdb @duckdb/node-bindings-linux-x64` puts it.
"""
import csv
import ctypes
import gc
import glob
import io
import os
import subprocess
import sys
import threading
import unittest
from ctypes import POINTER, byref, c_char_p, c_double, c_int32, c_int64, \
    c_uint64, c_void_p

import headers

if len(sys.argv) > 1 and not sys.argv[-1].startswith("-"):
    os.environ["ATTAIN_LIBRARY"] = os.path.abspath(sys.argv.pop())
PACKAGE = os.path.join(headers.ROOT, "examples", "python")
DATA = os.path.join(headers.ROOT, "examples", "data", "baiquan")
sys.path.insert(0, PACKAGE)

import attain  # noqa: E402
from attain import _arrow, _columns, _structs  # noqa: E402


def duckdb_path():
    found = glob.glob(os.path.join(headers.ROOT, "build", "duckdb",
                                   "node_modules", "@duckdb", "*",
                                   "libduckdb.so"))
    return os.environ.get("ATTAIN_DUCKDB") or (found[0] if found else None)


def county():
    plan = attain.Plan.read(os.path.join(DATA, "plan"))
    data = attain.Dataset.read(os.path.join(DATA, "data"))
    return data, attain.evaluate(plan, data, as_of=2023)


def lenses():
    """Schools with all measures, the lenses among them."""
    scores = [(40, 62, 4), (45, 46, 400), (50, 58, 300), (55, 66, 250),
              (60, 52, 5), (65, 66, 500), (70, 82, 300), (75, 95, 6),
              (80, 91, 350), (85, 80, 8)]
    plan = attain.Plan.from_tables({
        "plan.csv": "key,value\nid,P\nname,P\nfirst_period,2021\n"
                    "last_period,2025\nlevel,county\n",
        "goals.csv": "id,name,parent\nG,G,\n",
        "metrics.csv": "id,name,numerator\nm,M,x\n",
        "targets.csv": "id,goal,metric,name,comparator,value,level,"
                       "baseline_period\nT,G,m,T,at_least,90,school,2020\n"})
    data = attain.Dataset()
    data.add_units([{"id": "C", "name": "C", "level": "county"}] + [
        {"id": "s%d" % i, "name": "S", "level": "school", "parent": "C"}
        for i in range(len(scores))])
    data.add_variables(["x", "n"])
    data.set_column("x", 2020, [None] + [then for then, _, _ in scores])
    data.set_column("x", 2022, [None] + [now for _, now, _ in scores])
    data.set_column("n", 2022, [None] + [pupils for _, _, pupils in scores])
    measures = [m.name.lower() for m in attain.Measure]
    return attain.evaluate(plan, data, measures=measures, sizes="n")


def methods():
    """A plan whose targets name methods of progress."""
    folder = os.path.join(headers.ROOT, "examples", "data", "methods")
    return attain.evaluate(attain.Plan.read(os.path.join(folder, "plan")),
                           attain.Dataset.read(os.path.join(folder, "data")))


class Column:
    """A child of a batch, read by the letter of the specification."""

    SIZES = {"g": c_double, "i": c_int32, "l": c_int64,
             "C": ctypes.c_uint8}

    def __init__(self, schema, array):
        self.format = schema.format.decode()
        self.name = schema.name.decode()
        self.array = array
        self.words = None
        if schema.dictionary:
            self.words = Column(schema.dictionary.contents,
                                array.dictionary.contents)

    def buffer(self, i, kind):
        return ctypes.cast(self.array.buffers[i], POINTER(kind))

    def valid(self, i):
        if not self.array.buffers[0]:
            return True
        return bool(self.buffer(0, ctypes.c_uint8)[i // 8] >> i % 8 & 1)

    def __getitem__(self, i):
        if not self.valid(i):
            return None
        if self.format == "u":
            offsets = self.buffer(1, c_int32)
            return ctypes.string_at(self.array.buffers[2] + offsets[i],
                                    offsets[i + 1] - offsets[i]).decode()
        if self.format == "b":
            return bool(self.buffer(1, ctypes.c_uint8)[i // 8] >> i % 8 & 1)
        value = self.buffer(1, self.SIZES[self.format])[i]
        return self.words[value] if self.words else value


def columns(source):
    """The columns of one batch as lists."""
    found = {}
    for schema, array in _arrow.batches(source):
        for i in range(schema.contents.n_children):
            column = Column(schema.contents.children[i].contents,
                            array.contents.children[i].contents)
            nulls = 0
            found[column.name] = []
            for row in range(array.contents.length):
                found[column.name].append(column[row])
                nulls += not column.valid(row)
            assert column.array.null_count == nulls, column.name
    return found


def ordered(data):
    """The observations in an order that does not depend on that of rows."""
    found = columns(data)
    return sorted(zip(*(map(str, found[name]) for name in sorted(found))))


class Table:
    """Somebody else's record batch: only what is asked for."""

    def __init__(self, source, stream=True):
        self.source = source
        if stream:
            self.__arrow_c_stream__ = source.__arrow_c_stream__
        else:
            self.__arrow_c_array__ = source.__arrow_c_array__


class Capsules(unittest.TestCase):
    def test_results_are_those_of_the_csv(self):
        for ev in (county()[1], lenses(), methods()):
            self.compare(ev)

    def test_lenses_are_there_where_they_were_asked_for(self):
        names = {"process", "value_added", "comprehensive",
                 "value_added_effect", "value_added_low", "value_added_high",
                 "value_added_class"}
        found = columns(lenses())
        self.assertLessEqual(names, set(found))
        for name in names:
            self.assertTrue(any(v is not None for v in found[name]), name)
        self.assertEqual(set(found["value_added_class"]) - {None},
                         {"below", "average", "above"})
        self.assertFalse(names & set(columns(county()[1])))

    def test_methods_are_there_where_a_target_names_one(self):
        found = columns(methods())
        for name in ("method_score", "method_class"):
            self.assertTrue(any(v is not None for v in found[name]), name)
        self.assertIn("method_reason", found)
        self.assertNotIn("method_score", columns(county()[1]))

    def compare(self, ev):
        rows = list(csv.DictReader(io.StringIO(ev.to_csv())))
        found = columns(ev)
        self.assertEqual(list(found), list(rows[0]))
        for i, row in enumerate(rows):
            for name, text in row.items():
                value = found[name][i]
                if name == "soft":
                    self.assertEqual(value, text == "yes")
                elif isinstance(value, float):
                    self.assertEqual(value, float(text), (name, i))
                elif isinstance(value, int):
                    self.assertEqual(str(value), text, (name, i))
                else:
                    self.assertEqual(value or "", text, (name, i))

    def test_measures_that_were_not_kept_are_null(self):
        plan = attain.Plan.read(os.path.join(DATA, "plan"))
        data = attain.Dataset.read(os.path.join(DATA, "data"))
        ev = attain.evaluate(plan, data, measures=["value", "score"])
        found = columns(ev)
        self.assertTrue(any(value is not None for value in found["value"]))
        self.assertTrue(any(value is not None for value in found["score"]))
        for name in ("verdict", "status", "attainment", "grade", "rank"):
            self.assertEqual(set(found[name]), {None}, name)

    def test_columns_are_the_evaluations_own_and_outlive_it(self):
        data, ev = county()
        before = ev.view("attainment", 0)
        schema, array = ev.__arrow_c_array__()
        batch = _arrow._taken(array, b"arrow_array").contents
        names = [_arrow._taken(schema, b"arrow_schema").contents
                 .children[i].contents.name for i in range(batch.n_children)]
        column = batch.children[names.index(b"attainment")].contents
        address = column.buffers[1]
        self.assertEqual(address, _columns._address(before))
        expected = ev.column("attainment", 0)[0]
        before.release()
        del before
        gc.collect()
        ev.close()
        del data, ev
        gc.collect()
        self.assertEqual(c_double.from_address(address).value, expected)

    def test_a_child_may_be_moved_away(self):
        _, ev = county()
        _, capsule = ev.__arrow_c_array__()
        batch = _arrow._taken(capsule, b"arrow_array").contents
        moved = _structs.ArrowArray()
        ctypes.memmove(byref(moved), batch.children[7],
                       ctypes.sizeof(moved))
        batch.children[7].contents.release = type(
            batch.release)()  # as the specification says
        expected = ev.column("attainment", 0)[0]
        ev.close()
        del ev, capsule, batch
        gc.collect()
        value = ctypes.cast(moved.buffers[1], POINTER(c_double))[0]
        self.assertEqual(value, expected)
        moved.release(moved)
        self.assertFalse(moved.release)

    def test_observations_there_and_back(self):
        data, _ = county()
        for stream in (True, False):
            again = attain.Dataset()
            again.add_units(data.units)
            again.add_arrow(Table(data, stream))
            self.assertEqual(columns(again)["value"].__len__(),
                             columns(data)["value"].__len__())
            self.assertEqual(ordered(again), ordered(data))

    def test_what_is_refused(self):
        data, ev = county()
        with self.assertRaisesRegex(TypeError, "__arrow_c_stream__"):
            data.add_arrow([1, 2])
        with self.assertRaises(attain.AttainError):
            data.add_arrow(ev)  # results are no observations
        with self.assertRaises(attain.DuplicateError):
            data.add_arrow(data)
        with self.assertRaisesRegex(attain.UnknownError, "add the units"):
            attain.Dataset().add_arrow(data)

    def test_capsules_die_in_any_order_and_at_the_end(self):
        script = (
            "import attain, sys\n"
            "plan = attain.Plan.read(%r)\n"
            "data = attain.Dataset.read(%r)\n"
            "ev = attain.evaluate(plan, data)\n"
            "kept = [ev.__arrow_c_stream__(), ev.__arrow_c_array__(), "
            "ev.__arrow_c_schema__(), data.__arrow_c_array__()]\n"
            "sys.kept = kept, ev, data\n"
            "ring = [kept, ev]\n"
            "ring.append(ring)\n"
            "print('done')\n" % (os.path.join(DATA, "plan"),
                                 os.path.join(DATA, "data")))
        done = subprocess.run([sys.executable, "-c", script], env=dict(
            os.environ, PYTHONPATH=PACKAGE), stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, universal_newlines=True)
        self.assertEqual((done.returncode, done.stdout, done.stderr),
                         (0, "done\n", ""))

    def test_eight_threads_export_one_evaluation(self):
        _, ev = county()
        expected, found = columns(ev), [None] * 8

        def work(i):
            for _ in range(2):
                found[i] = columns(ev)

        threads = [threading.Thread(target=work, args=(i,))
                   for i in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(found, [expected] * 8)


class DuckDB:
    """As much of DuckDB's C interface as is needed."""

    def __init__(self, path):
        self.lib = ctypes.CDLL(path)
        for name, returns, takes in (
                ("duckdb_arrow_scan", c_int32,
                 [c_void_p, c_char_p, c_void_p]),
                ("duckdb_query", c_int32, [c_void_p, c_char_p, c_void_p]),
                ("duckdb_query_arrow", c_int32,
                 [c_void_p, c_char_p, c_void_p]),
                ("duckdb_query_arrow_schema", c_int32, [c_void_p, c_void_p]),
                ("duckdb_query_arrow_array", c_int32, [c_void_p, c_void_p]),
                ("duckdb_value_varchar", c_void_p,
                 [c_void_p, c_uint64, c_uint64]),
                ("duckdb_row_count", c_uint64, [c_void_p]),
                ("duckdb_column_count", c_uint64, [c_void_p]),
                ("duckdb_result_error", c_char_p, [c_void_p]),
                ("duckdb_query_arrow_error", c_char_p, [c_void_p])):
            function = getattr(self.lib, name)
            function.restype, function.argtypes = returns, takes
        database = c_void_p()
        self.connection = c_void_p()
        assert self.lib.duckdb_open(None, byref(database)) == 0
        assert self.lib.duckdb_connect(database, byref(self.connection)) == 0

    def take(self, name, source):
        """Reads anything that has a stream as a table."""
        capsule = source.__arrow_c_stream__()
        stream = _arrow._taken(capsule, b"arrow_array_stream")
        view = b"arrow_" + name
        assert self.lib.duckdb_arrow_scan(self.connection, view, stream) == 0
        self.query(b"CREATE TABLE %s AS SELECT * FROM %s" % (name, view))

    def query(self, sql):
        """The rows of a query, as text."""
        result = (ctypes.c_char * 256)()
        if self.lib.duckdb_query(self.connection, sql, result):
            raise AssertionError(self.lib.duckdb_result_error(result))
        rows = []
        for r in range(self.lib.duckdb_row_count(result)):
            rows.append([])
            for c in range(self.lib.duckdb_column_count(result)):
                text = self.lib.duckdb_value_varchar(result, c, r)
                rows[-1].append(None if not text else
                                ctypes.string_at(text).decode())
        return rows

    def arrow(self, sql):
        return Batches(self, sql)


class Batches:
    """The answer of a query as DuckDB's own record batches."""

    def __init__(self, duck, sql):
        self.duck = duck
        self.result = c_void_p()
        if duck.lib.duckdb_query_arrow(duck.connection, sql,
                                       byref(self.result)):
            raise AssertionError(
                duck.lib.duckdb_query_arrow_error(self.result))

    def __arrow_c_array__(self, requested_schema=None):
        schema, schema_capsule = _arrow._capsule(b"arrow_schema")
        array, array_capsule = _arrow._capsule(b"arrow_array")
        for function, struct in (
                (self.duck.lib.duckdb_query_arrow_schema, schema),
                (self.duck.lib.duckdb_query_arrow_array, array)):
            pointer = ctypes.pointer(struct)
            assert function(self.result, byref(pointer)) == 0
        return schema_capsule, array_capsule


@unittest.skipUnless(duckdb_path(), "DuckDB is not installed")
class ReadAndWrittenByDuckDB(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.data, cls.ev = county()
        cls.duck = DuckDB(duckdb_path())
        cls.duck.take(b"results", cls.ev)
        cls.duck.take(b"observations", cls.data)

    def test_results(self):
        rows = list(csv.DictReader(io.StringIO(self.ev.to_csv())))
        names = ",".join('"%s"' % name for name in rows[0])
        found = self.duck.query(b"SELECT %s FROM results"
                                % names.encode())
        self.assertEqual(len(found), len(rows))
        for one, row in zip(found, rows):
            for text, (name, given) in zip(one, row.items()):
                if name == "soft":
                    self.assertEqual(text, "true" if given else "false")
                elif text != given and (text or given):
                    # DuckDB writes 96.0 where the table has 96
                    self.assertEqual(float(text), float(given), name)

    def test_lenses(self):
        ev = lenses()
        self.duck.take(b"lenses", ev)
        rows = list(csv.DictReader(io.StringIO(ev.to_csv())))
        found = self.duck.query(
            b"SELECT process, value_added, comprehensive, value_added_effect, "
            b"value_added_low, value_added_high, value_added_class "
            b"FROM lenses")
        self.assertEqual(len(found), len(rows))
        for one, row in zip(found, rows):
            given = list(row.values())[-7:]
            self.assertEqual([t and float(t) for t in one[:6]],
                             [float(t) if t else None for t in given[:6]])
            self.assertEqual(one[6] or "", given[6])

    def test_sums(self):
        found = self.duck.query(
            b"SELECT count(*), count(score), count(DISTINCT node), "
            b"sum(CASE WHEN verdict = 'met' THEN 1 ELSE 0 END), max(rank) "
            b"FROM results")[0]
        rows = list(csv.DictReader(io.StringIO(self.ev.to_csv())))
        self.assertEqual(found, [str(value) for value in (
            len(rows), sum(row["score"] != "" for row in rows),
            len(self.ev), sum(row["verdict"] == "met" for row in rows),
            max(int(row["rank"]) for row in rows if row["rank"]))])

    def test_observations_come_back(self):
        for sql in (
                b"SELECT unit, period, variable, value, status, \"group\" "
                b"FROM observations",
                b"SELECT unit::VARCHAR AS unit, period::VARCHAR AS period, "
                b"variable::VARCHAR AS variable, value, "
                b"status::VARCHAR AS status, \"group\"::VARCHAR AS \"group\" "
                b"FROM observations",
                b"SELECT unit, period::VARCHAR::INTEGER AS period, variable, "
                b"value, status, \"group\" FROM observations"):
            again = attain.Dataset()
            again.add_units(self.data.units)
            answer = self.duck.arrow(sql)
            while True:
                schema, array = answer.__arrow_c_array__()
                if not _arrow._taken(array, b"arrow_array").contents.length:
                    break
                again.add_arrow(Fixed(schema, array))
            self.assertEqual(ordered(again), ordered(self.data), sql)

    def test_a_wide_table_of_duckdb(self):
        data = attain.Dataset()
        data.add_units([{"id": u, "name": u, "level": "school"}
                        for u in ("s1", "s2")])
        data.add_arrow(self.duck.arrow(
            b"SELECT * FROM (VALUES ('s1', 2022, 1.5::DOUBLE, 7::SMALLINT), "
            b"('s2', 2022, NULL, 8), ('s1', 2023, 2.5, NULL)) "
            b"AS t(unit, period, rate, rooms)"))
        self.assertEqual(list(data.column("rooms", 2022)), [7, 8])
        self.assertEqual(data.column("rate", 2022)[0], 1.5)
        self.assertIsNone(data.observation("s2", "rate", 2022))
        self.assertIsNone(data.observation("s1", "rooms", 2023))
        with self.assertRaisesRegex(attain.ArgumentError, "give numbers"):
            data.add_arrow(self.duck.arrow(
                b"SELECT 's1' AS unit, 2024 AS period, DATE '2024-01-01' AS d"))
        with self.assertRaisesRegex(attain.MissingError, "unit is null"):
            data.add_arrow(self.duck.arrow(
                b"SELECT NULL::VARCHAR AS unit, 2024 AS period, 1.0 AS e"))


class Fixed:
    """Capsules that are there already."""

    def __init__(self, *capsules):
        self.capsules = capsules

    def __arrow_c_array__(self, requested_schema=None):
        return self.capsules


if __name__ == "__main__":
    unittest.main()
