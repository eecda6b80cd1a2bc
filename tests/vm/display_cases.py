# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""A display that is not there, comes, goes, sleeps, changes its mode, or is a television on an HDMI-CEC bus."""
import contextlib
import pathlib
import shutil
import socket
import struct
import sys
import unittest

import cases
from guest import Guest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "system/player"))
from plans import plan_of  # noqa: E402

BLUE = (0x20, 0x60, 0xa0)
PATIENCE = 240  # seconds for what a television does within one, and is looked at each minute


class Console(cases.OnDisplay):
    """Players that do not wait for a display, on one that can be plugged in and out (vkms by configfs)."""

    DISPLAY = cases.OneOverlay.DISPLAY
    DISPLAY_GONE = cases.OneOverlay.DISPLAY_GONE
    DECODERS = ("visl",)

    def plug(self, there):
        self.guest.run(f"echo {1 if there else 2} >/sys/kernel/config/vkms/one/connectors/connector/status")

    def launch(self, script):
        """Starts a player without waiting for a display."""
        self.guest.run(f"rm -f /tmp/player; setsid bash -c '{script} & echo $! >/tmp/player; wait $!; echo ended with status $?' "
                       f">/mnt/{self.name}/player.log 2>&1 & until [ -s /tmp/player ]; do sleep 0.1; done")

    def play(self, words):
        self.launch(f"cd /mnt/clips; SDL_VIDEODRIVER=kmsdrm /mnt/jtv-player --log-level info play --kiosk "
                    f"--stats /mnt/{self.name}/stats.json {words}")

    def kiosk(self, *settings):
        """The kiosk without a plan of its own: settings that name a plan directory play it."""
        file = self.folder / "kiosk.conf"
        file.write_text("\n".join([f"state = /tmp/state-{self.name}", "name = Wartezone 3", *settings, ""]), encoding="utf-8")
        self.launch(f"SDL_VIDEODRIVER=kmsdrm /mnt/jtv-player --log-level info run --settings /mnt/{self.name}/kiosk.conf "
                    f"--stats /mnt/{self.name}/stats.json")

    def until_said(self, text, limit=600):
        self.guest.until(f"grep -q '{text}' /mnt/{self.name}/player.log || ! kill -0 $(cat /tmp/player) 2>/dev/null", limit)
        self.assertIn(text, self.whole_log())

    def whole_log(self):
        return (self.folder / "player.log").read_text(encoding="utf-8", errors="replace")

    def until_dark(self):
        self.guest.until("! /mnt/jtv-observe-planes /dev/dri/card* | grep -q plane")

    def until_blue(self):
        self.guest.until(f"rm -f /mnt/{self.name}/*.ppm; /mnt/jtv-observe-planes /dev/dri/card* /mnt/{self.name} >/dev/null && "
                         f"LC_ALL=C grep -q -a $'\\x20\\x60\\xa0' /mnt/{self.name}/*.ppm")

    def signal(self):
        """Whether the display gets one."""
        return self.guest.run("cat /sys/class/drm/card*-Virtual-*/dpms").split()

    def plan_of_a_picture(self):
        """A folder with a plan of one playlist of one picture; its name in the guest."""
        plan_of(self.folder / "plan", (cases.place.share / "clips/blue.png").read_bytes())
        return f"/mnt/{self.name}/plan"


