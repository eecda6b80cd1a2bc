# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""What must hold on a display controller. Nothing is asserted about speed: the guest's processor is emulated."""
import contextlib
import json
import pathlib
import re
import shutil
import unittest

from guest import Guest
from letters import Font

place = None  # of class Place; set by run.py


class Place:
    """What all cases share: the built guest, the folder shared with it, and where evidence goes."""

    def __init__(self, debian, kernel, image, share, evidence, say):
        self.debian = debian  # release of the guest: "12", "13"
        self.kernel = kernel
        self.image = image
        self.share = share
        self.evidence = evidence
        self.say = say
        self.running = None
        self.stack = contextlib.ExitStack()

    def guest(self):
        """Booted when the first case asks for it."""
        if self.running is None:
            self.running = self.stack.enter_context(Guest(self.kernel, self.image, self.share))
            self.say(f"the guest runs Linux {self.running.release}")
        return self.running

    def close(self):
        self.stack.close()
        for name in ("console.log", "qemu.log"):
            if (self.share / name).exists():
                shutil.copy(self.share / name, self.evidence)


class Picture:
    """A PPM that jtv-observe-planes wrote."""

    def __init__(self, path):
        raw = pathlib.Path(path).read_bytes()
        _, size, _, self.pixels = raw.split(b"\n", 3)
        self.width, self.height = map(int, size.split())

    def at(self, x, y):
        start = 3 * (y * self.width + x)
        return tuple(self.pixels[start:start + 3])

    def mean(self):
        return sum(self.pixels) / len(self.pixels)


class FullStart(unittest.TestCase):
    """A guest with a graphics card of QEMU's, whose screen is seen from outside the guest."""

    def setUp(self):
        share = place.share / "full-start"
        share.mkdir()
        for name in ("jtv-player", "jtv-observe-planes"):
            shutil.copy(place.share / name, share)
        self.folder = place.evidence / self.id().rsplit(".", 1)[1]
        self.folder.mkdir(parents=True)
        self.guest = Guest(place.kernel, place.image, share, ["-device", "virtio-gpu-pci,xres=1280,yres=720"])
        self.enterContext(self.guest)
        self.addCleanup(shutil.copytree, share, self.folder, dirs_exist_ok=True,
                        ignore=lambda _, names: [name for name in names if not name.endswith((".log", ".conf"))])

    def shot(self, name):
        self.guest.screendump(self.folder / f"{name}.png")
        return Picture(self.guest.screendump(self.folder / f"{name}.ppm"))

    def test_the_kiosk_is_on_the_screen(self):
        (self.guest.share / "kiosk.conf").write_text("state = /tmp/state\nname = Wartezone 3\n", encoding="utf-8")
        self.guest.run("modprobe virtio_gpu; udevadm settle")
        before = self.shot("before")
        self.guest.run("SDL_VIDEODRIVER=kmsdrm setsid /mnt/jtv-player --log-level info run --settings /mnt/kiosk.conf "
                       ">/mnt/player.log 2>&1 </dev/null & echo $! >/tmp/player")
        self.guest.until("grep -q 'a refresh every' /mnt/player.log || ! kill -0 $(cat /tmp/player)")
        # The panel of a screen without a plan: its name in large light letters.
        self.guest.until("/mnt/jtv-observe-planes /dev/dri/card* /tmp >/dev/null && [ $(tail -c +16 /tmp/*.ppm | tr -d '\\000-\\300' "
                         "| wc -c) -gt 3000 ] || ! kill -0 $(cat /tmp/player)")
        after = self.shot("after")
        self.guest.run("kill $(cat /tmp/player); while kill -0 $(cat /tmp/player) 2>/dev/null; do sleep 0.1; done")
        self.assertEqual((after.width, after.height), (1280, 720))
        self.assertNotEqual(before.pixels, after.pixels)
        self.assertGreater(sum(light > 200 for light in after.pixels[1::3]), 1000)


