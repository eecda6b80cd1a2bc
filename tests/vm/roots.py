# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""Programs that mount, each among mounts of its own that end with it, and what this machine must allow for that."""
import os
import shutil
import subprocess
import tempfile

from archive import Unreachable

TOOLS = ["unshare", "mmdebstrap", "mke2fs", "ffmpeg", "qemu-system-x86_64"]


def alone(words):
    """Runs them among mounts of their own; what subprocess.run gives."""
    own = ["unshare", "--mount"]
    if subprocess.run([*own, "true"], capture_output=True, check=False).returncode != 0:
        own += ["--propagation", "unchanged"]  # a plain chroot is no mount of its own that could be made private
    return subprocess.run([*own, *words], capture_output=True, text=True, check=False)


def run_in(root, script, binds=()):
    """Runs a bash script in a root of unpacked packages, which has /proc, /dev and the (folder, place) of `binds` meanwhile."""
    binds = [("/dev", "dev"), *binds]
    mounts = "".join(f" && mount --bind {folder} {root}/{place}" for folder, place in binds)
    places = " ".join(f"{root}/{place}" for _, place in reversed(binds))
    words = (f"mount -t proc proc {root}/proc{mounts} || exit; chroot {root} bash -c \"$1\"; "
             f"status=$?; umount {places} {root}/proc; exit $status")
    return alone(["sh", "-c", words, "sh", script])


def install(root, archive, packages):
    """A Debian root with these packages and what they need."""
    command = ["mmdebstrap", "--quiet", "--variant=minbase", f"--include={','.join(packages)}",
               "--aptopt=APT::Install-Recommends \"false\"", "--dpkgopt=path-exclude=/usr/share/man/*",
               "--dpkgopt=path-exclude=/usr/share/locale/*", "--dpkgopt=path-exclude=/usr/share/doc/*",
               archive.suites[0], str(root), *archive.lines()]
    result = alone(command)
    if result.returncode != 0:
        raise Unreachable(f"mmdebstrap could not make a root of {archive.suites[0]}.\n{result.stderr[-3000:]}")


def refusal():
    """Why no guest can be made on this machine, a sentence with the fix; empty when it can."""
    missing = [name for name in TOOLS if shutil.which(name) is None]
    if missing:
        return f"{', '.join(missing)} is not installed; ./jtv test vm installs it."
    if os.geteuid() != 0:
        return "the guest's root is made by root only; run ./jtv test vm as root or with sudo."
    with tempfile.TemporaryDirectory() as folder:
        mounting = alone(["sh", "-c", f"mount -t proc proc {folder} && umount {folder}"])
    if mounting.returncode != 0:
        return ("nothing can be mounted here, which making the guest's root needs; give the container CAP_SYS_ADMIN or run "
                f"on a machine of your own ({mounting.stderr.strip()}).")
    return ""