class Display(Console):
    """It comes, goes and sleeps."""

    def test_a_display_that_comes_after_the_start_is_used(self):
        self.plug(False)
        self.addCleanup(self.plug, True)
        self.play(self.playlist('<img src="../clips/blue.png" dur="900s"/>'))
        self.until_said("no display is attached")
        self.assertEqual(self.planes(), [])
        self.assertNotIn("a refresh every", self.whole_log())
        self.plug(True)
        self.until_said("a refresh every")
        self.until_blue()
        planes = self.planes(pixels=True)
        statistics = self.stop()
        self.assert_no_fault(statistics)
        self.assertEqual([plane["type"] for plane in planes], ["primary"])
        self.assertEqual(planes[0]["picture"].at(512, 384), BLUE)

    def test_a_display_that_goes_and_comes_back_shows_the_same_video(self):
        self.play(self.playlist('<video src="../clips/full.h264.mp4" repeatCount="indefinite"/>'))
        self.until_on_planes(1)
        self.plug(False)
        self.until_said("no display is attached")
        self.until_dark()
        # It goes on with nobody to see it.
        before = self.guest.run("cat /proc/$(cat /tmp/player)/stat").split()[13]
        self.guest.until(f"[ $(cut -d' ' -f14 /proc/$(cat /tmp/player)/stat) -gt {before} ]")
        self.plug(True)
        self.until_on_planes(1)
        statistics = self.stop()
        self.assert_no_fault(statistics)
        self.assertEqual(len(statistics["items"]), 1, self.log())
        self.assertIn("Total 0 objects", self.buffers())

    def test_the_display_sleeps_outside_its_hours(self):
        self.guest.run("date -s '2026-11-23 17:00:00' >/dev/null")
        self.kiosk("display_hours = Mo-Fr 07:30-18:00", f"plan_directory = {self.plan_of_a_picture()}")
        self.until_said("a refresh every")
        self.until_blue()
        self.assertEqual(self.signal(), ["On"])
        self.guest.run("date -s '2026-11-23 18:00:00' >/dev/null")
        self.until_said("the display goes to sleep")
        self.until_dark()
        self.assertEqual(self.signal(), ["Off"])
        self.guest.run("date -s '2026-11-24 07:30:00' >/dev/null")
        self.until_said("the display wakes up")
        self.until_blue()
        self.assertEqual(self.signal(), ["On"])
        statistics = self.stop()
        self.assert_no_fault(statistics)
        self.assertEqual([item["end"] for item in statistics["items"]], ["stopped", "stopped"])


class Television(Console):
    """A television on the CEC bus of vivid's HDMI cable; what is on the display is vkms' all the same."""

    # The cable counts once the player's end has an address from it.
    CABLE = """for video in /sys/class/video4linux/video*; do
            case $(cat $video/name) in vivid*cap) v4l2-ctl -d /dev/${video##*/} -c hdmi_000_0_is_connected_to=2;; esac
        done
        for cec in /dev/cec*; do cec-ctl -d $cec; done | grep -q 'Physical Address *: [1-9]'"""
    END = "for cec in /dev/cec*; do cec-ctl -d $cec | grep -q 'Name.*vid-cap' && break; done;"

    def setUp(self):
        super().setUp()
        self.guest.run("modprobe vivid n_devs=1 node_types=0x101; udevadm settle")
        self.guest.until(self.CABLE, PATIENCE)

    def tearDown(self):
        super().tearDown()
        self.guest.run("kill $(cat /tmp/television) 2>/dev/null || true; modprobe -r vivid; udevadm settle")

    def switch_on_television(self):
        """From now on it takes orders, and tells what it gets."""
        self.guest.run(f"{self.END} cec-ctl -d $cec --tv >/dev/null\n"
                       f"setsid cec-follower -d $cec -m >/mnt/{self.name}/television.log 2>&1 & echo $! >/tmp/television")

    def until_told(self, word):
        self.guest.until(f"grep -q '{word}' /mnt/{self.name}/television.log || ! kill -0 $(cat /tmp/player) 2>/dev/null", PATIENCE)
        text = (self.folder / "television.log").read_text(encoding="utf-8", errors="replace")
        self.assertIn(word, text, self.whole_log())
        return text

    def test_a_television_is_woken_and_sent_to_standby(self):
        self.guest.run("date -s '2026-11-23 17:00:00' >/dev/null")
        self.switch_on_television()
        self.kiosk("display_cec = yes", "display_hours = Mo-Fr 07:30-18:00", f"plan_directory = {self.plan_of_a_picture()}")
        woken = self.until_told("ACTIVE_SOURCE")
        self.assertIn("IMAGE_VIEW_ON", woken)
        self.assertNotIn("STANDBY", woken)
        self.until_said("the television is on", PATIENCE)
        self.guest.run("date -s '2026-11-23 18:00:00' >/dev/null")
        self.until_told("STANDBY")
        self.until_said("the television is in standby", PATIENCE)
        self.stop()

    def test_a_television_that_does_not_answer_is_told_of(self):
        self.kiosk("display_cec = yes")
        self.until_said("the television does not answer", PATIENCE)
        self.assertNotIn("is in standby", self.whole_log())
        # It gets its power back.
        self.switch_on_television()
        self.until_said("the television is on", PATIENCE)
        self.stop()


