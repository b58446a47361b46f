"""The Python binding at work.

    test_binding.py [LIBRARY]
"""
import ctypes
import gc
import hashlib
import io
import itertools
import json
import math
import os
import pickle
import subprocess
import sys
import tempfile
import threading
import unittest
from array import array

import headers

if len(sys.argv) > 1 and not sys.argv[-1].startswith("-"):
    os.environ["ATTAIN_LIBRARY"] = os.path.abspath(sys.argv.pop())
PACKAGE = os.path.join(headers.ROOT, "examples", "python")
DATA = os.path.join(headers.ROOT, "examples", "data")
sys.path.insert(0, PACKAGE)

import attain  # noqa: E402
from attain import _columns, numeric  # noqa: E402

try:
    import numpy
except ImportError:
    numpy = None

try:
    import pandas
except ImportError:
    pandas = None
try:
    import matplotlib
    matplotlib.use("Agg")
except ImportError:
    matplotlib = None

NAN = float("nan")

PLAN_TABLES = {
    "plan.csv": "key,value\nid,P\nname,Plan\nfirst_period,2021\n"
                "last_period,2025\nlevel,county\nveto_grade,poor\n",
    "goals.csv": "id,name,parent,level,share,owner\nR,Root,,,,\n"
                 "G,Schools,R,school,0.5,Bureau\n",
    "metrics.csv": "id,name,numerator,denominator,factor,unit,decimals\n"
                   "m,Rate,a;b;-c,e,100,%,1\nk,Labs,d,,,rooms,\n",
    "targets.csv": "id,goal,metric,name,comparator,value,baseline,"
                   "baseline_period,due,weight,veto,soft,owner,score,steps\n"
                   "T,R,m,Enrolment,at_least,98,90,2020,2024,2,yes,yes,"
                   "Bureau,,\n"
                   "S,G,k,教室,at_least,2,,,,,,,,steps,0:0;1:0.5;2:1\n",
    "path.csv": "target,period,value\nT,2022,95\n",
    "bands.csv": "name,from\npoor,0\ngood,60\n",
    "groups.csv": "id,name,weight\npupils,Pupils,2\nparents,Parents,\n",
}
DATA_TABLES = {
    "units.csv": "id,name,level,parent,tags\ns1,First,school,C,rural;new\n"
                 "C,County,county,,\ns2,Second,school,C,\n",
    "observations.csv": "unit,period,a,b,c,e,d\nC,2020,180,1,1,200,\n"
                        "C,2021,183,1,1,200,\nC,2022,186,1,1,200,\n"
                        "s1,2022,,,,,2\ns2,2022,,,,,1\n",
}


def plan_by_hand():
    plan = attain.Plan("P", "Plan", level="county", first_period="2021",
                       last_period=2025, veto_grade="poor")
    plan.add_goal("R", "Root")
    plan.add_goal("G", "Schools", parent="R", level="school", share=0.5,
                  owner="Bureau")
    plan.add_metric("m", "Rate", ["a", "b", "-c"], "e", factor=100, unit="%",
                    decimals=1)
    plan.add_metric("k", "Labs", "d", unit="rooms")
    plan.add_target("T", "Enrolment", "R", "m", comparator="at_least",
                    value=98, baseline=90, baseline_period=2020, due="2024",
                    weight=2, veto=True, soft=True, owner="Bureau")
    plan.add_target("S", "教室", "G", "k", value=2, score="steps",
                    steps=[(0, 0), (1, 0.5), (2, 1)])
    plan.add_path_point("T", 2022, 95)
    plan.add_band("poor", 0)
    plan.add_band("good", 60)
    plan.add_group("pupils", "Pupils", 2)
    plan.add_group("parents", "Parents")
    return plan


def data_by_hand():
    data = attain.Dataset()
    data.add_units([
        {"id": "s1", "name": "First", "level": "school", "parent": "C",
         "tags": ["rural", "new"]},
        {"id": "C", "name": "County", "level": "county"},
        {"id": "s2", "name": "Second", "level": "school", "parent": "C"}])
    data.add_variables(["a", "b", "c", {"id": "e"}, {"id": "d", "min": 0}])
    for period, a in ((2020, 180), (2021, 183), (2022, 186)):
        for variable, value in zip("abce", (a, 1, 1, 200)):
            data.set_column(variable, period, [None, value, None])
    data.set_column("d", "2022", array("d", [2, NAN, 1]))
    return data


def judged(**options):
    return attain.evaluate(plan_by_hand(), data_by_hand(), **options)


class Plans(unittest.TestCase):
    def test_by_hand_is_as_read(self):
        read = attain.Plan.from_tables(PLAN_TABLES)
        self.assertEqual(plan_by_hand().to_dict(), read.to_dict())
        self.assertEqual(read.targets[1]["steps"],
                         [(0, 0), (1, 0.5), (2, 1)])
        self.assertEqual(read.metrics[0]["numerator"], "a;b;-c")
        self.assertIsNone(read.metrics[1]["decimals"])

    def test_folder_rebuilt_by_keywords(self):
        folder = os.path.join(DATA, "baiquan", "plan")
        plan = attain.Plan.read(folder)
        self.assertGreater(len(plan.targets), 100)
        again = attain.Plan(**plan.info)
        for add, rows in ((again.add_goal, plan.goals),
                          (again.add_metric, plan.metrics),
                          (again.add_target, plan.targets),
                          (again.add_path_point, plan.path),
                          (again.add_group, plan.groups)):
            for row in rows:
                add(**row)
        for row in plan.bands:
            again.add_band(row["name"], row["from"])
        self.assertEqual(again.to_dict(), plan.to_dict())
        again.check()

    def test_find_and_repr(self):
        plan = plan_by_hand()
        self.assertEqual(plan.find("targets", "S"), 1)
        self.assertIsNone(plan.find("targets", "none"))
        self.assertEqual(repr(plan), "<Plan P 2021–2025: 2 goals, 2 targets, "
                                     "2 metrics>")

    def test_errors(self):
        plan = plan_by_hand()
        with self.assertRaises(attain.DuplicateError) as caught:
            plan.add_goal("R", "Again")
        self.assertEqual(caught.exception.code,
                         attain.StatusCode.ERR_DUPLICATE)
        self.assertEqual(caught.exception.field, "id")
        self.assertIn("R", caught.exception.message)
        with self.assertRaises(attain.MissingError):
            plan.add_goal("", "No id")
        with self.assertRaises(attain.TextError):
            plan.add_goal("#x", "An id that is a comment")
        with self.assertRaises(attain.TextError):
            plan.add_goal("\ud800", "A surrogate")
        with self.assertRaisesRegex(ValueError, "arithmetic"):
            plan.add_goal("x", "x", aggregate="average")
        with self.assertRaises(attain.PeriodError):
            plan.add_target("x", "x", "R", "m", value=1, due="2024年")
        with self.assertRaisesRegex(TypeError, "id must be str"):
            plan.add_goal(5, "A number")
        with self.assertRaisesRegex(ValueError, "NUL"):
            plan.add_goal("a\0b", "A NUL")
        plan.add_target("x", "x", "R", "nowhere", value=1)
        with self.assertRaises(attain.UnknownError):
            plan.check()

    def test_tables_with_errors_list_all(self):
        tables = dict(PLAN_TABLES)
        tables["targets.csv"] += ("X,R,m,X,at_least,96%,,,,,,,,,\n"
                                  "Y,nowhere,m,Y,at_least,1,,,,,,,,,\n")
        with self.assertRaises(attain.TableError) as caught:
            attain.Plan.from_tables(tables)
        problems = caught.exception.problems
        self.assertGreaterEqual(len(problems), 2)
        first = problems[0]
        self.assertEqual((first.file, first.line, first.field),
                         ("targets.csv", 4, "value"))
        self.assertEqual(str(first), "%s:%d:%d: error: %s" % (
            first.file, first.line, first.column, first.message))
        self.assertEqual(str(caught.exception),
                         "\n".join(str(p) for p in problems))
        copy = pickle.loads(pickle.dumps(caught.exception))
        self.assertEqual(copy.problems, problems)

    def test_folder_that_is_not_there(self):
        with self.assertRaises(attain.FileError):
            attain.Plan.read(os.path.join(DATA, "nowhere"))


