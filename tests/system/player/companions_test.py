# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""A main picture and its sign-language inset begin with one refresh and stay in step, seen from outside."""
import itertools
import json
import mmap
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import threading
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "bench"))
import frame_code  # noqa: E402

PLAYER = os.environ["JTV_PLAYER"]
FRAMES = 120
# Region and the number its clip carries.
ZONES = {"main": (0, 0, 640, 360, 1), "inset": (700, 380, 320, 180, 2)}
PLAYLIST = """<smil><head><layout><root-layout width="1280" height="720" background-color="#000000"/>
<region id="main" left="0" top="0" width="640" height="360"/>
<region id="inset" left="700" top="380" width="320" height="180"/>
</layout></head><body><par><video src="main.mp4" region="main"{sound}/><video src="{inset}" region="inset"/></par></body></smil>"""


class Display:
    """Its picture, as the X server has it."""

    def __init__(self, folder):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-fbdir", str(folder), "-screen", "0", "1280x720x24", "-noreset"],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as number:
            self.name = ":" + number.readline().strip()
        with open(folder / "Xvfb_screen0", "rb") as file:
            self.bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        header = struct.unpack(">25I", self.bytes[:100])
        self.line, self.start = header[12], header[0] + 12 * header[19]

    def frame(self, zone):
        """The number of the picture in a zone; None: no whole one is there."""
        left, top, width, height, item = ZONES[zone]
        numbers = []
        for row in range(4):
            y = top + (2 * row + 1) * height // 32
            offset = self.start + y * self.line + 4 * left
            bits = [self.bytes[offset + 4 * ((2 * column + 1) * width // 16)] > 128 for column in range(8)]
            numbers.append(sum(bit << (7 - column) for column, bit in enumerate(bits)))
        whole = numbers[0] == item and numbers[3] == numbers[0] ^ numbers[1] ^ numbers[2] ^ 0x5A
        return numbers[1] << 8 | numbers[2] if whole else None

    def frames(self):
        """Of both zones at one moment, however busy the machine is: the first is the same before and after the other."""
        while True:
            main, inset = self.frame("main"), self.frame("inset")
            if self.frame("main") == main:
                return main, inset

    def close(self):
        self.server.terminate()
        self.server.wait()


class Companions(unittest.TestCase):
    def play(self, folder, inset, meanwhile=lambda seen: None, sound=""):
        """(time, frame of the main picture, frame of the inset) for each change; the player's own figures."""
        (folder / "list.smil").write_text(PLAYLIST.format(inset=inset, sound=sound))
        display = Display(folder)
        seen = []
        try:
            with subprocess.Popen(
                    [PLAYER, "play", folder / "list.smil", "--kiosk", "--no-captions", "--stats", folder / "stats.json"],
                    env={**os.environ, "DISPLAY": display.name, "SDL_VIDEODRIVER": "x11",
                         "GST_PLUGIN_FEATURE_RANK": "fakeaudiosink:MAX"},
                    stderr=subprocess.PIPE, text=True) as player:
                while player.poll() is None:
                    sample = display.frames()
                    if sample != (None, None) and (not seen or seen[-1][1:] != sample):
                        seen.append((time.monotonic(), *sample))
                    meanwhile(seen)
                self.assertEqual(player.returncode, 0, player.stderr.read())
        finally:
            display.close()
        return seen, json.loads((folder / "stats.json").read_text())

    def assert_in_step(self, seen):
        # The two zones reach the display one after the other, some hundred microseconds apart.
        alone = [frames for _, *frames in itertools.takewhile(lambda sample: None in sample, seen)]
        self.assertIn(alone, ([], [[0, None]], [[None, 0]]))
        both = [(main, inset) for _, main, inset in seen if main is not None and inset is not None]
        self.assertLessEqual(max(both[0]), 1)
        self.assertGreaterEqual(both[-1][0], FRAMES - 2)
        self.assertLessEqual(max(abs(main - inset) for main, inset in both), 1)

    def test_in_step_over_the_whole_length(self):
        for sound in ("", ' soundLevel="100%"'):
            with self.subTest(sound=sound), tempfile.TemporaryDirectory() as temporary:
                folder = pathlib.Path(temporary)
                frame_code.make_clip(folder / "main.mp4", 1, FRAMES, sound=bool(sound))
                frame_code.make_clip(folder / "inset.webm", 2, FRAMES, 320, 180, codec="vp8")
                seen, stats = self.play(folder, "inset.webm", sound=sound)
                self.assert_in_step(seen)
                self.assertEqual([item["end"] for item in stats["items"]], ["finished", "finished"])

    def test_through_a_stall_of_one(self):
        with tempfile.TemporaryDirectory() as temporary:
            folder = pathlib.Path(temporary)
            frame_code.make_clip(folder / "main.mp4", 1, FRAMES, sound=True)
            frame_code.make_clip(folder / "whole.ts", 2, FRAMES, 320, 180, codec="stream")
            data = (folder / "whole.ts").read_bytes()
            os.mkfifo(folder / "inset.ts")
            more = threading.Event()

            def feed():  # half of the file, and the rest when both have stood still for a while
                with open(folder / "inset.ts", "wb", buffering=0) as pipe:
                    pipe.write(data[:len(data) // 2])
                    more.wait(60)
                    pipe.write(data[len(data) // 2:])

            def meanwhile(seen):
                if seen and seen[-1][1] and time.monotonic() - seen[-1][0] > 0.7:
                    more.set()

            feeder = threading.Thread(target=feed)
            feeder.start()
            try:
                seen, stats = self.play(folder, "inset.ts", meanwhile, ' soundLevel="100%"')
            finally:
                more.set()
                feeder.join()
            self.assert_in_step(seen)
            gaps = [after[0] - before[0] for before, after in zip(seen, seen[1:])]
            self.assertGreater(max(gaps), 0.6)  # it did stall, and the main picture waited
            self.assertEqual([item["end"] for item in stats["items"]], ["finished", "finished"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
