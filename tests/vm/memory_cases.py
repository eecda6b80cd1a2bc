# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""What must hold where the kernel has set aside little memory for decoders; the guest's own takes any."""
import cases


class LittleMemory(cases.OnDisplay):
    """Two videos do not fit at once, going by what the kernel says."""

    DECODERS = ("visl",)
    TWO = ('<seq><video src="../clips/full.h264.mp4"/><video src="../clips/full.h264.mp4"/>'
           '<video src="../clips/small.vp8.webm" region="small"/></seq>')

    def set_aside(self, megabytes):
        self.guest.run(f"sed '/^Cma/d' /proc/meminfo >/tmp/meminfo; echo 'CmaTotal: {megabytes * 1024} kB' >>/tmp/meminfo; "
                       "mount --bind /tmp/meminfo /proc/meminfo")
        self.addCleanup(self.guest.run, "umount /proc/meminfo")

    def play(self, megabytes):
        self.set_aside(megabytes)
        self.start(self.playlist(self.TWO, ("small", 0, 0, 640, 384)))
        statistics = self.finish()
        self.assert_all_well(statistics, 3)
        for item, codec in zip(statistics["items"], ["h264", "h264", "vp8"]):
            self.assert_zero_copy(item, f"v4l2sl{codec}dec")
        self.assertIn("Total 0 objects", self.buffers())
        return self.log().count("it waits for")

    def test_the_next_video_waits_for_memory_and_is_decoded_in_hardware_all_the_same(self):
        self.assertEqual(self.play(72), 2, self.log())
        self.assertRegex(self.log(), "decoders have 32 MB of contiguous memory, two videos of 1080p want .* cma=256M")

    def test_nothing_waits_where_both_fit(self):
        self.assertEqual(self.play(256), 0, self.log())