class Datasets(unittest.TestCase):
    def test_by_hand_is_as_read(self):
        read, made = attain.Dataset.from_tables(DATA_TABLES), data_by_hand()
        self.assertEqual(read.units, made.units)
        self.assertEqual(read.periods, ("2020", "2022"))
        self.assertEqual(made.periods, ("2020", "2022"))
        for variable in "abced":
            for period in (2020, 2021, 2022):
                self.assertEqual(
                    [None if math.isnan(x) else x
                     for x in read.column(variable, period)],
                    [None if math.isnan(x) else x
                     for x in made.column(variable, period)])

    def test_column_round_trip(self):
        data = data_by_hand()
        given = array("d", [0.1, NAN, -5e-324])
        data.set_column("a", 2023, given)
        out = data.column("a", 2023)
        self.assertEqual(out.tobytes()[:8], given.tobytes()[:8])
        self.assertTrue(math.isnan(out[1]))
        self.assertEqual(out[2], -5e-324)
        room = array("d", [7] * 5)
        self.assertEqual(data.column_into("a", "2023", room), 3)
        self.assertEqual((room[0], room[3]), (0.1, 7))
        self.assertEqual(data.view("a", 2023)[0], 0.1)
        self.assertTrue(all(map(math.isnan, data.column("a", 2024))))
        self.assertEqual(len(data.view("a", 2024)), 0)

    def test_columns_of_every_kind(self):
        data = data_by_hand()
        values = array("d", [1, 2, 3])
        kinds = [values, memoryview(values), memoryview(values).toreadonly(),
                 memoryview(bytes(values)).cast("d"),
                 (ctypes.c_double * 3)(1, 2, 3), [1, 2, 3], (1.0, 2, 3)]
        if numpy is not None:
            kinds.append(numpy.array([1.0, 2.0, 3.0]))
            frozen = numpy.array([1.0, 2.0, 3.0])
            frozen.flags.writeable = False
            kinds.append(frozen)
        for given in kinds:
            with self.subTest(type(given)):
                data.set_column("a", 2024, [9, 9, 9])
                data.set_column("a", 2024, given)
                self.assertEqual(list(data.column("a", 2024)), [1, 2, 3])

    def test_columns_that_are_refused(self):
        data = data_by_hand()
        wide = memoryview(array("d", [1, 2, 3, 4, 5, 6]))
        wrong = [(TypeError, array("f", [1, 2, 3])),
                 (TypeError, array("q", [1, 2, 3])), (TypeError, 5),
                 (TypeError, "abc"), (TypeError, b"abc"), (TypeError, None),
                 (TypeError, iter([1.0])), (ValueError, wide[::2]),
                 (ValueError, wide.cast("B").cast("d", [2, 3])),
                 (attain.ArgumentError, [1, 2]),
                 (attain.RangeError, [1, float("inf"), 2])]
        if numpy is not None:
            wrong += [(TypeError, numpy.array([1, 2, 3])),
                      (TypeError, numpy.array([1.0]).astype(">f8")),
                      (ValueError, numpy.ones((3, 3))[:, 0]),
                      (ValueError, numpy.ones((1, 3)))]
        for kind, given in wrong:
            with self.subTest(given):
                with self.assertRaises(kind):
                    data.set_column("a", 2024, given)
        with self.assertRaisesRegex(ValueError, "writable"):
            data.column_into("a", 2022, memoryview(bytes(24)).cast("d"))
        with self.assertRaises(attain.SpaceError):
            data.column_into("a", 2022, array("d", [0, 0]))

    def test_long_observations(self):
        data = data_by_hand()
        data.add_observations(["s1", 2], ["2023", 2023], ["a", "d"],
                              [5.5, None], statuses=["estimated", "missing"])
        one = data.observation("s1", "a", 2023)
        self.assertEqual((one.value, one.status, one.file),
                         (5.5, "estimated", None))
        self.assertEqual(data.observation("s2", "d", 2023).status, "missing")
        self.assertIsNone(data.observation("s2", "a", 2023))
        data.add_observations(array("i", [0]), array("i", [2024]),
                              array("i", [0]), array("d", [1]))
        self.assertEqual(data.column("a", 2024)[0], 1)
        with self.assertRaises(attain.DuplicateError):
            data.add_observations(["s1"], [2024], ["a"], [1])
        with self.assertRaisesRegex(ValueError, "one length"):
            data.add_observations(["s1"], [2024, 2025], ["a"], [1])
        with self.assertRaisesRegex(attain.UnknownError, "nobody"):
            data.add_observations(["nobody"], [2024], ["a"], [1])

    def test_groups_stages_and_reading_more(self):
        data = attain.Dataset()
        data.add_unit("u", "Unit", "school", stage="primary", opened=2021)
        data.add_variables(["rating", "pupils"])
        data.add_stages([{"stage": "primary", "weight": 1.1,
                          "enrolment": "pupils"}])
        data.set_column("rating", 2022, [4.5], group="parents")
        self.assertEqual(data.groups, ["parents"])
        self.assertEqual(list(data.column("rating", 2022, "parents")), [4.5])
        self.assertEqual(data.stages[0]["weight"], 1.1)
        self.assertEqual(data.units[0]["opened"], "2021")
        data.read_observations(
            {"more.csv": "school_id,period,pupils\nu,2022,40\n"},
            columns={"unit": "school_id"})
        one = data.observation("u", "pupils", 2022)
        self.assertEqual((one.value, one.file, one.line), (40, "more.csv", 2))
        with self.assertRaises(attain.TableError):
            data.read_observations({"more.csv": "unit,period,pupils\nu,22,x\n"})
        self.assertEqual(repr(data), "<Dataset: 1 units, 2 variables, "
                                     "2022–2022>")

    def test_view_keeps_its_owner_and_holds_changes_off(self):
        data = data_by_hand()
        view = data.view("d", 2022)
        self.assertTrue(view.readonly)
        with self.assertRaises(BufferError):
            data.set_column("d", 2022, [0, 0, 0])
        with self.assertRaises(BufferError):
            data.close()
        del data
        gc.collect()
        self.assertEqual((view[0], view[2]), (2, 1))
        data = data_by_hand()
        view = data.view("d", 2022)
        view.release()
        gc.collect()
        data.set_column("d", 2022, [0, 0, 0])


