# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""What --stats says of a programme is what can be seen on the display from outside, frame by frame."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "bench"))
from frame_code import make_clip, make_picture  # noqa: E402

PLAYER = os.environ["JTV_PLAYER"]
OBSERVE = os.environ["JTV_OBSERVE"]
WIDTH, HEIGHT = 1280, 720

SMIL = """<smil><head><layout><root-layout width="1280" height="720"/></layout></head><body>
{body}
</body></smil>"""


class Display:
    """A virtual display with its picture in a file, watched from the first moment."""

    def __init__(self, folder):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-fbdir", str(folder), "-screen", "0", f"{WIDTH}x{HEIGHT}x24"],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as number:
            self.name = ":" + number.readline().strip()
        self.observer = subprocess.Popen([OBSERVE, folder / "Xvfb_screen0"], stdout=subprocess.PIPE, text=True)
        assert self.observer.stdout.readline() == "ready\n"

    def report(self):
        self.observer.terminate()
        return json.loads(self.observer.communicate()[0])

    def close(self):
        if self.observer.poll() is None:
            self.observer.kill()
            self.observer.communicate()
        self.server.terminate()
        self.server.wait()


class Outside(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.temporary.name)
        self.display = Display(self.folder)

    def tearDown(self):
        self.display.close()
        self.temporary.cleanup()

    def play(self, *arguments, exit_code=0):
        stats = self.folder / "stats.json"
        ended = subprocess.run(
            [PLAYER, "play", "--kiosk", "--stats", stats, *arguments], timeout=120, text=True, capture_output=True,
            env={**os.environ, "DISPLAY": self.display.name, "SDL_VIDEODRIVER": "x11"})
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
