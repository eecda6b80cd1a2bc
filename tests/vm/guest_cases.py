# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""What must hold for the guest itself."""
import multiprocessing
import os
import pathlib
import select
import time
import unittest

import cases
from guest import Guest


class Orphan(unittest.TestCase):
    """A guest whose run is killed, which then can tidy up nothing."""

    @staticmethod
    def child_of(process):
        """The number of its QEMU; 0 until there is one."""
        children = pathlib.Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
        names = {int(child): pathlib.Path(f"/proc/{child}/comm").read_text(encoding="utf-8") for child in children}
        return next((child for child, name in names.items() if name.startswith("qemu")), 0)

    def test_a_guest_goes_with_a_run_that_is_killed(self):
        share = cases.place.share / "orphan"
        share.mkdir()
        run = multiprocessing.get_context("fork").Process(target=Guest(cases.place.kernel, cases.place.image, share).__enter__)
        run.start()
        while run.is_alive() and not self.child_of(run.pid):
            time.sleep(0.05)
        guest = os.pidfd_open(self.child_of(run.pid))
        self.addCleanup(os.close, guest)
        run.kill()
        run.join()
        self.assertTrue(select.select([guest], [], [], 60)[0], "QEMU runs on")