class OnDisplay(unittest.TestCase):
    """A virtual display, and the decoders of `DECODERS`. All classes share one guest."""

    DISPLAY = "modprobe vkms enable_overlay=1 enable_cursor=1"
    DISPLAY_GONE = "modprobe -r vkms"
    DECODERS = ()

    @classmethod
    def setUpClass(cls):
        cls.guest = place.guest()
        cls.guest.run("\n".join([cls.DISPLAY, *(f"modprobe {module}" for module in cls.DECODERS), "udevadm settle"]))

    @classmethod
    def tearDownClass(cls):
        cls.guest.run(f"modprobe -r visl\n{cls.DISPLAY_GONE}\nudevadm settle")

    def setUp(self):
        self.name = self.id().rsplit(".", 1)[1]
        self.folder = place.share / self.name
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()

    def tearDown(self):
        self.guest.run("kill -9 $(cat /tmp/player) 2>/dev/null || true; while kill -0 $(cat /tmp/player) 2>/dev/null; do sleep 0.1; done")
        shutil.copytree(self.folder, place.evidence / self.name, dirs_exist_ok=True)

    def start(self, words):
        """Starts the player; wait for what it shows with planes()."""
        # The status is kept: a player that crashes writes no statistics.
        script = (f"cd /mnt/clips; SDL_VIDEODRIVER=kmsdrm /mnt/jtv-player --log-level info play --kiosk "
                  f"--stats /mnt/{self.name}/stats.json {words} & echo $! >/tmp/player; wait $!; echo ended with status $?")
        self.guest.run(f"rm -f /tmp/player; setsid bash -c '{script}' >/mnt/{self.name}/player.log 2>&1 & until [ -s /tmp/player ]; do sleep 0.1; done")
        # Nobody else may open the controller before: the first one becomes its master.
        self.guest.until(f"grep -q 'a refresh every' /mnt/{self.name}/player.log || ! kill -0 $(cat /tmp/player)")

    def playlist(self, body, *regions):
        """A playlist of the shared folder; clips are ../clips/NAME. A region is (id, left, top, width, height)."""
        layout = "".join(f'<region xml:id="{name}" left="{x}" top="{y}" width="{width}" height="{height}"/>'
                         for name, x, y, width, height in regions)
        file = self.folder / "playlist.smil"
        file.write_text(f'<smil><head><layout><root-layout width="1024" height="768"/>{layout}</layout></head>'
                        f"<body>{body}</body></smil>", encoding="utf-8")
        return f"/mnt/{self.name}/{file.name}"

    def finish(self, limit=600):
        """Waits for the player's own end; gives its statistics."""
        self.guest.until("! kill -0 $(cat /tmp/player) 2>/dev/null", limit)
        return self.statistics()

    def stop(self):
        self.guest.run("kill $(cat /tmp/player) || true")
        return self.finish()

    def statistics(self):
        file = self.folder / "stats.json"
        self.assertTrue(file.exists(), f"the player wrote no statistics:\n{self.log()}")
        return json.loads(file.read_text(encoding="utf-8"))

    def log(self):
        return (self.folder / "player.log").read_text(encoding="utf-8", errors="replace")[-4000:]

    def planes(self, pixels=False):
        """What the display controller shows now: {plane id: description}; with the picture of each on demand."""
        folder = f"/mnt/{self.name}" if pixels else ""
        text = self.guest.run(f"/mnt/jtv-observe-planes /dev/dri/card* {folder}")
        found = [json.loads(line) for line in text.splitlines() if line.startswith("{")]
        for plane in found:
            if pixels and (self.folder / f"{plane['plane']}.ppm").exists():
                plane["picture"] = Picture(self.folder / f"{plane['plane']}.ppm")
        return found

    def of_type(self, planes, kind):
        return [plane for plane in planes if plane["type"] == kind]

    def buffers(self):
        """The kernel's list of shared buffers."""
        return self.guest.run("cat /sys/kernel/debug/dma_buf/bufinfo")

    def until_on_planes(self, count):
        """Waits until so many overlay planes show something; what all planes show then."""
        self.guest.until(f"[ $(/mnt/jtv-observe-planes /dev/dri/card* | grep -c '\"overlay\"') -ge {count} ] "
                         "|| ! kill -0 $(cat /tmp/player) 2>/dev/null")
        return self.planes()

    def until_shown(self, text):
        """Waits until the description of a plane contains this."""
        self.guest.until(f"/mnt/jtv-observe-planes /dev/dri/card* | grep -q '{text}' || ! kill -0 $(cat /tmp/player) 2>/dev/null")
        return self.planes()

    CHECKSUMS = "cd $(ls -d /sys/kernel/debug/dri/*/crtc-0/crc | head -n 1); echo auto >control;"

    def changes(self, refreshes):
        """How often the composed picture changes within so many refreshes."""
        text = self.guest.run(f"{self.CHECKSUMS} head -n {refreshes} data | cut -d' ' -f2 | uniq | wc -l")
        return int(text.split()[-1]) - 1

    def until_changed(self, times):
        """Waits until the composed picture has changed so often."""
        # The kernel gives the list to readers with large buffers only.
        text = self.guest.run(f"{self.CHECKSUMS} timeout 100 cat data >/tmp/checksums & reader=$!\n"
                              "until [ $(cut -d' ' -f2 /tmp/checksums | uniq | wc -l) "
                              f"-gt {times} ] || ! kill -0 $reader; do sleep 0.2; done\n"
                              "kill $reader 2>/dev/null || true; wait $reader || true; cut -d' ' -f2 /tmp/checksums | uniq | wc -l")
        self.assertGreater(int(text.split()[-1]), times, self.log())

    def assert_zero_copy(self, item, decoder):
        self.assertEqual((item["decoder"], item["path"], item["memory"]), (decoder, "plane", "zero_copy"), self.log())

    def assert_no_fault(self, statistics):
        self.assertEqual((statistics["items_failed"], statistics["black_frames"]), (0, 0), self.log())

    def assert_all_well(self, statistics, items):
        """So many items were played to their ends."""
        self.assert_no_fault(statistics)
        self.assertEqual([item["end"] for item in statistics["items"][:items]], ["finished"] * items, self.log())
        for item in statistics["items"][:items]:
            self.assertGreater(item["frames_presented"], 0, item)


