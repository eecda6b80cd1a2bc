# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""What must hold where the kernel has set aside little memory for decoders; the guest's own takes any."""
import cases


class LittleMemory(cases.OnDisplay):
    """Two videos do not fit at once, going by what the kernel says."""

    DECODERS = ("visl",)
    FILMS = ('<seq><video src="../clips/full.h264.mp4" repeatCount="4"/>'
             '<video src="../clips/small.vp8.webm" region="small"/></seq>')

    def set_aside(self, megabytes):
        self.guest.run(f"sed '/^Cma/d' /proc/meminfo >/tmp/meminfo; echo 'CmaTotal: {megabytes * 1024} kB' >>/tmp/meminfo; "
                       "mount --bind /tmp/meminfo /proc/meminfo")
        self.addCleanup(self.guest.run, "umount /proc/meminfo")

    def play(self, megabytes):
        self.set_aside(megabytes)
        self.start(self.playlist(self.FILMS, ("small", 0, 0, 640, 384)))
        statistics = self.finish()
        self.assert_all_well(statistics, 5)
        for item, codec in zip(statistics["items"], [*["h264"] * 4, "vp8"]):
            self.assert_zero_copy(item, f"v4l2sl{codec}dec")
        self.assertIn("Total 0 objects", self.buffers())
        return self.log().count("it waits for")

    def test_the_next_video_waits_for_memory_and_is_decoded_in_hardware_all_the_same(self):
        # Not each: one whose turn has come before it is known asks for none.
        self.assertGreater(self.play(72), 0, self.log())
        self.assertRegex(self.log(), "decoders have 32 MB of contiguous memory, two videos of 1080p want .* cma=256M")

    def test_nothing_waits_where_both_fit(self):
        self.assertEqual(self.play(256), 0, self.log())

    def test_one_that_waits_does_not_hold_up_the_end(self):
        self.set_aside(72)
        self.start(self.playlist('<seq><video src="../clips/full.h264.mp4" repeatCount="indefinite"/></seq>'))
        self.guest.until(f"grep -q 'it waits for' /mnt/{self.name}/player.log")
        statistics = self.stop()
        self.assert_no_fault(statistics)
        self.assertIn("ended with status 0", self.log())
        self.assertIn("Total 0 objects", self.buffers())
