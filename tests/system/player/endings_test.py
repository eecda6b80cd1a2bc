# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""Every start ends: real files and broken ones, each between two stills that are shown whatever comes of it."""
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest
from xml.sax.saxutils import quoteattr

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "bench"))
from frame_code import make_clip, make_picture  # noqa: E402

PLAYER = os.environ["JTV_PLAYER"]
SHARED = pathlib.Path(os.environ.get("JTV_SHARED", pathlib.Path(__file__).parents[4] / "shared"))
TIME = 400  # ms each file is given
BATCH = 12  # files in one process: a crash is found near its cause
PATIENCE = 120  # seconds for a batch on a busy machine; a hang lasts for ever


def truncated(data, _):
    return data[:len(data) * 6 // 10]


def headless(data, _):
    return data[len(data) // 20:]


def flipped(data, chance):
    broken = bytearray(data)
    for _ in range(max(20, len(data) // 2000)):
        broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
    return bytes(broken)


def zeroed(data, chance):
    begin = chance.randrange(len(data) // 2)
    return data[:begin] + bytes(len(data) // 8) + data[begin + len(data) // 8:]


class Endings(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.temporary.name)
        make_picture(self.folder / "still.png", 1)

    def tearDown(self):
        self.temporary.cleanup()

    def play(self, files):
        """Each file between two stills, in one process."""
        still = '<img src="still.png" dur="100ms"/>'
        body = still + "".join(f'<video src={quoteattr(str(file))} dur="{TIME}ms"/>{still}' for file in files)
        (self.folder / "list.smil").write_text(f"<smil><body>{body}</body></smil>", encoding="utf-8")
        stats = self.folder / "stats.json"
        ended = subprocess.run(
            [PLAYER, "play", "--offscreen", "--size", "640x360", "--stats", stats, self.folder / "list.smil"],
            timeout=PATIENCE, text=True, capture_output=True, stdin=subprocess.DEVNULL)
        names = [file.name for file in files]
        self.assertIn(ended.returncode, (0, 1), (names, ended.stderr[-2000:]))
        return json.loads(stats.read_text(encoding="utf-8"))["items"]

    def assert_all_end(self, files):
        for first in range(0, len(files), BATCH):
            batch = files[first:first + BATCH]
            items = self.play(batch)
            self.assertEqual(len(items), 2 * len(batch) + 1)
            for item in items[::2]:
                self.assertEqual((item["end"], item["frames_presented"]), ("finished", 1), items)
            for file, item in zip(batch, items[1::2]):
                with self.subTest(file.name):
                    self.assertIn(item["end"], ("finished", "failed", "timed_out"))
                    if item["end"] != "finished":
                        self.assertIn(file.name, item["reason"])
                        self.assertGreater(len(item["reason"]), len(str(file)) + 20, "a sentence with the fix")

    def variants(self, files):
        chance, made = random.Random(5), []
        for file in files:
            for damage in (truncated, headless, flipped, zeroed):
                path = self.folder / f"{damage.__name__}-{file.name}"
                path.write_bytes(damage(file.read_bytes(), chance))
                made.append(path)
        return made

    def test_own_clips_broken_in_every_way(self):
        clips = []
        for codec, name in (("h264", "a.mp4"), ("vp8", "b.webm"), ("vp9", "c.webm")):
            clips.append(self.folder / name)
            make_clip(clips[-1], 2, 40, 320, 180, codec=codec, sound=True)
        self.assert_all_end(clips + self.variants(clips))

    def test_files_of_the_corpora(self):
        files = sorted((SHARED / "data/video").glob("*.*"))
        if not files:
            print(f"SKIPPED: the maintainers' videos are not in {SHARED}")
            return
        self.assert_all_end(files)

    def test_broken_files_of_the_corpora(self):
        files = sorted((SHARED / "data/video").glob("*.*"), key=lambda file: file.stat().st_size)
        if not files:
            print(f"SKIPPED: the maintainers' videos are not in {SHARED}")
            return
        self.assert_all_end(self.variants(files[:10]))


if __name__ == "__main__":
    unittest.main(verbosity=2)