class Software(OnDisplay):
    """A display controller and no decoder: the control for everything that is said about hardware."""

    def test_a_picture_is_on_the_primary_plane_without_a_pointer(self):
        self.start(self.playlist('<img src="../clips/blue.png" dur="900s"/>'))
        self.guest.until(f"/mnt/jtv-observe-planes /dev/dri/card* /mnt/{self.name} >/dev/null && "
                         f"LC_ALL=C grep -q -a $'\\x20\\x60\\xa0' /mnt/{self.name}/*.ppm")
        planes = self.planes(pixels=True)
        changes = self.changes(30)
        self.stop()
        self.assertEqual(changes, 0)
        primary = self.of_type(planes, "primary")
        self.assertEqual(len(primary), 1, planes)
        self.assertEqual((primary[0]["width"], primary[0]["height"]), (1024, 768))
        self.assertEqual(primary[0]["picture"].at(512, 384), (0x20, 0x60, 0xa0))
        self.assertEqual(self.of_type(planes, "cursor"), [])

    def test_a_video_is_copied_to_a_plane(self):
        self.start(self.playlist('<video src="../clips/full.h264.mp4" repeatCount="indefinite"/>'))
        overlay = self.of_type(self.until_on_planes(1), "overlay")
        buffers = self.buffers()
        statistics = self.stop()
        self.assert_no_fault(statistics)
        item = statistics["items"][0]
        self.assertEqual((item["path"], item["memory"]), ("plane", "copied"))
        self.assertNotRegex(item["decoder"], "^v4l2")
        self.assertEqual([(plane["format"], plane["width"], plane["height"]) for plane in overlay], [("YU12", 1024, 768)])
        self.assertNotIn("videobuf2", buffers)


