# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""A real key and a real message end and start what waits for them."""
import ctypes
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "bench"))
from frame_code import make_picture  # noqa: E402
from observed import ObservedDisplay  # noqa: E402

PLAYER = os.environ["JTV_PLAYER"]
OBSERVE = os.environ["JTV_OBSERVE"]
PATIENCE = 60  # seconds
SMIL = """<smil><body><par endsync="last">{}</par></body></smil>"""
WAITING = '<img src="{0}.png" {1} dur="indefinite" end="{2}"/>'


class Keyboard:
    """Presses keys of an X display as a keyboard would, by the XTEST extension."""

    def __init__(self, display):
        self.x11 = ctypes.CDLL("libX11.so.6")
        self.test = ctypes.CDLL("libXtst.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XStringToKeysym.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(display.encode()))

    def press(self, key):
        symbol = ctypes.c_ulong(self.x11.XStringToKeysym(key.encode()))
        code = self.x11.XKeysymToKeycode(self.display, symbol)
        for down in (1, 0):
            self.test.XTestFakeKeyEvent(self.display, code, down, ctypes.c_ulong(0))
        self.x11.XFlush(self.display)

    def close(self):
        self.x11.XCloseDisplay(self.display)


class Trigger(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        self.display = ObservedDisplay(self.folder, OBSERVE, "1280x720")
        self.addCleanup(self.display.close)
        for item in (1, 2):
            make_picture(self.folder / f"{item}.png", item)

    def play(self, first, second, *options):
        """Starts a picture that `first` ends, and one that `first` starts and `second` ends."""
        self.stats = self.folder / "stats.json"
        body = WAITING.format(1, "", first) + WAITING.format(2, f'begin="{first}"', second)
        (self.folder / "list.smil").write_text(SMIL.format(body))
        player = subprocess.Popen(
            [PLAYER, "play", "--kiosk", "--for", f"{PATIENCE}s", "--stats", self.stats, *options,
             self.folder / "list.smil"],
            stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            env={**os.environ, "DISPLAY": self.display.name, "SDL_VIDEODRIVER": "x11"})
        self.addCleanup(player.stderr.close)
        self.addCleanup(player.wait)
        self.addCleanup(player.kill)
        return player

    def until_over(self, player, nudge):
        """Does it again and again, as the player may not be listening yet."""
        until = time.monotonic() + PATIENCE
        while player.poll() is None and time.monotonic() < until:
            nudge()
            try:
                player.wait(timeout=0.1)
            except subprocess.TimeoutExpired:
                pass
        self.assertEqual(player.wait(timeout=PATIENCE), 0)
        return [(item["source"], item["end"]) for item in json.loads(self.stats.read_text())["items"]]

    def assert_both_shown(self, items):
        self.assertEqual(items, [("1.png", "finished"), ("2.png", "finished")])
        self.assertEqual([item["item"] for item in self.display.report()["items"]], [1, 2])

    def test_keys_start_and_end_items(self):
        player = self.play("accesskey('n')", "accessKey(Enter)", "--keys")
        keyboard = Keyboard(self.display.name)
        self.addCleanup(keyboard.close)

        def nudge():
            keyboard.press("n")
            time.sleep(0.3)  # long enough to be looked at from outside
            keyboard.press("KP_Enter")

        self.assert_both_shown(self.until_over(player, nudge))

    def test_messages_start_and_end_items(self):
        player = self.play("notify(one)", "notify(two)", "--notify", "127.0.0.1:0")
        address = None
        for line in player.stderr:
            if "/v2/task/notify" in line:
                address = line.split()[-1]
                break

        def nudge():
            for name in ("one", "two"):
                request = urllib.request.Request(
                    address, json.dumps({"smilEvent": name}).encode(), {"Content-Type": "application/json"})
                try:
                    self.assertEqual(urllib.request.urlopen(request).status, 202)
                except urllib.error.HTTPError:
                    raise
                except OSError:
                    return  # it has ended
                time.sleep(0.3)

        self.assert_both_shown(self.until_over(player, nudge))


if __name__ == "__main__":
    unittest.main(verbosity=2)
