# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""A real player takes a real POST, and the call is on its screen."""
import os
import pathlib
import re
import signal
import struct
import subprocess
import tempfile
import time
import unittest
import urllib.error
import urllib.request
import zlib

import plans

PLAYER = os.environ["JTV_PLAYER"]
TOKEN = "0123456789abcdef"
BLUE = (0, 0, 255)
DRAWN = 3  # seconds in which a call is drawn, on a busy machine too
GROUNDS = {(0x00, 0x36, 0x3D), (0xFF, 0xD8, 0x4D)}  # of the call layer, calm and lit


def pixels(path):
    """Rows of (red, green, blue) of an 8-bit PNG."""
    data = path.read_bytes()
    width, height, depth, colour = struct.unpack(">IIBB", data[16:26])
    assert depth == 8 and colour in (2, 6)
    size = 3 if colour == 2 else 4
    packed, at = b"", 8
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        packed += data[at + 8:at + 8 + length] if kind == b"IDAT" else b""
        at += 12 + length
    raw, rows, above = zlib.decompress(packed), [], bytearray(width * size)
    for y in range(height):
        start = y * (width * size + 1)
        how, line = raw[start], bytearray(raw[start + 1:start + 1 + width * size])
        for x in range(len(line)):
            left = line[x - size] if x >= size else 0
            corner = above[x - size] if x >= size else 0
            guess = left + above[x] - corner
            paeth = min((left, above[x], corner), key=lambda value: abs(guess - value))
            line[x] = (line[x] + (0, left, above[x], (left + above[x]) // 2, paeth)[how]) & 0xFF
        rows.append([tuple(line[x:x + 3]) for x in range(0, len(line), size)])
        above = line
    return rows


class Call(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.temporary.name)

    def tearDown(self):
        self.temporary.cleanup()

    def start(self, *lines):
        settings = self.folder / "jobcenter-tv.conf"
        settings.write_text("\n".join((f"state = {self.folder}/state", "window = offscreen", "size = 320x180",
                                       "status_listen = 127.0.0.1:0", *lines)))
        self.shot = self.folder / "shot.png"
        player = subprocess.Popen([PLAYER, "run", "--settings", settings, "--screenshot", f"600={self.shot}"],
                                  stderr=subprocess.PIPE, text=True)
        self.addCleanup(player.stderr.close)
        self.addCleanup(player.wait)
        self.addCleanup(player.kill)
        for line in player.stderr:
            if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
                self.address = found[0] + "call"
                return player
        return self.fail("the player does not say where it listens")

    def post(self, body, token=TOKEN):
        request = urllib.request.Request(self.address, body.encode(), {"Authorization": f"Bearer {token}"})
        try:
            return urllib.request.urlopen(request).status
        except urllib.error.HTTPError as refused:
            with refused:
                self.assertGreater(len(refused.read()), 20)
                return refused.code

    def until_said(self, player, words):
        for line in player.stderr:
            if words in line:
                return
        self.fail(f"the player ended and never said: {words}")

    def screen(self, player):
        player.send_signal(signal.SIGTERM)
        self.assertEqual(player.wait(timeout=30), 0)
        return pixels(self.shot)

    def test_call_is_shown(self):
        player = self.start(f"calls_token = {TOKEN}")
        self.assertEqual(self.post('{"number": "A 123", "counter": "5"}', token="wrong"), 401)
        self.assertEqual(self.post('{"number": ""}'), 400)
        self.assertEqual(self.post('{"number": "A 123", "counter": "5"}'), 202)
        time.sleep(DRAWN)
        rows = self.screen(player)
        self.assertIn(rows[4][4], GROUNDS)
        letters = sum(pixel != rows[4][4] for pixel in rows[18])
        self.assertGreater(letters, 20)

    def sleeping(self):
        """A player with a blue programme whose display slept until there was a call."""
        player = self.start(f"calls_token = {TOKEN}", plans.asleep(), plans.plan_of(self.folder / "plan", plans.png(16, 9, BLUE)))
        self.until_said(player, "the display goes to sleep")
        self.assertEqual(self.post('{"number": "A 123"}'), 202)
        self.until_said(player, "the display wakes up")
        return player

    def test_call_wakes_a_display_that_sleeps(self):
        player = self.sleeping()
        time.sleep(DRAWN)
        rows = self.screen(player)
        self.assertIn(rows[4][4], GROUNDS)
        red, green, blue = rows[170][160]
        self.assertTrue(red + green < 9 and blue > 246, rows[170][160])

    def test_display_sleeps_again_after_a_call(self):
        player = self.sleeping()
        self.until_said(player, "the display goes to sleep")
        rows = self.screen(player)
        self.assertEqual({pixel for row in rows for pixel in row}, {(0, 0, 0)})

    def test_nothing_is_taken_unless_the_settings_say_so(self):
        player = self.start()
        self.assertEqual(self.post('{"number": "A 123"}'), 404)
        self.assertNotIn(self.screen(player)[4][4], GROUNDS)


if __name__ == "__main__":
    unittest.main()