class Hardware(OnDisplay):
    """The same with virtual decoders: visl draws test pictures instead of what it should decode."""

    DECODERS = ("visl",)
    SMALL = ("small", 0, 0, 640, 384)

    def test_a_video_goes_from_the_decoder_to_a_plane_without_a_copy(self):
        # The last one lasts as long as it takes to look at it, and is another size to tell that the loops are over.
        self.start(self.playlist('<seq><video src="../clips/small.h264.mp4" region="small" repeatCount="3"/>'
                                 '<video src="../clips/full.h264.mp4" repeatCount="indefinite"/></seq>', self.SMALL))
        planes = self.until_shown('"overlay".*"width":1024')
        buffers = self.buffers()
        statistics = self.stop()
        self.assert_all_well(statistics, 3)
        for item in statistics["items"]:
            self.assert_zero_copy(item, "v4l2slh264dec")
        overlay = self.of_type(planes, "overlay")[0]
        self.assertEqual((overlay["format"], overlay["x"], overlay["y"], overlay["width"], overlay["height"]),
                         ("NV12", 0, 0, 1024, 768))
        self.assertEqual(overlay["plane"], statistics["items"][3]["plane"])
        self.assertEqual(len(self.of_type(planes, "primary")), 1)
        # Who made the memory, and who else reads it: what no log line can prove.
        self.assertRegex(buffers, r"videobuf2_\w+[^\n]*\n\s+Attached Devices:\n\s*vkms")
        self.assertIn("Total 0 objects", self.buffers())

    def test_codecs_and_sizes_change(self):
        clips = ["small.h264.mp4", "small.vp9.webm", "small.vp8.webm"]
        self.start(self.playlist("<seq>" + "".join(f'<video src="../clips/{clip}" region="small"/>' for clip in clips) +
                                 '<video src="../clips/full.h264.mp4"/></seq>', self.SMALL))
        statistics = self.finish()
        self.assert_all_well(statistics, 4)
        for item, codec in zip(statistics["items"], ["h264", "vp9", "vp8", "h264"]):
            self.assert_zero_copy(item, f"v4l2sl{codec}dec")

    def test_two_zones_have_a_plane_each(self):
        body = ('<par><video src="../clips/small.h264.mp4" region="small" repeatCount="indefinite"/>'
                '<video src="../clips/small.vp9.webm" region="below" repeatCount="indefinite"/></par>')
        self.start(self.playlist(body, self.SMALL, ("below", 384, 384, 640, 384)))
        overlays = self.of_type(self.until_on_planes(2), "overlay")
        statistics = self.stop()
        self.assert_no_fault(statistics)
        self.assertEqual({(plane["format"], plane["x"], plane["y"]) for plane in overlays}, {("NV12", 0, 0), ("NV12", 384, 384)})
        self.assertEqual({item["plane"] for item in statistics["items"]}, {plane["plane"] for plane in overlays})

    def test_a_part_of_a_video_is_played_without_an_accurate_seek(self):
        self.start(self.playlist('<video src="../clips/long.h264.mp4" region="small" clipBegin="20.7s" clipEnd="22s"/>', self.SMALL))
        statistics = self.finish()
        self.assert_all_well(statistics, 1)
        item = statistics["items"][0]
        self.assert_zero_copy(item, "v4l2slh264dec")
        self.assertEqual(item["frames_expected"], 39, item)

    def number_shown(self, font):
        """Of the picture on the overlay plane, as the decoder has written it: counted by itself, and by GStreamer."""
        overlays = self.of_type(self.planes(pixels=True), "overlay")
        line = font.line(overlays[0]["picture"], 16, 16) if overlays and "picture" in overlays[0] else ""
        found = re.match(r"sequence:(\d+) timestamp:(\d+) ", line)
        self.assertTrue(found, f"'{line}' is not what visl writes; {self.log()}")
        return int(found[1]), int(found[2]) // 1000

    def test_pictures_come_in_their_order(self):
        font = Font(place.kernel.font.read_text(encoding="utf-8"))
        self.start(self.playlist('<video src="../clips/long.h264.mp4" region="small"/>', self.SMALL))
        self.until_on_planes(1)
        numbers = [self.number_shown(font) for _ in range(8)]
        statistics = self.stop()
        self.assert_no_fault(statistics)
        place.say(f"pictures seen: {', '.join(str(number) for number, _ in numbers)}")
        for own, given in numbers:
            self.assertEqual(own, given)
        self.assertEqual(numbers, sorted(numbers))
        self.assertGreater(len(set(numbers)), 4)
        item = statistics["items"][0]
        # What was seen last was decoded, and nothing beyond what was due.
        self.assertLess(numbers[-1][0], item["frames_expected"] + 1)

    def test_the_composed_picture_changes_while_a_video_plays(self):
        self.start(self.playlist('<video src="../clips/full.h264.mp4" repeatCount="indefinite"/>'))
        self.until_on_planes(1)
        self.until_changed(15)
        text = self.guest.run(f"{self.CHECKSUMS} timeout 10 cat data >/tmp/checksums || true; wc -l </tmp/checksums; "
                              "cut -d' ' -f2 /tmp/checksums | uniq | wc -l")
        refreshes, changes = (int(word) for word in text.split())
        statistics = self.stop()
        place.say(f"in 10 s: {refreshes} refreshes of the display, {changes} changes of the composed picture, "
                  f"{statistics['items'][0]['presented_fps']:.1f} pictures presented a second")

    def test_a_slow_decoder_is_not_taken_for_one_that_stalls(self):
        self.guest.run("modprobe -r visl; modprobe visl visl_transtime_ms=150; udevadm settle")
        self.start(self.playlist('<video src="../clips/small.h264.mp4" region="small"/>', self.SMALL))
        statistics = self.finish()
        self.guest.run("modprobe -r visl; modprobe visl; udevadm settle")
        self.assert_all_well(statistics, 1)
        self.assert_zero_copy(statistics["items"][0], "v4l2slh264dec")
        self.assertGreater(statistics["frames_dropped"] + statistics["frames_late"], 0)

    def test_captions_lie_on_a_plane_above_the_video(self):
        self.start(self.playlist('<video src="../clips/captioned.mp4" repeatCount="indefinite"/>'))
        self.until_shown("AR24")
        planes = self.planes(pixels=True)
        statistics = self.stop()
        video, captions = self.of_type(planes, "overlay")
        self.assertEqual((video["format"], captions["format"]), ("NV12", "AR24"))
        self.assertLess((video["zpos"], video["plane"]), (captions["zpos"], captions["plane"]))
        self.assertEqual((captions["width"], captions["height"]), (1024, 768))
        letters = captions["picture"]
        self.assertGreater(max(letters.at(x, y)[1] for x in range(0, 1024, 3) for y in range(576, 768, 3)), 200)
        self.assertEqual({letters.at(x, 100) for x in range(1024)}, {(0, 0, 0)})
        self.assert_zero_copy(statistics["items"][0], "v4l2slh264dec")

    def test_a_decoder_that_is_unplugged_is_followed_by_software(self):
        self.start(self.playlist('<video src="../clips/full.h264.mp4" repeatCount="indefinite"/>'))
        before = self.of_type(self.until_on_planes(1), "overlay")
        self.guest.run("echo visl.0 >/sys/bus/platform/drivers/visl/unbind")
        after = self.of_type(self.until_shown("YU12"), "overlay")
        statistics = self.stop()
        self.guest.run("modprobe -r visl; modprobe visl; udevadm settle")
        self.assertEqual([plane["format"] for plane in before + after], ["NV12", "YU12"], self.log())
        self.assert_no_fault(statistics)
        last = statistics["items"][-1]
        self.assertEqual((last["path"], last["memory"]), ("plane", "copied"), self.log())
        self.assertNotRegex(last["decoder"], "^v4l2")
        self.assertNotEqual(last["remark"], "")
        self.assertIn("Total 0 objects", self.buffers())

    def a_picture_takes(self, milliseconds):
        """From now on, also of what plays already."""
        self.guest.run(f"echo {milliseconds} >/sys/module/visl/parameters/visl_transtime_ms")

    def test_a_decoder_that_stalls_is_followed_by_software(self):
        self.start(self.playlist('<video src="../clips/full.h264.mp4" repeatCount="indefinite"/>'))
        before = self.of_type(self.until_on_planes(1), "overlay")
        self.a_picture_takes(15000)
        after = self.of_type(self.until_shown("YU12"), "overlay")
        self.a_picture_takes(0)
        # A decoder that does not end either: the process is, at the end of the item.
        statistics = self.finish()
        self.assertEqual([plane["format"] for plane in before + after], ["NV12", "YU12"], self.log())
        self.assert_no_fault(statistics)
        self.assertEqual([statistics[f"decoder_{step}"] for step in ("flushes", "rebuilds", "fallbacks", "restarts")],
                         [1, 1, 1, 1], self.log())
        self.assertIn("ended with status 1", self.log())

    def test_a_decoder_that_stalls_for_a_moment_is_given_another_chance(self):
        self.start(self.playlist('<video src="../clips/full.h264.mp4" repeatCount="indefinite"/>'))
        self.until_on_planes(1)
        self.a_picture_takes(2500)
        self.guest.until(f"grep -q 'has gone silent' /mnt/{self.name}/player.log")
        self.a_picture_takes(0)
        self.until_changed(10)
        statistics = self.stop()
        self.assert_no_fault(statistics)
        self.assertEqual(statistics["decoder_flushes"], 1, self.log())
        place.say(f"after a stall of 2.5 s: {statistics['decoder_rebuilds']} rebuilt, "
                  f"{statistics['decoder_fallbacks']} left")

    def test_the_selftest_of_a_screen_proves_what_it_says(self):
        settings = self.folder / "settings.conf"
        settings.write_text("state = /tmp/state\n", encoding="utf-8")
        films = ("full.h264.mp4", "small.vp9.webm")
        text, status = self.guest.attempt(
            f"SDL_VIDEODRIVER=kmsdrm /mnt/jtv-provision selftest --settings /mnt/{self.name}/settings.conf --loops 3 "
            f"--json /mnt/{self.name}/selftest.json " + " ".join(f"--film /mnt/clips/{film}" for film in films))
        (self.folder / "selftest.txt").write_text(text, encoding="utf-8")
        self.assertEqual(status, 0, text)
        report = json.loads((self.folder / "selftest.json").read_text(encoding="utf-8"))
        measured = [finding["figures"] for finding in report["findings"] if "figures" in finding]
        self.assertEqual([figures["film"] for figures in measured[:2]], list(films), text)
        whole, scaled = measured[:2]
        self.assertEqual((whole["decoder"], whole["memory"], whole["readers"]), ("v4l2slh264dec", "zero_copy", ["vkms"]), text)
        self.assertRegex(whole["exporter"], "^videobuf2_")
        # The control: this display cannot scale, so that these pictures are copied.
        self.assertEqual((scaled["decoder"], scaled["memory"], scaled.get("readers")), ("v4l2slvp9dec", "copied", None), text)
        self.assertIn("its pictures are copied", text)
        self.assertEqual([(figures["items_played"], figures["items_failed"], figures["black_frames"]) for figures in measured[2:]],
                         [(10, 0, 0), (3, 0, 0)], text)

    def test_nothing_stays_bound_after_kill_9(self):
        self.start(self.playlist('<video src="../clips/full.h264.mp4" repeatCount="indefinite"/>'))
        self.until_on_planes(1)
        self.guest.run("kill -9 $(cat /tmp/player)")
        self.guest.until("! /mnt/jtv-observe-planes /dev/dri/card* | grep -q '\"overlay\"'")
        self.guest.until("grep -q 'Total 0 objects' /sys/kernel/debug/dma_buf/bufinfo")
        self.start(self.playlist('<video src="../clips/full.h264.mp4"/>'))
        statistics = self.finish()
        self.assert_zero_copy(statistics["items"][0], "v4l2slh264dec")