class Evaluations(unittest.TestCase):
    def test_measures(self):
        ev = judged(as_of=2022)
        target = ev["T"]
        self.assertEqual((target["value"], target["attainment"]), (93, 0.375))
        self.assertEqual((target["verdict"], target["expected"]),
                         ("not_met", 95))
        self.assertEqual((target.lower, target.upper, target.unit,
                          target.due, target.soft, target.veto),
                         (98, None, "%", "2024", True, True))
        self.assertEqual((target.score_name, target.comparator,
                          target.series), ("progress", "at_least", "level"))
        root = ev.root
        self.assertEqual((root["targets"], root["grade"], root["rank"]),
                         (1, "poor", 1))
        self.assertEqual(root.row()["veto"], ["T"])
        self.assertEqual([n.id for n in ev], ["R", "T", "G", "S"])
        self.assertEqual([n.id for n in root.children], ["T", "G"])
        self.assertEqual([n.id for n in root.targets()], ["T", "S"])
        self.assertEqual(ev["S"].parent, ev["G"])
        self.assertIsNone(root.parent)
        self.assertIn("T", ev)
        self.assertNotIn("Q", ev)
        self.assertEqual(repr(target), "<Target T 'Enrolment': 1 rows>")
        self.assertIn("verdict not_met, score", repr(ev))

    def test_columns_and_views(self):
        ev = judged(as_of=2022)
        column = ev.column("value", "S")
        self.assertEqual(list(column), [2, 1])
        self.assertEqual(list(ev.view("value", "S")), [2, 1])
        self.assertEqual(ev.column("verdict", "S"), ["met", "not_met"])
        self.assertEqual(list(ev.view("verdict", "S")),
                         [attain.Verdict.MET, attain.Verdict.NOT_MET])
        self.assertEqual(ev.column("grade", "G"), ["good", "good", "poor"])
        self.assertEqual(ev["G"].row("C")["whole"], True)
        self.assertEqual(ev.value("attainment", "S", "s2"), 0.5)
        self.assertIsNone(ev.value("attainment", "S", "C"))
        self.assertIsNone(ev.value("score", "S", "s2"))
        with self.assertRaises(attain.UnknownError):
            ev.row("S", "C")
        with self.assertRaises(attain.UnknownError):
            ev["none"]
        with self.assertRaises(attain.UnknownError):
            ev.value("value", "S", "nobody")
        with self.assertRaisesRegex(ValueError, "shortfall_numerator"):
            ev.column("values", "S")
        few = judged(as_of=2022, measures=["value"])
        self.assertTrue(all(map(math.isnan, few.column("attainment", "S"))))
        self.assertEqual(len(few.view("attainment", "S")), 0)

    def test_tables_and_notebooks(self):
        ev = judged(as_of=2022)
        table = ev["S"].table()
        self.assertEqual(table["unit"], ["s1", "s2"])
        self.assertEqual(table["verdict"], ["met", "not_met"])
        self.assertEqual(list(table["value"]), [2, 1])
        self.assertEqual(ev["G"].table()["whole"], [False, True, False])
        shown = ev._repr_html_()
        self.assertIn("<td>&emsp;Schools<td>", shown)
        self.assertIn("poor", shown)
        ev.close()
        self.assertIn("closed", ev._repr_html_())

    @unittest.skipUnless(matplotlib, "matplotlib is not installed")
    def test_plots(self):
        ev = judged(as_of=2022)
        axes = ev["T"].plot()
        expected, observed = axes.get_lines()[:2]
        self.assertEqual([float(y) for y in observed.get_ydata()][:3],
                         [90, 91.5, 93])
        self.assertEqual(float(expected.get_ydata()[-1]), 98)
        bars = ev.root.plot().patches
        self.assertEqual(bars[0].get_width(), ev.root["score"])

    @unittest.skipUnless(pandas, "pandas is not installed")
    def test_pandas(self):
        data = data_by_hand()
        frame = pandas.DataFrame({"d": [3.0, 4.0, 5.0], "n": [1, 2, 3]})
        data.set_column("d", 2023, frame["d"])
        self.assertEqual(list(data.column("d", 2023)), [3, 4, 5])
        with self.assertRaisesRegex(TypeError, "must hold doubles"):
            data.set_column("d", 2023, frame["n"])
        ev = judged(as_of=2022)
        table = pandas.DataFrame(ev["S"].table())
        self.assertEqual(list(table["attainment"]), [1, 0.5])
        self.assertEqual(attain.numeric.statistic("mean", frame["d"]), 4)

    @unittest.skipUnless(numpy, "numpy is not installed")
    def test_numpy_takes_views_without_a_copy(self):
        ev = judged(as_of=2022)
        view = ev.view("value", "S")
        taken = numpy.asarray(view)
        self.assertEqual(taken.tolist(), [2, 1])
        self.assertEqual(taken.ctypes.data, _columns._address(view))
        self.assertFalse(taken.flags.writeable)
        del view
        with self.assertRaises(BufferError):
            ev.close()
        del ev
        gc.collect()
        self.assertEqual(taken.tolist(), [2, 1])

    def test_vocabularies_list_their_words(self):
        words = {word.word: word for word in attain.words("comparator")}
        self.assertEqual(words["at_least"].label_zh, "不低于")
        self.assertEqual(words["at_least"].description, "x ≥ value")
        self.assertIn("standing", attain.vocabularies())
        with self.assertRaisesRegex(ValueError, "comparator"):
            attain.words("comparators")

    def test_words_for_people(self):
        ev = judged(as_of=2022)
        self.assertIn("T", ev.explain("T"))
        self.assertNotEqual(ev.explain("T"), ev["T"].explain(language="zh"))
        points = ev.trajectory("T")
        self.assertEqual([p.period for p in points],
                         ["2020", "2021", "2022", "2023", "2024"])
        self.assertEqual([p.observed for p in points][:3], [90, 91.5, 93])
        owners = {o.owner: o for o in ev.owners()}
        self.assertEqual((owners["Bureau"].targets, owners["Bureau"].met),
                         (1, 0))
        for finding in ev.findings:
            self.assertTrue(finding.message)
            self.assertTrue(finding.message_zh)
            self.assertTrue(finding.kind)

    def test_lenses_are_asked_for(self):
        data = data_by_hand()
        ev = attain.evaluate(plan_by_hand(), data, as_of=2022,
                             lenses=(1, 3, 0), sizes="d")
        self.assertIn(attain.Measure.PROCESS, ev.measures)
        self.assertNotIn(attain.Measure.PROCESS, judged().measures)
        outcome, process = (ev.value(m, "T") for m in ("attainment",
                                                       "process"))
        self.assertAlmostEqual(process, min(1, ev.value("pace", "T")))
        self.assertAlmostEqual(ev.value("comprehensive", "T"),
                               (outcome + 3 * process) / 4)
        self.assertIsNone(ev.value("value_added", "T"))
        with self.assertRaises(attain.UnknownError):
            attain.evaluate(plan_by_hand(), data, sizes="nothing")

    def test_yearly_rules_have_three_answers(self):
        plan = attain.Plan("P", "Myopia", level="county", first_period=2019,
                           last_period=2025)
        plan.add_goal("R", "Root")
        plan.add_metric("m", "Rate", "rate")
        plan.add_target("T", "Falls", "R", "m", series="change",
                        comparator="at_most", value=-0.5, baseline=53.6,
                        baseline_period=2018)
        data = attain.Dataset()
        data.add_unit("C", "County", "county")
        data.add_variables(["rate"])
        for year, rate in ((2019, 50.2), (2020, 52.7), (2021, 52.6),
                           (2022, 51.9)):
            data.add_observations(["C"], [year], ["rate"], [rate])
        found = attain.evaluate(plan, data).yearly("T")
        self.assertEqual((found.periods, found.met, found.verdict),
                         (4, 2, "not_met"))
        self.assertEqual(found.latest, (-0.7, None, -0.5, "met"))
        self.assertEqual(found.cumulative, (-1.7, None, -2, "not_met"))
        self.assertEqual(found.mean, (-0.425, None, -0.5, "not_met"))

    def test_ratings_of_groups_stand_side_by_side(self):
        plan = attain.Plan("P", "Satisfied", level="school", first_period=2021,
                           last_period=2025)
        plan.add_goal("R", "Root")
        plan.add_metric("m", "Rating", "r")
        plan.add_target("T", "Satisfied", "R", "m", value=80)
        for group, weight in (("pupils", 3), ("parents", 1), ("third", 0)):
            plan.add_group(group, group, weight)
        data = attain.Dataset()
        data.add_variables(["r"])
        for group in ("pupils", "parents", "third"):
            data.add_group(group)
        for unit, ratings in (("a", (80, 60, 10)), ("b", (90, 70, 5))):
            data.add_unit(unit, unit, "school")
            for group, rating in zip(("pupils", "parents", "third"), ratings):
                data.add_observations([unit], [2021], ["r"], [rating], [group])
        ev = attain.evaluate(plan, data)
        found = ev.ratings("T")
        self.assertEqual({g: list(x) for g, x in found.groups.items()},
                         {"pupils": [80, 90], "parents": [60, 70],
                          "third": [10, 5]})
        self.assertEqual(ev.value("value", "T", "a"), 75)
        self.assertEqual((found.group_count, found.unit_count), (3, 2))
        self.assertAlmostEqual(found.concordance, 1 / 9)

    def test_explaining_needs_the_same_plan(self):
        plan, data = plan_by_hand(), data_by_hand()
        ev = attain.evaluate(plan, data)
        data.set_column("d", 2022, [1, 1, 1])
        with self.assertRaises(attain.MismatchError):
            ev.explain("T")
        plan.close()
        with self.assertRaisesRegex(ValueError, "closed"):
            ev.explain("T")
        self.assertEqual(ev["T"]["value"], 93)

    def test_writing(self):
        ev = judged(as_of=2022)
        out = io.BytesIO()
        ev.write_csv(out)
        self.assertEqual(out.getvalue().decode("utf-8"), ev.to_csv())
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "results.csv")
            ev.write_csv(path, byte_order_mark=True)
            with open(path, encoding="utf-8-sig", newline="") as file:
                self.assertEqual(file.read(), ev.to_csv())
            ev.write_json(path)
            with open(path, encoding="utf-8") as file:
                self.assertEqual(json.load(file), ev.to_dict())
            with open(path, "rb") as file:
                digest = hashlib.sha256(file.read()).hexdigest()
            os.rename(path, os.path.join(folder, "units.csv"))
            digest = hashlib.sha256(
                ("%s  units.csv\n" % digest).encode()).hexdigest()
            self.assertEqual(attain.digest_folder(folder), digest)
            ev.write_json(path, provenance="data " + digest)
            with open(path, encoding="utf-8") as file:
                self.assertEqual(json.load(file)["provenance"],
                                 ["data " + digest])
        made = ev.to_dict()
        self.assertEqual(made["as_of"], "2022")
        self.assertEqual(made["root"]["targets"][0]["rows"][0]["value"], 93)
        self.assertEqual(made["root"]["goals"][0]["targets"][0]["name"],
                         "教室")
        one = ev.to_csv(unit="s1").splitlines()
        self.assertEqual(len(one), 3)
        ev.write_sdmx(out := io.BytesIO(), unit="s1", byte_order_mark=True)
        text = out.getvalue().decode("utf-8-sig")
        self.assertTrue(text.startswith("STRUCTURE[;],STRUCTURE_ID,"))
        self.assertEqual(len(text.splitlines()), 3)

    def test_package_described_and_read(self):
        made = attain.describe_package(PLAN_TABLES)
        self.assertEqual([one["name"] for one in made["resources"]],
                         sorted(name[:-4] for name in PLAN_TABLES))
        source = os.path.join(DATA, "national", "data")
        made = attain.describe_package(source)
        with tempfile.TemporaryDirectory() as work:
            os.mkdir(os.path.join(work, "tables"))
            for i, one in enumerate(made["resources"]):
                with open(os.path.join(source, one["path"]), "rb") as file:
                    text = file.read()
                one["path"] = "tables/%d.csv" % i
                with open(os.path.join(work, one["path"]), "wb") as file:
                    file.write(text)
            path = os.path.join(work, "datapackage.json")
            with open(path, "w", encoding="utf-8") as file:
                json.dump(made, file)
            self.assertEqual(attain.Dataset.read(path).to_csv(),
                             attain.Dataset.read(source).to_csv())
            with self.assertRaises(attain.TableError):
                attain.Plan.read(path)
        with self.assertRaises(attain.FileError):
            attain.describe_package(os.path.join(DATA, "nowhere"))

    def test_observations_out_and_in_again(self):
        folder = os.path.join(DATA, "baiquan", "data")
        data = attain.Dataset.read(folder)
        with open(os.path.join(folder, "units.csv"), "rb") as file:
            units = file.read()
        with tempfile.TemporaryDirectory() as work:
            path = os.path.join(work, "observations.csv")
            for write in (data.write_sdmx, data.write_csv):
                write(path)
                again = attain.Dataset.from_tables({"units.csv": units})
                again.read_observations(path)
                self.assertEqual(again.to_csv().count("\n"),
                                 data.to_csv().count("\n"))
                self.assertEqual(sorted(again.to_csv().split("\n")),
                                 sorted(data.to_csv().split("\n")))
        self.assertEqual(data.to_csv(unit="baiquan").split("\n")[0],
                         "unit,period,variable,value,status,group")
        with self.assertRaises(attain.UnknownError):
            data.to_csv(unit="nobody")


    def test_a_dataset_as_dictionaries(self):
        data = attain.Dataset.from_tables(DATA_TABLES)
        made = data.to_dict()
        self.assertEqual(made["units"], data.units)
        self.assertEqual(len(made["observations"]),
                         data.to_csv().count("\n") - 1)
        for seen in made["observations"]:
            if not seen.get("group"):
                self.assertEqual(seen["value"], data.observation(
                    seen["unit"], seen["variable"], seen["period"]).value)

    def test_files_that_fail(self):
        ev = judged()

        class Full:
            def write(self, _):
                raise OSError(28, "No space left on device")

        class Slow:
            def __init__(self):
                self.taken = b""

            def write(self, data):
                self.taken += data[:7]
                return min(7, len(data))

        with self.assertRaisesRegex(OSError, "No space"):
            ev.write_csv(Full())
        with self.assertRaises(TypeError):
            ev.write_csv(io.StringIO())
        slow = Slow()
        ev.write_csv(slow)
        self.assertEqual(slow.taken.decode("utf-8"), ev.to_csv())

    def test_closing_inside_of_a_call_is_refused(self):
        ev = judged()

        class Closer:
            def write(self, _):
                ev.close()

        with self.assertRaisesRegex(RuntimeError, "in use"):
            ev.write_csv(Closer())
        self.assertFalse(ev.closed)

    def test_mismatches(self):
        with self.assertRaises(attain.MismatchError):
            attain.evaluate(plan_by_hand(), attain.Dataset())
        with self.assertRaises(attain.PeriodError):
            judged(as_of=2020)
        with self.assertRaises(attain.ArgumentError):
            judged(on_track=0.5, slow=0.9)

    def test_the_whole_plan_of_a_county(self):
        plan = attain.Plan.read(os.path.join(DATA, "baiquan", "plan"))
        data = attain.Dataset.read(os.path.join(DATA, "baiquan", "data"))
        results = [attain.evaluate(plan, data, threads=t).to_csv()
                   for t in (None, 1, 2, 5)]
        self.assertEqual(len(set(results)), 1)
        ev = attain.evaluate(plan, data)
        for node in ev:
            for row in node.unit_rows[:2]:
                self.assertTrue(ev.explain(node, row))
                self.assertEqual(ev.row(node, row)["value"],
                                 ev.value("value", node, row))


