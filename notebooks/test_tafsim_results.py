import os
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import pandas as pd

import tafsim_results as tafsim

SUMMARY = (
    "policy,scope,metric,unit,mean,half_width,n\nnearest,all,ttft_p95,ms,12.250000,0.500000,3\nnearest,app:chat,ttft_p95,ms,9.000000,,1\n"
)


class Reading(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.root = Path(scratch.name)
        change = mock.patch.dict(os.environ, {"TAFSIM_RESULTS": str(self.root)})
        change.start()
        self.addCleanup(change.stop)

    def make_run(self, name: str, age_s: float = 0) -> Path:
        folder = self.root / "runs" / name
        folder.mkdir(parents=True)
        (folder / "summary.csv").write_text(SUMMARY)
        then = folder.stat().st_mtime - age_s
        os.utime(folder, (then, then))
        return folder

    def test_the_newest_run_of_a_scenario_is_read(self):
        self.make_run("hello-0123456789ab", age_s=10)
        newest = self.make_run("hello-ba9876543210")
        self.make_run("hello-world-0123456789ab")
        self.assertEqual(newest, tafsim.run("hello", "").path)

    def test_what_is_missing_says_how_to_make_it(self):
        with self.assertRaisesRegex(FileNotFoundError, "tafsim sweep scenarios/experiments/none.yaml"):
            tafsim.sweep("none")

    def test_a_metric_is_found_in_its_scope(self):
        self.make_run("hello")
        results = tafsim.run("hello", "")
        self.assertEqual(12.25, tafsim.one(results.of("ttft_p95"), policy="nearest"))
        self.assertEqual(9.0, tafsim.one(results.of("ttft_p95", "app:chat")))
        with self.assertRaises(KeyError):
            results.of("ttft_p99")

    def test_parquet_is_read_and_without_a_reader_asked_for_as_csv(self):
        folder = self.make_run("hello")
        (folder / "requests.parquet").touch()
        with mock.patch.dict(sys.modules, {"duckdb": None}), mock.patch.object(pd, "read_parquet", side_effect=ImportError):
            with self.assertRaisesRegex(ImportError, "--requests=csv"):
                tafsim.run("hello", "").table("requests")


class Telling(unittest.TestCase):
    def test_the_interval_of_three_values_is_students(self):
        self.assertAlmostEqual(4.303 / 3**0.5, tafsim.half_width([1.0, 2.0, 3.0]), places=6)

    def test_a_number_has_its_interval_where_there_is_one(self):
        self.assertEqual("12.2\u00a0±\u00a00.5", tafsim.plus_minus({"mean": 12.25, "half_width": 0.5}))
        self.assertEqual("9.0", tafsim.plus_minus({"mean": 9.0, "half_width": float("nan")}))

    def test_a_difference_is_told_only_where_its_interval_leaves_out_zero(self):
        self.assertEqual("falls by 3.0 ± 1.0 ms", tafsim.change({"mean_difference": -3.0, "half_width": 1.0}, "ms"))
        self.assertIn("does not change", tafsim.change({"mean_difference": -3.0, "half_width": 4.0}, "ms"))
