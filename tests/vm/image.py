# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""The guest's disk: a Debian root with what the player needs, the kernel's modules, and the program that takes orders."""
import gzip
import pathlib
import shutil
import stat
import subprocess

from archive import Unreachable, key_of
from kernel import needed
from roots import install, run_in

HERE = pathlib.Path(__file__).resolve().parent
# Beside what the player needs: to boot, to look at devices, to be a television, and to make and play clips without the player.
PACKAGES = ["busybox-static", "v4l-utils", "kmod", "udev", "procps", "gstreamer1.0-tools", "libgl1-mesa-dri",
            "libegl1", "libgles2", "libgbm1", "libdrm2"]
BOOT = ["virtio_pci", "virtio_blk", "ext4", "crc32c_generic"]
NOT_NEEDED = ["usr/share/doc", "usr/share/man", "usr/share/locale", "usr/share/info", "usr/share/lintian", "var/lib/apt/lists",
              "var/cache/apt"]


class Plan:
    """What the root will hold, known from apt's lists alone."""

    def __init__(self, archive, packages):
        self.archive = archive
        self.packages = sorted({*PACKAGES, *packages})
        scripts = [(HERE / "guest" / name).read_text(encoding="utf-8") for name in ("init", "orders")]
        self.key = key_of(*self.archive.resolve(["?essential", *self.packages]), *NOT_NEEDED, *scripts)

    def install(self, folder):
        """The Debian root, into `folder`/root."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        install(folder / "root", self.archive, self.packages)
        for name in NOT_NEEDED:
            shutil.rmtree(folder / "root" / name, ignore_errors=True)

    def finish(self, folder, kernel):
        """Makes disk.ext4 and initrd.gz of it."""
        root = folder / "root"
        shutil.copytree(kernel.modules / "lib/modules", root / "lib/modules", dirs_exist_ok=True)
        shutil.copy(HERE / "guest/orders", root / "orders")
        # GStreamer's list of plug-ins and the list of fonts take long to make in a guest.
        lists = run_in(root, "fc-cache >/dev/null 2>&1; GST_REGISTRY=/var/cache/gstreamer.bin gst-inspect-1.0 >/dev/null")
        if lists.returncode != 0:
            raise Unreachable(f"GStreamer does not run in the guest's root.\n{lists.stderr[-3000:]}")
        initramfs(folder / "initrd.gz", root, kernel)
        used = int(subprocess.run(["du", "-sm", root], capture_output=True, text=True, check=True).stdout.split()[0])
        with open(folder / "disk.ext4", "wb") as disk:
            disk.truncate((used * 5 // 4 + 64) << 20)
        subprocess.run(["mke2fs", "-q", "-F", "-t", "ext4", "-O", "^has_journal", "-d", root, folder / "disk.ext4"], check=True)
        shutil.rmtree(root)


def initramfs(path, root, kernel):
    """Busybox and the modules that find the disk."""
    files = {"bin/busybox": (root / "bin/busybox").read_bytes(), "init": (HERE / "guest/init").read_bytes()}
    order = []
    for module in BOOT:
        for found in needed(root, kernel.version, module):
            name = found.name.removesuffix(".xz")
            if name not in order:
                order.append(name)
                content = found.read_bytes()
                if found.suffix == ".xz":
                    content = subprocess.run(["xz", "-dc"], input=content, capture_output=True, check=True).stdout
                files[f"lib/{name}"] = content
    files["modules"] = "".join(f"/lib/{name}\n" for name in order).encode()
    with gzip.open(path, "wb", compresslevel=1) as out:
        for folder in ("bin", "lib", "proc", "sys", "dev", "root"):
            out.write(entry(folder, b"", stat.S_IFDIR | 0o755))
        for name, content in files.items():
            out.write(entry(name, content, stat.S_IFREG | 0o755))
        out.write(entry("TRAILER!!!", b"", 0))


def entry(name, content, mode):
    """One file as cpio's newc format has it."""
    raw = name.encode() + b"\0"
    fields = [0, mode, 0, 0, 1, 0, len(content), 0, 0, 0, 0, len(raw), 0]
    head = b"070701" + b"".join(b"%08X" % field for field in fields) + raw
    return padded(head) + padded(content)


def padded(content):
    return content + b"\0" * (-len(content) % 4)


LIBRARIES = "ldd \"$@\" | sed -nE 's/.*=> (\\/[^ ]+).*/\\1/p' | sort -u | xargs -n 1 realpath"


def runtime_packages(programs, root="/"):
    """Debian's packages with the libraries that programs of a root are linked with."""
    inside = [] if root == "/" else ["chroot", str(root)]
    paths = subprocess.run([*inside, "sh", "-c", LIBRARIES, "sh", *programs], capture_output=True, text=True, check=True).stdout.split()
    owners = subprocess.run([*inside, "dpkg-query", "-S", *paths, *(path.removeprefix("/usr") for path in paths)],
                            capture_output=True, text=True, check=False).stdout
    return sorted({line.split(":")[0] for line in owners.splitlines() if ": /" in line})