class Improving(unittest.TestCase):
    def setUp(self):
        self.plan = attain.Plan.from_tables(PLAN_TABLES)
        self.data = attain.Dataset.from_tables(DATA_TABLES)
        self.result = attain.evaluate(self.plan, self.data, as_of=2022)

    def test_gaps_are_rows_by_name(self):
        gaps = attain.gaps(self.result, "S")
        item, total = gaps.rows()
        self.assertEqual((item["kind"], item["unit"], item["variable"],
                          item["whole"], item["obstacle"]),
                         ("item", "s2", "d", 1, "none"))
        self.assertEqual((total["kind"], total["unit"], total["whole"],
                          total["value"]), ("total", "C", 1, None))
        self.assertEqual(len(gaps), 2)
        self.assertEqual(list(gaps.column("whole")), [1, 1])
        self.assertEqual(list(gaps.view("items")), [1, 1])
        self.assertIn("gaps", repr(gaps))
        with self.assertRaises(ValueError):
            gaps.column("nonsense")
        priced = attain.gaps(self.result, "S", resources={"d": (500, 2)})
        self.assertEqual(priced.rows()[0]["cost"], 1000)
        self.assertEqual([row for row in gaps], gaps.rows())
        self.assertEqual((gaps[0], gaps[-1]), tuple(gaps.rows()))
        self.assertRaises(IndexError, gaps.__getitem__, 2)
        self.assertEqual(gaps.to_dict(), {"question": "gaps",
                                          "rows": gaps.rows()})

    def test_mends_are_changes_that_turn_verdicts(self):
        mends = attain.mends(self.result, "S", effort="cost", order="largest",
                             weight="d", unpriced=2.0)
        self.assertEqual([row["action"] for row in mends.rows()],
                         [None, "standard"])
        change, = mends.changes()
        self.assertEqual(change, attain.Change("s2", "2022", "d", 2.0))
        after = attain.whatif(self.plan, self.data, mends.changes())
        turned = [row for row in attain.compare(
            self.result, after.evaluation, "S").rows()
            if row["turn"] != "none"]
        self.assertEqual([(row["unit"], row["turn"]) for row in turned],
                         [("s2", "gained")])
        self.assertEqual(self.data.observation("s2", "d", 2022).value, 1)
        self.assertEqual(after.data.observation("s2", "d", 2022).value, 2)

    def test_whatif_outlives_its_maker(self):
        evaluation = attain.whatif(self.plan, self.data,
                                   [("s2", 2022, "d", None)]).evaluation
        gc.collect()
        self.assertEqual(evaluation.value("verdict", "S", "s2"), "unknown")
        self.assertIn("unknown", evaluation.explain("S", "s2"))
        del evaluation
        gc.collect()

    def test_changes_come_from_tables_and_files(self):
        text = "unit,period,variable,value\ns2,2022,d,2\n"
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "changes.csv")
            with open(path, "w") as file:
                file.write(text)
            for given in (path, {"changes.csv": text}):
                after = attain.whatif(self.plan, self.data, given, as_of=2022)
                self.assertEqual(after.evaluation.value("value", "S", "s2"),
                                 2)
        with self.assertRaises(attain.TableError) as raised:
            attain.whatif(self.plan, self.data, {
                "changes.csv": text + "s9,2022,d,1\n"})
        self.assertEqual([p.line for p in raised.exception.problems], [3])
        with self.assertRaises(attain.UnknownError):
            attain.whatif(self.plan, self.data, [("s9", 2022, "d", 1)])
        with self.assertRaises(attain.UnknownError):
            attain.whatif(self.plan, self.data, [("s2", 2022, "d", 1, "who")])

    def test_rates_and_spread(self):
        row, = attain.rates(self.result, "T").rows()
        self.assertEqual((row["periods"], row["obstacle"]), (2, "none"))
        self.assertAlmostEqual(row["rate"], (98 - row["value"]) / 2)
        self.assertEqual(len(attain.spread(self.result)), 0)

    def test_level_up(self):
        level, raised = attain.level_up([1, 3], 0.25)
        self.assertAlmostEqual(level, 1.8)
        self.assertAlmostEqual(raised[0], 0.8)
        self.assertEqual(raised[1], 0)
        weighed = attain.level_up([1, 3], 0.25, [3, 1])[0]
        self.assertAlmostEqual(weighed, (3 * 3 ** 0.5 - 0.75)
                               / (3 ** 0.5 + 0.75))
        with self.assertRaises(ValueError):
            attain.level_up([1, 3], 0.25, [1])


