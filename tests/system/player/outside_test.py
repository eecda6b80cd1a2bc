# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""What --stats says of a programme is what can be seen on the display from outside, frame by frame."""
import json
import os
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "bench"))
from frame_code import make_clip, make_picture  # noqa: E402
from observed import ObservedDisplay  # noqa: E402
from switches import SMIL  # noqa: E402

PLAYER = os.environ["JTV_PLAYER"]
OBSERVE = os.environ["JTV_OBSERVE"]


class Outside(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.temporary.name)
        self.display = ObservedDisplay(self.folder, OBSERVE, "1280x720")

    def tearDown(self):
        self.display.close()
        self.temporary.cleanup()

    def play(self, *arguments, exit_code=0):
        stats = self.folder / "stats.json"
        ended = self.display.run([PLAYER, "play", "--kiosk", "--stats", stats, *arguments])
        self.assertEqual(ended.returncode, exit_code, ended.stderr)
        return json.loads(stats.read_text()), self.display.report()

    def assert_agreed(self, inside, outside):
        seen = [item["frames"] for item in outside["items"]]
        told = [item["frames_presented"] for item in inside["items"] if item["end"] == "finished"]
        self.assertEqual(len(seen), len(told), (inside, outside))
        for outer, inner in zip(seen, told):
            self.assertLessEqual(abs(outer - inner), 1, (inside, outside))
        self.assertEqual(inside["black_frames"], 0)
        self.assertEqual(outside["black_samples"], 0, outside)
        self.assertEqual(outside["magenta_samples"], 0, outside)
        self.assertGreater(outside["samples_per_second"], 240)

    def test_items_follow_each_other_without_black_and_every_frame_is_seen(self):
        make_clip(self.folder / "a.mp4", 1, 60)
        make_clip(self.folder / "b.webm", 2, 50, rate=25, codec="vp8")
        make_picture(self.folder / "c.png", 3)
        make_clip(self.folder / "d.mp4", 4, 60, width=1280, height=720)
        (self.folder / "list.smil").write_text(SMIL.format(
            body='<video src="a.mp4"/><video src="b.webm"/><img src="c.png" dur="1s"/><video src="d.mp4"/>'))
        inside, outside = self.play(self.folder / "list.smil")
        self.assert_agreed(inside, outside)
        self.assertEqual([item["item"] for item in outside["items"]], [1, 2, 3, 4])
        self.assertEqual([item["frames_expected"] for item in inside["items"]], [60, 50, 1, 60])
        self.assertEqual(inside["items_failed"], 0)
        # At most one frame lost on a busy machine, and no item waits for the one before.
        self.assertGreaterEqual(inside["frames_presented"], inside["frames_expected"] - 1, inside)

    def test_a_broken_item_is_skipped_and_never_seen_as_a_hole(self):
        make_clip(self.folder / "a.mp4", 1, 45)
        (self.folder / "broken.mp4").write_bytes(b"this is no video")
        make_clip(self.folder / "b.mp4", 2, 45)
        inside, outside = self.play(*[self.folder / name for name in ("a.mp4", "broken.mp4", "b.mp4")], exit_code=1)
        self.assert_agreed(inside, outside)
        self.assertEqual(inside["items_failed"], 1)
        self.assertEqual([item["end"] for item in inside["items"]], ["finished", "failed", "finished"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
