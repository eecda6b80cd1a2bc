# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""While a still stands, nothing happens: no thread wakes, with the next video prerolled beside it."""
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "bench"))
import plans  # noqa: E402
import switches  # noqa: E402
from observed import ObservedDisplay  # noqa: E402

PLAYER = os.environ["JTV_PLAYER"]
OBSERVE = os.environ["JTV_OBSERVE"]
SPAN = 5  # seconds that are looked at
SETTLED = 3  # seconds in which the first item is shown and the second prepared, on a busy machine too


def wakeups(pid):
    """How often each thread has gone to sleep so far, and what the process has used of the CPU in ticks."""
    slept, ticks = {}, 0
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        status = dict(line.split(":", 1) for line in (task / "status").read_text().splitlines())
        slept[task.name + status["Name"]] = int(status["voluntary_ctxt_switches"])
        fields = (task / "stat").read_text().rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return slept, ticks


class Idle(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.temporary.name)

    def tearDown(self):
        self.temporary.cleanup()

    def assert_idle(self, *arguments, environment=None):
        player = subprocess.Popen([PLAYER, *arguments], env={**os.environ, **(environment or {})}, stderr=subprocess.DEVNULL)
        try:
            time.sleep(SETTLED)
            before, used = wakeups(player.pid)
            time.sleep(SPAN)  # the measurement itself
            after, used_then = wakeups(player.pid)
        finally:
            player.terminate()
            player.wait()
        woken = {thread: count - before.get(thread, 0) for thread, count in after.items() if count != before.get(thread, 0)}
        self.assertLessEqual(sum(woken.values()), 2 * SPAN, woken)
        self.assertLessEqual((used_then - used) / os.sysconf("SC_CLK_TCK"), 0.005 * SPAN)

    def playlist(self):
        return switches.write(self.folder, [switches.Picture(600_000), switches.Clip(60)])

    def test_off_screen(self):
        self.assert_idle("play", "--offscreen", self.playlist())

    def test_asleep_outside_the_hours_of_the_display(self):
        settings = self.folder / "jobcenter-tv.conf"
        settings.write_text("\n".join((f"state = {self.folder}/state", "window = offscreen", "size = 320x180", plans.asleep(),
                                       plans.plan_of(self.folder / "plan", plans.png(16, 9, (0, 0, 255))))))
        self.assert_idle("run", "--settings", settings)

    def test_on_x11(self):
        display = ObservedDisplay(self.folder, OBSERVE, "1280x720")
        try:
            self.assert_idle("play", "--kiosk", self.playlist(), environment={"DISPLAY": display.name, "SDL_VIDEODRIVER": "x11"})
        finally:
            display.close()


if __name__ == "__main__":
    unittest.main(verbosity=2)