class Assessing(unittest.TestCase):
    TABLES = {"units.csv": "id,name,level\ns1,Sun,school\n",
              "observations.csv": "unit,period,x\ns1,2023,310\n"
                                  "s1,2024,3200000\ns1,2025,-320\n"}

    def test_findings_are_dictionaries(self):
        data = attain.Dataset.from_tables(self.TABLES)
        found = attain.assess(None, data)
        first = found.findings("zh")[0]
        self.assertEqual(
            (first["severity"], first["kind"], first["file"], first["line"],
             first["column"], first["unit"], first["period"], first["value"],
             first["message"]),
            ("error", "negative", "observations.csv", 4, 3, "s1", "2025",
             -320, "Sun（s1）2025的“x”为-320，是负数"))
        self.assertTrue(first["text"].startswith("observations.csv:4:3: "))
        self.assertEqual(found.worst, "error")
        self.assertEqual(found.tally("error"), 1)
        self.assertEqual(found.column("line")[0], 4)
        self.assertEqual(found.variable(0), "x")
        self.assertEqual(len(found.to_csv().splitlines()), len(found) + 1)
        self.assertEqual(json.loads(found.to_json("zh"))["error"], 1)
        self.assertEqual(found.coverage("unit"), [(0, 0)])
        self.assertEqual(list(found), found.findings())
        self.assertEqual(found[-1], found.findings()[-1])
        self.assertRaises(IndexError, found.__getitem__, len(found))
        self.assertEqual(found.to_dict()["error"], 1)
        self.assertRegex(repr(found), "^<Quality: 1 error")
        self.assertEqual(repr(attain.assess(None, attain.Dataset())),
                         "<Quality: nothing was found>")
        found.close()
        self.assertEqual(repr(found), "<Quality, closed>")

    def test_checks_are_rows(self):
        data = attain.Dataset.from_tables(self.TABLES)
        checks = attain.Checks()
        before = len(checks)
        checks.add("negative", "negative", severity="off")
        checks.add("few", "range", variable="x", high=1000, severity="info")
        self.assertEqual(len(checks), before + 1)
        self.assertEqual(checks.rows()[-1]["high"], 1000)
        self.assertEqual(list(checks), checks.rows())
        self.assertEqual(repr(checks), "<Checks: %d rows>" % len(checks))
        found = attain.assess(None, data, checks, max_findings=1)
        self.assertEqual([f["check"] for f in found.findings()
                          if f["kind"] in ("range", "negative")], ["few"])
        again = attain.Checks.from_tables(
            {"checks.csv": "id,kind,variable\na,zero,x\n"}, None, data)
        self.assertEqual(len(again), before + 1)
        with self.assertRaises(attain.TableError) as raised:
            attain.Checks.from_tables(
                {"checks.csv": "id,kind,variable\na,zero,z\n"}, None, data)
        self.assertEqual([p.column for p in raised.exception.problems], [3])
        words = [kind.word for kind in attain.check_kinds()]
        self.assertIn("history", words)

    def test_what_a_plan_needs(self):
        plan = attain.Plan.from_tables(PLAN_TABLES)
        data = attain.Dataset.from_tables(DATA_TABLES)
        found = attain.assess(plan, data, as_of=2022)
        needed = sum(n for n, _ in found.coverage("unit"))
        self.assertEqual(needed,
                         sum(n for n, _ in found.coverage("variable")))
        self.assertGreater(needed, 0)


