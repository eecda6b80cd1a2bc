# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""The guest's kernel: the newest one of Debian 13's backports, and the modules that Debian's configuration leaves out.

Only that kernel's virtual display has NV12 planes; its userland may be older. Everything is unpacked, nothing is
installed: no maintainer script runs.
"""
import concurrent.futures
import pathlib
import shutil
import subprocess

from archive import Archive, Unreachable, key_of
from roots import run_in

HERE = pathlib.Path(__file__).resolve().parent
SUITES = ["trixie", "trixie-backports"]
OLD_SOURCE = "linux-source-6.12"
# What the guest loads; what these need in turn is found by modprobe.
WANTED = ["virtio_pci", "virtio_blk", "ext4", "crc32c_generic", "overlay", "9p", "9pnet_virtio", "virtio_gpu", "evdev",
          "virtio_input", "vkms", "visl", "vicodec", "vivid"]


FONT = "lib/fonts/font_8x16.c"  # what visl writes with
NEW_PARTS = ["drivers/gpu/drm/vkms", "drivers/media/test-drivers", "drivers/media/v4l2-core/v4l2-mem2mem.c", FONT]
OLD_PARTS = ["drivers/media/test-drivers/vicodec"]
# Modules that no guest needs; the list of what needs what is made faster without them.
NOT_NEEDED = ["drivers/net", "drivers/scsi", "drivers/usb", "drivers/iio", "drivers/hid", "drivers/infiniband", "drivers/staging",
              "drivers/media/usb", "drivers/media/pci", "drivers/media/dvb-frontends", "drivers/media/tuners", "sound",
              "net/netfilter", "net/sched", "fs/nls", "drivers/hwmon", "drivers/ata", "drivers/mtd", "drivers/gpu/drm/amd",
              "drivers/gpu/drm/nouveau", "drivers/gpu/drm/radeon", "drivers/gpu/drm/i915", "drivers/gpu/drm/xe"]


class Kernel:
    """What was built: `image` to boot, `modules` with lib/modules below it, `font` as source, `version`."""

    def __init__(self, folder, version):
        self.folder = folder
        self.version = version
        self.image = folder / "vmlinuz"
        self.modules = folder / "root"
        self.font = folder / pathlib.Path(FONT).name


class Plan:
    """What will be built, known from apt's lists alone, so that a built one can be found by its key."""

    def __init__(self, folder):
        self.archive = Archive(folder, SUITES)
        self.archive.update()
        release = self.archive.version("linux-image-amd64")
        images = [name for name in self.archive.depends(f"linux-image-amd64={release}") if name.startswith("linux-image-")]
        if len(images) != 1:
            raise Unreachable(f"linux-image-amd64 {release} names {len(images)} kernels; tests/vm/kernel.py has to learn it.")
        self.version = images[0].removeprefix("linux-image-")
        self.parts = [images[0]] + [name for name in self.archive.depends(f"{images[0]}={release}")
                                    if name.endswith(f"-{self.version}")]
        self.source = f"linux-source-{'.'.join(release.split('.')[:2])}"
        self.old = self.archive.version(OLD_SOURCE, SUITES[0])
        script = (HERE / "modules.sh").read_text(encoding="utf-8")
        self.key = key_of(release, self.old, script, *NEW_PARTS, *WANTED)
        self.release = release

    def build(self, folder):
        """Into `folder`; gives the Kernel."""
        work = folder.with_name(folder.name + ".work")
        shutil.rmtree(work, ignore_errors=True)
        root = work / "root"
        root.mkdir(parents=True)
        tools = self.archive.fetch(["?essential", "make", "kmod", "binutils", f"linux-headers-{self.version}"])
        parts = self.archive.download(work / "deb", *[f"{name}={self.release}" for name in self.parts])
        # base-files first: it says that /lib is /usr/lib.
        for deb in sorted([*tools, *parts], key=lambda path: not path.name.startswith("base-files_")):
            unpack(deb, root)
        names = [f"{self.source}={self.release}", f"{OLD_SOURCE}={self.old}"]
        new, old = self.archive.download(work / "deb", *names)
        with concurrent.futures.ThreadPoolExecutor() as pool:
            taken = [pool.submit(sources, new, root / "src/new", NEW_PARTS), pool.submit(sources, old, root / "src/old", OLD_PARTS)]
            for each in taken:
                each.result()
        self._compile(root)
        kernel = Kernel(folder, self.version)
        folder.mkdir(parents=True)
        shutil.copy(next(root.glob(f"usr/lib/modules/{self.version}/vmlinuz*"), None)
                    or root / f"boot/vmlinuz-{self.version}", kernel.image)
        collect(root, kernel)
        shutil.copy(root / "out/vicodec-stalling.ko", folder)
        shutil.copy(root / "src/new" / FONT, kernel.font)
        shutil.rmtree(work)
        return kernel

    def _compile(self, root):
        for name, link in (("awk", "mawk"), ("sh", "dash")):
            if not (root / "usr/bin" / name).exists():
                (root / "usr/bin" / name).symlink_to(link)
        shutil.copy(HERE / "modules.sh", root / "modules.sh")
        result = run_in(root, f"bash /modules.sh {self.version}")  # objtool looks into /proc
        if result.returncode != 0:
            raise Unreachable(f"a kernel module for {self.version} could not be built; tests/vm/modules.sh has to follow "
                              f"the kernel.\n{result.stdout[-3000:]}{result.stderr[-3000:]}")


def unpack(deb, root):
    subprocess.run(["dpkg-deb", "--extract", deb, root], check=True)


def sources(deb, folder, parts):
    """Some folders of a linux-source package."""
    folder.mkdir(parents=True)
    listing = subprocess.Popen(["dpkg-deb", "--fsys-tarfile", deb], stdout=subprocess.PIPE)
    inner = subprocess.Popen(["tar", "-xO", "--wildcards", "./usr/src/linux-source-*.tar.xz"], stdin=listing.stdout,
                             stdout=subprocess.PIPE)
    name = deb.name.split("_")[0]
    subprocess.run(["tar", "-xJ", "-C", folder, "--strip-components=1", *[f"{name}/{part}" for part in parts]],
                   stdin=inner.stdout, check=True)
    for process in (inner, listing):
        process.stdout.close()
        process.wait()


def collect(root, kernel):
    """The modules the guest loads, out of the thousands."""
    tree = f"lib/modules/{kernel.version}"
    extra = root / "usr" / tree / "extra"
    extra.mkdir()
    for name in NOT_NEEDED:
        shutil.rmtree(root / "usr" / tree / "kernel" / name, ignore_errors=True)
    for module in (root / "out").glob("*.ko"):
        if module.name != "vicodec-stalling.ko":
            shutil.copy(module, extra)
    subprocess.run(["chroot", root, "depmod", kernel.version], check=True)
    target = root / "collected" / tree
    for name in WANTED:
        for path in needed(root, kernel.version, name):
            copy = target / path.relative_to(root / tree)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, copy)
    for name in ("modules.builtin", "modules.builtin.modinfo", "modules.order"):
        if (root / tree / name).exists():
            shutil.copy(root / tree / name, target)
    subprocess.run(["chroot", root, "depmod", "-b", "/collected", kernel.version], check=True)
    shutil.move(root / "collected", kernel.modules)


def needed(root, version, module):
    """Paths of a module and what it needs, in the order they are loaded; none when it is part of the kernel."""
    result = subprocess.run(["chroot", root, "modprobe", "-S", version, "--show-depends", module],
                            capture_output=True, text=True, check=False)
    return [root / line.split()[1].lstrip("/") for line in result.stdout.splitlines() if line.startswith("insmod ")]
