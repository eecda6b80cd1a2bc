# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""Films that were cut without being encoded again play from the cut to their end, and so does what is prepared of them."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

PLAYER, CONTENT = os.environ["JTV_PLAYER"], os.environ["JTV_CONTENT"]
RATE = 25


def ffmpeg(*words):
    subprocess.run(["ffmpeg", "-v", "error", "-y", *[str(word) for word in words]], check=True)


def frames(film):
    """As an independent reader counts them."""
    told = subprocess.run(["ffmpeg", "-v", "error", "-i", film, "-map", "0:v", "-f", "null", "-progress", "-", "-"], check=True, capture_output=True,
                          text=True).stdout
    return int([line for line in told.splitlines() if line.startswith("frame=")][-1].split("=")[1])


class Cut(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.temporary.name)
        self.whole = self.folder / "whole.mp4"
        ffmpeg("-f", "lavfi", "-i", f"testsrc2=size=320x180:rate={RATE}:duration=8", "-f", "lavfi", "-i", "sine=duration=8", "-c:v", "libx264",
               "-g", 250, "-preset", "ultrafast", "-bf", 2, "-c:a", "aac", self.whole)

    def tearDown(self):
        self.temporary.cleanup()

    def cut(self, begin, length):
        film = self.folder / f"from-{begin}.mp4"
        ffmpeg("-ss", begin, "-t", length, "-i", self.whole, "-c", "copy", film)
        return film

    def shown(self, film):
        stats = self.folder / "stats.json"
        subprocess.run([PLAYER, "play", "--offscreen", "--size", "320x180", "--stats", stats, film], check=True)
        told = json.loads(stats.read_text(encoding="utf-8"))
        self.assertEqual(told["items_failed"], 0)
        return told["frames_expected"]

    def test_whole_film(self):
        self.assertEqual(self.shown(self.whole), 8 * RATE)

    def test_lead_shorter_than_the_rest(self):
        film = self.cut(3, 4)
        self.assertAlmostEqual(self.shown(film), frames(film), delta=1)

    def test_lead_longer_than_the_rest(self):
        film = self.cut(5, 2)
        self.assertAlmostEqual(self.shown(film), frames(film), delta=1)

    def test_prepared_for_a_board(self):
        film = self.cut(5, 2)
        folder = self.folder / "prepared"
        told = subprocess.run([CONTENT, "prepare", film, "--board", "pi4", "-o", folder], check=True, capture_output=True, text=True).stdout
        made = next(folder.glob("*.mp4"))
        self.assertAlmostEqual(frames(made), frames(film), delta=1, msg=told)


unittest.main()