class Lifetimes(unittest.TestCase):
    def test_objects_die_in_any_order(self):
        for order in itertools.permutations(range(6)):
            plan, data = plan_by_hand(), data_by_hand()
            ev = attain.evaluate(plan, data, as_of=2022)
            things = [plan, data, ev, ev["T"], ev.view("value", "S"),
                      data.view("d", 2022)]
            del plan, data, ev
            for i in order:
                things[i] = None
                if things[2] is not None:
                    self.assertEqual(things[2]["T"]["value"], 93)
                if things[4] is not None:
                    self.assertEqual(list(things[4]), [2, 1])
                if things[5] is not None:
                    self.assertEqual(things[5][2], 1)
        gc.collect()

    def test_closing_twice_and_use_after(self):
        for made in (plan_by_hand(), data_by_hand(), judged()):
            with made:
                self.assertFalse(made.closed)
            self.assertTrue(made.closed)
            made.close()
            self.assertIn("closed", repr(made))
        with self.assertRaisesRegex(ValueError, "plan is closed"):
            with plan_by_hand() as plan:
                pass
            plan.goals
        with self.assertRaises(ValueError):
            attain.evaluate(plan, data_by_hand())
        with self.assertRaises(TypeError):
            pickle.dumps(plan_by_hand())

    def test_evaluation_outlives_plan_and_data(self):
        plan, data = plan_by_hand(), data_by_hand()
        ev = attain.evaluate(plan, data, as_of=2022)
        plan.close()
        data.close()
        self.assertEqual(ev["T"]["value"], 93)
        self.assertTrue(ev.to_dict())

    def test_nothing_is_kept_alive_in_a_circle(self):
        gc.collect()
        gc.disable()
        try:
            ev = judged()
            finalizer = ev._finalizer
            nodes = ev.nodes
            del ev, nodes
            self.assertFalse(finalizer.alive)
        finally:
            gc.enable()