class AnotherMode(unittest.TestCase):
    """A screen that gets larger while it shows something; seen from outside the guest."""

    def test_the_picture_fills_the_new_mode(self):
        share = cases.place.share / "another-mode"
        share.mkdir()
        for name in ("jtv-player", "jtv-observe-planes"):
            shutil.copy(cases.place.share / name, share)
        (share / "kiosk.conf").write_text("state = /tmp/state\nname = Wartezone 3\n", encoding="utf-8")
        folder = cases.place.evidence / "another_mode"
        folder.mkdir(parents=True)
        self.addCleanup(shutil.copytree, share, folder, dirs_exist_ok=True,
                        ignore=lambda _, names: [name for name in names if not name.endswith((".log", ".conf"))])
        guest = self.enterContext(Guest(cases.place.kernel, cases.place.image, share, [
            "-device", "virtio-gpu-pci,xres=1280,yres=720", "-vnc", f"unix:{share / 'vnc.socket'}"]))
        guest.run("modprobe virtio_gpu; udevadm settle\n"
                  "SDL_VIDEODRIVER=kmsdrm setsid /mnt/jtv-player --log-level info run --settings /mnt/kiosk.conf "
                  ">/mnt/player.log 2>&1 </dev/null & echo $! >/tmp/player")
        dead = "! kill -0 $(cat /tmp/player) 2>/dev/null"
        guest.until(f"grep -q '1280x720 on' /mnt/player.log || {dead}")
        with contextlib.closing(Viewer(share / "vnc.socket")) as viewer:
            viewer.resize(1600, 900)
            guest.until(f"grep -q '1600x900 on' /mnt/player.log || {dead}")
            # The panel is drawn anew, and reaches into what was outside before.
            guest.until("/mnt/jtv-observe-planes /dev/dri/card* /tmp | grep -q '\"width\":1600' "
                        f"&& [ $(tail -c +16 /tmp/*.ppm | tr -d '\\000-\\300' | wc -c) -gt 3000 ] || {dead}")
            guest.screendump(folder / "after.png")
            after = cases.Picture(guest.screendump(folder / "after.ppm"))
        guest.run("kill $(cat /tmp/player); while kill -0 $(cat /tmp/player) 2>/dev/null; do sleep 0.1; done")
        self.assertEqual((after.width, after.height), (1600, 900))
        lights = [at for at in range(0, 1600 * 900) if after.pixels[3 * at + 1] > 200]
        self.assertGreater(len(lights), 1000)
        # In the middle of the new width.
        columns = [at % 1600 for at in lights]
        self.assertAlmostEqual((min(columns) + max(columns)) / 2, 800, delta=40)


class Viewer:
    """So much of a VNC viewer (RFC 6143) as asks for another size of the screen."""

    def __init__(self, path):
        self.line = socket.socket(socket.AF_UNIX)
        self.line.settimeout(600)
        self.line.connect(str(path))
        self._read(12)
        self.line.sendall(b"RFB 003.008\n")
        self._read(self._read(1)[0])
        self.line.sendall(b"\x01")  # no password
        self._read(4)
        self.line.sendall(b"\x01")  # others may watch
        self._read(20)
        self._read(struct.unpack(">I", self._read(4))[0])
        self.line.sendall(struct.pack(">BxHi", 2, 1, -308))  # it knows sizes that change

    def close(self):
        self.line.close()

    def _read(self, count):
        data = b""
        while len(data) < count:
            more = self.line.recv(count - len(data))
            if not more:
                raise ConnectionError("QEMU closed the viewer's line")
            data += more
        return data

    def resize(self, width, height):
        self.line.sendall(struct.pack(">BxHHBxIHHHHI", 251, width, height, 1, 0, 0, 0, width, height, 0))
