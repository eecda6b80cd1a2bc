# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""One item follows another without a hole, seen from outside: order, nothing black, nothing twice, nothing of another item."""
import os
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "bench"))
import switches  # noqa: E402
from observed import ObservedDisplay  # noqa: E402

PLAYER = os.environ["JTV_PLAYER"]
OBSERVE = os.environ["JTV_OBSERVE"]
# Sound without a sound card: the sink that takes it in time and throws it away.
SILENT = {"GST_PLUGIN_FEATURE_RANK": "fakeaudiosink:MAX"}


class Switches(unittest.TestCase):
    def play(self, items):
        with tempfile.TemporaryDirectory() as temporary:
            folder = pathlib.Path(temporary)
            playlist = switches.write(folder, items)
            display = ObservedDisplay(folder, OBSERVE, "1280x720")
            try:
                return switches.play(PLAYER, display, folder, playlist, SILENT)
            finally:
                display.close()

    def test_every_kind_of_switch(self):
        for name, items in switches.SCENARIOS.items():
            with self.subTest(name):
                inside, outside = self.play(items)
                seen = outside["items"]
                self.assertEqual([item["item"] for item in seen], switches.expected(items), outside)
                self.assertEqual(outside["black_samples"], 0, outside)
                self.assertEqual(outside["magenta_samples"], 0, outside)
                self.assertEqual(inside["black_frames"], 0)
                for item in seen:  # a picture that came back would have been a change more
                    self.assertEqual(item["changes"], item["frames"], item)
                    self.assertEqual(item["first_frame"], 0, item)
                # On a busy machine a picture may come late; too early is always wrong.
                for error in switches.errors(items, outside):
                    self.assertGreater(error, -20, outside)
                shown = [item for item in items for _ in range(getattr(item, "repeat", 1))]
                self.assertEqual(len(inside["switches"]), len(shown) - 1, inside)
                for switch in inside["switches"]:
                    self.assertIsNotNone(switch["error_ms"], inside)
                    self.assertGreater(switch["error_ms"], -17, inside)


if __name__ == "__main__":
    unittest.main(verbosity=2)