class Threads(unittest.TestCase):
    def run_all(self, count, work):
        failed = []

        def run(i):
            try:
                work(i)
            except BaseException as error:
                failed.append(error)

        threads = [threading.Thread(target=run, args=(i,))
                   for i in range(count)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(failed, [])

    def test_eight_threads_read_one_evaluation(self):
        ev = judged(as_of=2022)
        expected = ev.to_csv(), ev.to_dict(), ev.explain("T")
        found = [None] * 8

        def work(i):
            for _ in range(20):
                found[i] = ev.to_csv(), ev.to_dict(), ev.explain("T")
                assert list(ev.view("value", "S")) == [2, 1]
                assert ev["T"]["value"] == 93

        self.run_all(8, work)
        for one in found:
            self.assertEqual(one, expected)

    def test_changes_wait_for_readers(self):
        plan, data = plan_by_hand(), data_by_hand()

        def work(i):
            for k in range(30):
                if i % 2:
                    data.set_column("d", 2022, [2, None, (i * k) % 3])
                else:
                    ev = attain.evaluate(plan, data, as_of=2022)
                    assert ev["T"]["value"] == 93
                    assert ev.value("value", "S", "s2") in (0, 1, 2)

        self.run_all(8, work)


class Numeric(unittest.TestCase):
    def test_published_numbers(self):
        # the ministry's worked example of the coefficient of variation
        pupils = array("d", [45, 37, 89, 76, 55])
        made = array("d", [279, 137, 935, 160, 402])
        rates = array("d", (r / n for r, n in zip(made, pupils)))
        self.assertAlmostEqual(numeric.statistic("cv", rates, pupils),
                               0.5152566298844764, places=13)
        self.assertAlmostEqual(
            numeric.statistic("gini", [541, 1463, 2445, 3438, 4437, 5401, 6392,
                                       8304, 11904, 22261]),
            0.462091130268, places=12)
        self.assertIsNone(numeric.statistic("mean", []))
        self.assertEqual(numeric.statistic("mean", [1, None, 3]), 2)
        self.assertAlmostEqual(numeric.student_cdf(2.0, 3), 0.930337, places=6)
        self.assertAlmostEqual(
            numeric.student_cdf(numeric.student_quantile(0.9, 5), 5), 0.9,
            places=12)

    def test_groups(self):
        groups = numeric.Groups([0, 1, 0, -1, 1, 1], 3)
        count, mean = numeric.statistics_by(
            ["count", "mean"], [1, 10, 3, 99, 20, 30], groups).tolist()
        self.assertEqual(count, [2, 3, 0])
        self.assertEqual(mean[:2], [2, 20])
        self.assertTrue(math.isnan(mean[2]))
        table = memoryview(array("d", range(12))).cast("B").cast("d", [2, 6])
        both = numeric.statistics_by(["sum", "max"], table, groups,
                                     [1, 1, 1, 1, 2, 2])
        self.assertEqual(both.shape, (2, 2, 3))
        for c in range(2):
            alone = numeric.statistics_by(["sum", "max"], list(table[c, i]
                                          for i in range(6)), groups,
                                          [1, 1, 1, 1, 2, 2])
            self.assertEqual(str(alone.tolist()), str(both.tolist()[c]))
        self.assertEqual(both[0, 0, 1], 1 + 2 * 4 + 2 * 5)
        with self.assertRaisesRegex(ValueError, "grouped"):
            numeric.statistics_by(["mean"], [1, 2], groups)
        self.assertEqual(list(groups.offsets), [0, 2, 5, 5])

    def test_arrays(self):
        self.assertEqual(list(numeric.quantiles([1, 2, 3, 4], [0, 0.5, 1])),
                         [1, 2.5, 4])
        self.assertEqual(list(numeric.ranks([3, 1, 3, 2])), [1, 4, 1, 3])
        self.assertEqual(list(numeric.peer_scores("minmax", [1, 2, 3],
                                                  descending=True)),
                         [1, 0.5, 0])
        self.assertEqual(list(numeric.round([0.25, 0.35, 2.5], 1, 1)),
                         [0.2, 0.4, 2.5])
        with self.assertRaisesRegex(ValueError, "theil"):
            numeric.statistic("average", [1])
        posts = numeric.Composite(
            [[1, 2, 3], [3, 2, 2.5]],
            normalisations=[[("goalposts", 0, 4), None],
                            ("zscore_sample", 50, 10)],
            aggregations=["arithmetic", ["topsis_vector"], ("power", 2)])
        self.assertEqual(list(posts.score()[0]), [1.625, 1.25, 1.625])
        self.assertEqual(posts.doubt(draws=9).ranks.shape, (3, 3))
        with self.assertRaisesRegex(ValueError, "has 3 methods, not 2"):
            numeric.Composite([[1, 2], [1, 2]],
                              normalisations=[["minmax"] * 3])
        with self.assertRaisesRegex(ValueError, "weights has 1 elements"):
            numeric.statistic("mean", [1, 2], [1])
        with self.assertRaisesRegex(TypeError, "codes must hold 32-bit"):
            numeric.group_order(array("d", [1]), 3)
        with self.assertRaises(attain.RangeError):
            numeric.group_order([5], 3)
        with self.assertRaises(attain.RangeError):
            numeric.statistic("mean", [float("inf")])

    def test_tables_of_columns(self):
        rows = [[1.0, 2, 3, 4], [2.0, 4, 6, 9]]
        flat = array("d", rows[0] + rows[1])
        for table in (rows, memoryview(flat).cast("B").cast("d", [2, 4])):
            found = numeric.normalise("minmax", table)
            self.assertEqual(found.shape, (2, 4))
            self.assertEqual(found[1, 3], 1)
            self.assertAlmostEqual(numeric.associations(
                "pearson", table, complete=0)[0, 1], 0.9943767126843688)
        self.assertEqual(list(numeric.normalise("minmax", rows[0]))[3], 1)
        scores, reasons = numeric.normalise("minmax", [5, 5], more=["reasons"])
        self.assertEqual(len(reasons), 2)
        with self.assertRaisesRegex(ValueError, "one length"):
            numeric.normalise("minmax", [[1, 2], [1]])
        with self.assertRaisesRegex(ValueError, "more: no 'reason'"):
            numeric.normalise("minmax", rows, more=["reason"])

    def test_structs_come_as_dictionaries(self):
        found = numeric.anova_one_way([1, 2, 3, 4, 5, 9], [0, 0, 0, 1, 1, 1],
                                      2)
        self.assertEqual((found["between"], found["within"], found["f"]),
                         (24, 16, 6))
        fit, coefficients = numeric.regress([[1, 2, 3, 4]], [3, 5, 7, 9], 1,
                                            intercept=True)
        self.assertEqual(list(coefficients), [1, 2])
        self.assertEqual((fit["r_squared"], fit["count"]), (1, 4))

    def test_methods_list_themselves(self):
        found = {method.name: method for method in numeric.methods("quantile")}
        self.assertEqual([p.name for p in found["plotting"].parameters],
                         ["alpha", "beta"])
        self.assertTrue(all(m.formula and m.source for m in found.values()))

    def test_composites_and_their_doubt(self):
        index = numeric.Composite([[1, 2, 3], [3, 2, 2.5]], weights=[2, 1],
                                  normalisations=["minmax"])
        scores, ranks = index.score()
        self.assertEqual([round(6 * score, 12) for score in scores],
                         [2, 2, 5])
        self.assertEqual(list(ranks), [2, 2, 1])
        found = index.doubt(draws=64, spread=0.3, top=1, bounds=[0.5])
        self.assertEqual(found.ranks.shape, (3, 3))
        self.assertEqual(list(found.first), list(found.top))
        self.assertAlmostEqual(sum(found.first), 1)
        self.assertEqual(found, index.doubt(draws=64, spread=0.3, top=1,
                                            bounds=[0.5], threads=3))
        sources, shift = index.sensitivity(draws=16, spread=0.3)
        self.assertIn("weights", sources)
        turned, first = index.reversal("leave_out")
        self.assertEqual(len(turned), 3)
        with self.assertRaisesRegex(ValueError, "weights has 1 elements"):
            numeric.Composite([[1, 2], [1, 2]], weights=[1])
        self.assertEqual(list(numeric.screen("known", [[1, None], [1, 1]],
                                             [0.6])), [0, 1])
        self.assertEqual(list(numeric.random_uniform(1, 2, 3)),
                         list(numeric.random_uniform(1, 2, 3)))

    def test_sums(self):
        values = [1e16, 1, -1e16, 1e-300]
        left = numeric.Sum(values[:2])
        right = pickle.loads(pickle.dumps(numeric.Sum(values[2:])))
        self.assertEqual(left.merge(right).value, math.fsum(values))
        self.assertEqual(repr(numeric.Sum([0.5])), "Sum(0.5)")
        with self.assertRaises(ValueError):
            numeric.Sum.from_bytes(b"short")

    def test_lines(self):
        line = numeric.Line([2020, 2021, 2022], [90, 91.5, 93])
        self.assertEqual((line.slope, line.count), (1.5, 3))
        self.assertEqual(line.predict(2024).value, 96)
        self.assertIsNone(numeric.Line([1], [1]).slope)
        with self.assertRaises(ValueError):
            numeric.Line([1, 2], [1])


class Loading(unittest.TestCase):
    def fails(self, library):
        environment = dict(os.environ, ATTAIN_LIBRARY=library,
                           PYTHONPATH=PACKAGE, PYTHONIOENCODING="utf-8")
        done = subprocess.run([sys.executable, "-c", "import attain"],
                              env=environment, stderr=subprocess.PIPE,
                              universal_newlines=True)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("ImportError", done.stderr)
        self.assertIn(library, done.stderr)
        return done.stderr

    def test_what_was_tried_is_listed(self):
        self.assertIn("no such file", self.fails("/nowhere/libattain.so"))
        self.assertIn("ATTAIN_LIBRARY", self.fails(__file__))

    def test_another_binary_interface_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            source = os.path.join(folder, "other.c")
            with open(source, "w") as file:
                file.write("int attain_abi_version(void);\n"
                           "int attain_abi_version(void) { return 99; }\n")
            library = os.path.join(folder, "libattain.so")
            try:
                subprocess.run(headers.compiler() + [
                    "-shared", "-fPIC", source, "-o", library], check=True)
            except OSError:
                self.skipTest("no C compiler")
            self.assertIn("binary interface 99", self.fails(library))

    def test_version_is_the_librarys(self):
        self.assertRegex(attain.__version__, r"^\d+\.\d+\.\d+$")


class Report(unittest.TestCase):
    def run_report(self, *arguments):
        done = subprocess.run(
            [sys.executable, os.path.join(PACKAGE, "report.py"), *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=dict(os.environ, PYTHONIOENCODING="utf-8"))
        return (done.returncode, done.stdout.decode("utf-8"),
                done.stderr.decode("utf-8"))

    def test_report(self):
        plan = os.path.join(DATA, "baiquan", "plan")
        data = os.path.join(DATA, "baiquan", "data")
        code, out, err = self.run_report(plan, data, "--as-of", "2023")
        self.assertEqual((code, err), (0, ""))
        ev = attain.evaluate(attain.Plan.read(plan), attain.Dataset.read(data),
                             as_of=2023)
        top = ev.row("R" if "R" in ev else 0)
        self.assertIn("%d of %d targets met" % (top["targets_met"],
                                                top["targets"]), out)
        behind = [n for n in ev.root.targets() if n["verdict"] == "not_met"]
        self.assertIn("not met     %d\n" % len(behind), out)
        for node in behind:
            self.assertIn(node.name, out)
        code, out, err = self.run_report(plan, data, "--explain",
                                         behind[0].id)
        self.assertEqual((code, err), (0, ""))
        self.assertIn(behind[0].id, out)

    def test_faults_and_usage(self):
        code, out, err = self.run_report("nowhere", "nowhere")
        self.assertEqual((code, out), (1, ""))
        self.assertTrue(err)
        self.assertEqual(self.run_report("nowhere")[0], 2)


class Composites(unittest.TestCase):
    """attain.Index over the published human development index."""

    def test_index_is_the_published_one(self):
        root = os.path.join(os.path.dirname(__file__), "..", "..", "examples",
                            "data", "human_development")
        plan = attain.Plan.read(os.path.join(root, "plan"))
        data = attain.Dataset.read(os.path.join(root, "data"))
        with attain.Index(plan, data) as index:
            self.assertAlmostEqual(index.column("score")[0], 0.944, 2)
            self.assertEqual(index.method("treatment", "living"), "log")
            self.assertIsNone(index.method("omission"))
            self.assertEqual(len(index.unit_names), len(index.units))
            found = index.compare("omission", "living")
            with index.vary("omission", "living") as varied:
                self.assertEqual(list(varied.column("rank")),
                                 list(found.after))
            drawn = index.doubt(spread=0.25, threads=2)
            self.assertLessEqual(drawn.scores[0, 0], drawn.scores[2, 0])
            self.assertRaises(KeyError, index.column, "score", "nobody")
            rows = list(index)
            self.assertEqual(len(rows), len(index))
            self.assertEqual([row["unit"] for row in rows], index.units)
            self.assertEqual([row["score"] for row in rows],
                             list(index.column("score")))
            self.assertEqual(rows[0]["living"],
                             index.column("score", "living")[0])
            self.assertEqual(index.to_dict()["periods"],
                             {index.periods[-1]: rows})
            self.assertRegex(repr(index), "^<Index hdi .*: 4 indicators, ")
        self.assertEqual(repr(index), "<Index, closed>")


if __name__ == "__main__":
    unittest.main()
