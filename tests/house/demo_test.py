#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""./jtv demo: how films are seen, and how that is held against what the player says."""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "content/demo"))
from demo import compare_films  # noqa: E402
from observer import Observer  # noqa: E402


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


class Looks(unittest.TestCase):
    """An observer that is shown positions of the progress line, and None for a slide, 8 ms apart."""

    def films(self, positions):
        observer = object.__new__(Observer)
        observer.showings, observer.before, observer.since, observer.begins = [], None, 0.0, None
        for number, position in enumerate(positions):
            now = number * 0.008
            if position is None:
                observer.begins = None
                observer.end_last(now)
            else:
                observer.see_frame(position, now)
        return observer.films()

    def test_each_frame_is_counted_once(self):
        self.assertEqual(self.films([None, 0, 0, 0, 0, 13, 13, 26, 26, None]), [3])

    def test_a_picture_that_is_just_being_copied_begins_no_film(self):
        self.assertEqual(self.films([None, 900, 0, 0, 13, 13, None]), [2])
        self.assertEqual(self.films([None, 0, 0, 13, 13, None, 900, None]), [2])

    def test_the_same_film_again_is_another(self):
        self.assertEqual(self.films([0, 0, 13, 13, 26, 26, 0, 0, 13, 13, None]), [3, 2])


if __name__ == "__main__":
    unittest.main()
