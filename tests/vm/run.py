#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""The VM tests: the real player on a virtual display with virtual decoders. Called by ./jtv test vm.

What takes minutes to make (kernel modules, the guest's disk) is kept under the versions of the packages it is made of.

A case has failed when it has failed twice, the second time in a fresh guest: an emulated machine beside other work may stand still
for seconds between any two looks. Each first failure is told.
"""
import argparse
import concurrent.futures
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

import cases
import clips
import display_cases
import guest_cases
import image
import kernel
import memory_cases
import roots
import workshop
from archive import Archive, Unreachable, key_of

BEGAN = time.monotonic()
SUITES = {"12": "bookworm", "13": "trixie"}


def say(text):
    print(f"[{time.monotonic() - BEGAN:4.0f}s] vm: {text}", file=sys.stderr, flush=True)


def made(folder, make):
    """`folder`, made by make(temporary folder) unless it is there; half a one is never seen."""
    if not folder.exists():
        work = folder.with_name(folder.name + ".new")
        shutil.rmtree(work, ignore_errors=True)
        make(work)
        work.rename(folder)
    os.utime(folder)
    return folder


def forget_old(cache, keep):
    """Keeps what was used last."""
    for kind in ("kernel", *(f"image-{release}" for release in SUITES), "clips", "workshop"):
        found = sorted(cache.glob(f"{kind}-*"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in found[keep:]:
            shutil.rmtree(path, ignore_errors=True)


def compiled(options, cache, archive):
    """The folder with the programs, and Debian's packages with the libraries they need."""
    if options.programs:
        folder = pathlib.Path(options.programs).resolve()
        return folder, image.runtime_packages([folder / name for name in workshop.PROGRAMS])
    place = workshop.Workshop(cache, archive, options.workshop.split(","))
    if not place.root.exists():
        say(f"installing compilers of Debian {options.debian} into a root")
    made(place.root, place.install)
    say(f"compiling for Debian {options.debian}")
    place.compile(options.jobs)
    return place.programs, image.runtime_packages([f"/programs/{name}" for name in workshop.PROGRAMS], place.root)


def machine(options, cache, kernel_plan, image_plan):
    """The kernel and the disk, from the cache or made now."""
    folder = cache / f"kernel-{kernel_plan.key}"
    disk = cache / f"image-{options.debian}-{kernel_plan.key}-{image_plan.key}"
    built = kernel.Kernel(folder, kernel_plan.version)

    def make_disk(work):
        # The modules are compiled while the root is installed.
        with concurrent.futures.ThreadPoolExecutor() as pool:
            modules = pool.submit(make_kernel)
            image_plan.install(work)
            modules.result()
        say("making the guest's disk")
        image_plan.finish(work, built)

    def make_kernel():
        if not folder.exists():
            say(f"building modules for {kernel_plan.version}")
        made(folder, kernel_plan.build)

    if not disk.exists():
        say(f"installing the guest's root (Debian {options.debian})")
    made(disk, make_disk)
    make_kernel()
    return built, disk


def skipped(why):
    """This machine cannot have a guest at all. One that could and whose modules do not build is a failure."""
    print(f"SKIPPED: the VM tests: {why}", file=sys.stderr)
    print("0 passed, 0 failed, 1 skipped")
    return 0


def stop(*_):
    """The guest goes with us; unittest would take an exception for a failed case."""
    if cases.place is not None:
        cases.place.close()
    os._exit(1)


def run(suite, options, cache, place):
    """The cases of a suite, in a guest of their own."""
    place.evidence.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="jtv-vm-") as share:
        for name in workshop.PROGRAMS:
            shutil.copy(options.programs / name, share)
        made_from = pathlib.Path(clips.__file__).read_text(encoding="utf-8")
        shutil.copytree(made(cache / f"clips-{key_of(made_from)}", clips.make), pathlib.Path(share, "clips"))
        place.share = pathlib.Path(share)
        cases.place = place
        try:
            return unittest.TextTestRunner(verbosity=2).run(suite)
        finally:
            place.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--debian", default="12", choices=sorted(SUITES), help="release of the guest")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--programs", help="folder of the programs to test, compiled on that release")
    source.add_argument("--workshop", help="compile them in a root of that release with these packages, comma separated")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="compilers at a time")
    parser.add_argument("--packages", default="", help="what the player needs when it runs, comma separated")
    parser.add_argument("--folder", default="build/vm", help="keeps the guest in cache, pictures, logs and figures in evidence")
    parser.add_argument("-k", dest="only", help="only cases whose names contain this")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, stop)
    options.packages = [name for name in options.packages.split(",") if name]
    if why := roots.refusal():
        return skipped(why)
    cache = pathlib.Path(options.folder).resolve() / "cache"
    cache.mkdir(parents=True, exist_ok=True)
    try:
        say("asking the archive for the versions of what the guest is made of")
        archive = Archive(cache / f"apt-{options.debian}", [SUITES[options.debian]])
        archive.update()
        kernel_plan = kernel.Plan(cache / "apt-kernel")
    except Unreachable as fault:
        return skipped(fault)
    try:
        options.programs, packages = compiled(options, cache, archive)
        built, disk = machine(options, cache, kernel_plan, image.Plan(archive, packages + options.packages))
    except (Unreachable, subprocess.CalledProcessError) as fault:
        say(f"the guest cannot be built: {fault}")
        return 1
    forget_old(cache, 2)
    evidence = cache.with_name("evidence")
    shutil.rmtree(evidence, ignore_errors=True)
    evidence.mkdir(parents=True)
    loader = unittest.TestLoader()
    if options.only:
        loader.testNamePatterns = [f"*{options.only}*"]

    def look(suite, folder):
        return run(suite, options, cache, cases.Place(options.debian, built, disk, None, folder, say))

    suite = unittest.TestSuite(loader.loadTestsFromModule(module) for module in (guest_cases, cases, memory_cases, display_cases))
    result = look(suite, evidence)
    bad = [case for case, _ in [*result.failures, *result.errors]]
    if bad and all(isinstance(case, unittest.TestCase) for case in bad):
        for case in bad:
            say(f"UNSTEADY: {case.id()} failed, and is looked at once more in a fresh guest")
        second = look(unittest.TestSuite(bad), evidence / "second")
        bad = [case for case, _ in [*second.failures, *second.errors]]
    say("done")
    print(f"{result.testsRun - len(bad) - len(result.skipped)} passed, {len(bad)} failed, {len(result.skipped)} skipped")
    return 1 if bad or result.testsRun == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
