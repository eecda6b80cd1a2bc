#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""./jtv demo: how what was seen of the films is held against what the player says."""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "content/demo"))
from demo import compare_films  # noqa: E402


def told(*films):
    return [{"end": end, "frames_presented": frames} for end, frames in films]


class Films(unittest.TestCase):
    def test_each_is_paired_with_its_own_record(self):
        self.assertEqual(compare_films([150, 151], told(("finished", 150), ("finished", 150))), [])
        self.assertEqual(len(compare_films([150, 148], told(("finished", 150), ("finished", 150)))), 1)

    def test_one_that_was_stopped_early_is_counted(self):
        self.assertEqual(compare_films([150, 55, 150], told(("finished", 150), ("stopped", 55), ("finished", 150))), [])

    def test_one_that_was_never_seen_is_not(self):
        self.assertEqual(compare_films([150], told(("failed", 0), ("finished", 150))), [])

    def test_the_last_one_may_be_cut_off_by_the_end_of_the_run(self):
        self.assertEqual(compare_films([150], told(("finished", 150), ("stopped", 20))), [])
        self.assertEqual(len(compare_films([], told(("finished", 150), ("finished", 150)))), 1)


if __name__ == "__main__":
    unittest.main()