class WithoutOverlays(OnDisplay):
    """A display controller that has the primary plane only."""

    DISPLAY = "modprobe vkms enable_overlay=0 enable_cursor=0"
    DECODERS = ("visl",)

    def test_a_video_is_painted_and_says_why(self):
        self.start(self.playlist('<video src="../clips/small.h264.mp4"/>'))
        statistics = self.finish()
        self.assert_all_well(statistics, 1)
        item = statistics["items"][0]
        self.assertEqual((item["path"], item["memory"]), ("window", "copied"))
        self.assertEqual(item["remark"], "the display has no free plane")


class OneOverlay(OnDisplay):
    """A display controller with one plane for a video, and none beside it for captions."""

    DISPLAY = """modprobe vkms create_default_dev=0
        mountpoint -q /sys/kernel/config || mount -t configfs config /sys/kernel/config
        mkdir /sys/kernel/config/vkms/one
        cd /sys/kernel/config/vkms/one
        mkdir planes/primary planes/overlay crtcs/crtc encoders/encoder connectors/connector
        echo 1 >planes/primary/type
        for plane in primary overlay; do ln -s $PWD/crtcs/crtc planes/$plane/possible_crtcs/; done
        ln -s $PWD/crtcs/crtc encoders/encoder/possible_crtcs/
        ln -s $PWD/encoders/encoder connectors/connector/possible_encoders/
        echo 1 >enabled"""
    DISPLAY_GONE = """cd /sys/kernel/config/vkms/one
        echo 0 >enabled
        rm planes/*/possible_crtcs/crtc encoders/encoder/possible_crtcs/crtc connectors/connector/possible_encoders/encoder
        rmdir planes/* crtcs/* encoders/* connectors/*
        cd ..
        rmdir one
        modprobe -r vkms"""
    DECODERS = ("visl",)

    def test_only_a_video_with_captions_is_painted_and_says_why(self):
        self.start(self.playlist('<seq><video src="../clips/full.h264.mp4"/><video src="../clips/captioned.mp4"/></seq>'))
        statistics = self.finish()
        self.assert_all_well(statistics, 2)
        plain, captioned = statistics["items"]
        self.assert_zero_copy(plain, "v4l2slh264dec")
        self.assertEqual((captioned["path"], captioned["memory"]), ("window", "copied"))
        self.assertEqual(captioned["remark"], "captions need the only plane")
