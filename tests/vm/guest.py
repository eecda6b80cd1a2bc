# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""A running guest: takes shell scripts, gives back what they print."""
import contextlib
import json
import os
import pathlib
import select
import shutil
import socket
import subprocess
import time


class GuestDied(Exception):
    """The guest did not come up or did not answer; str() ends with what its console said last."""


class OrderFailed(Exception):
    """A script ended with another status than 0; str() is what it printed."""


BOOTS = 3


class Guest:
    """A context; `share` is the folder that the guest sees as /mnt."""

    # The machine is emulated: the kernel module for hardware virtualisation may be there and not work. It is slow enough as
    # it is, and what it runs has limits in real time: it comes before what else this computer does, where that is allowed.
    # It goes with the thread that started it, also when that one is killed.
    MACHINE = ["setpriv", "--pdeathsig", "KILL",
               "qemu-system-x86_64", "-accel", "tcg,thread=multi", "-cpu", "max", "-smp", "2", "-m", "2048", "-nodefaults",
               "-no-reboot", "-display", "none"]
    KERNEL_WORDS = "console=ttyS0 quiet loglevel=4 panic=-1 mitigations=off random.trust_cpu=on nokaslr audit=0"

    def __init__(self, kernel, image, share, devices=()):
        self.share = pathlib.Path(share)
        for name in ("orders", "answers"):
            shutil.rmtree(self.share / name, ignore_errors=True)
            (self.share / name).mkdir(parents=True)
        self.console = self.share / "console.log"
        line = self.share / "orders.socket"
        line.unlink(missing_ok=True)
        self.command = [*self.MACHINE, "-kernel", str(kernel.image), "-initrd", str(image / "initrd.gz"),
                        "-append", self.KERNEL_WORDS, "-serial", f"file:{self.console}",
                        "-chardev", f"socket,id=orders,path={line},server=on,wait=off", "-serial", "chardev:orders",
                        "-drive", f"file={image / 'disk.ext4'},format=raw,if=virtio,snapshot=on",
                        "-virtfs", f"local,path={self.share},mount_tag=share,security_model=none,multidevs=remap",
                        "-qmp", f"unix:{self.share / 'qmp.socket'},server=on,wait=off", *devices]
        self.line_path = line
        self.number = 0
        self.rest = b""

    def __enter__(self):
        # Emulated processors that run at the same time may stumble over instructions which the kernel exchanges as it boots.
        for left in reversed(range(BOOTS)):
            try:
                self._boot()
                break
            except GuestDied:
                if left == 0:
                    raise
        return self

    def _boot(self):
        self.process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                        stderr=(self.share / "qemu.log").open("wb"), start_new_session=True)
        self._hurry()
        self.line = socket.socket(socket.AF_UNIX)
        try:
            self._connect()
            self.release = self._answer(600).split()[1]
        except BaseException:
            self.__exit__()
            raise

    def __exit__(self, *_):
        self.line.close()
        self.process.kill()
        self.process.wait()

    def _hurry(self):
        """Processes of one session share their time, whatever their own priorities are: both are raised."""
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.process.pid, -10)
            pathlib.Path(f"/proc/{self.process.pid}/autogroup").write_text("-10", encoding="ascii")

    def _connect(self):
        until = time.monotonic() + 60
        while True:
            try:
                return self.line.connect(str(self.line_path))
            except OSError:
                if time.monotonic() > until or self.process.poll() is not None:
                    raise GuestDied(f"QEMU did not start: {(self.share / 'qemu.log').read_text()}") from None
                time.sleep(0.05)

    def _answer(self, limit):
        until = time.monotonic() + limit
        while b"\n" not in self.rest:
            readable, _, _ = select.select([self.line], [], [], max(0, until - time.monotonic()))
            more = self.line.recv(4096) if readable else b""
            if not more:
                raise GuestDied(f"the guest said nothing for {limit} s. Its console:\n{self.console_tail()}")
            self.rest += more
        first, self.rest = self.rest.split(b"\n", 1)
        return first.decode().strip()

    def console_tail(self):
        return self.console.read_text(errors="replace")[-3000:] if self.console.exists() else ""

    def run(self, script, limit=600):
        """Runs it with bash -eu; what it printed."""
        text, status = self.attempt(script, limit)
        if status != 0:
            raise OrderFailed(f"status {status} of: {script.strip()}\n{text[-4000:]}")
        return text

    def attempt(self, script, limit=600):
        """As run(), with the exit status beside it."""
        self.number += 1
        (self.share / "orders" / str(self.number)).write_text(script, encoding="utf-8")
        self.line.sendall(f"{self.number}\n".encode())
        number, status = self._answer(limit).split()
        if int(number) != self.number:
            raise GuestDied(f"the guest answered order {number} instead of {self.number}")
        return (self.share / "answers" / number).read_text(errors="replace"), int(status)

    def screendump(self, file):
        """What a screen at the guest's graphics card would show, as PNG or PPM by the file's name."""
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(600)
            line.connect(str(self.share / "qmp.socket"))
            answers = line.makefile("r", encoding="utf-8")
            answers.readline()  # the greeting
            for order in ({"execute": "qmp_capabilities"},
                          {"execute": "screendump", "arguments": {"filename": str(file), "format": file.suffix[1:]}}):
                line.sendall(json.dumps(order).encode() + b"\n")
                answer = json.loads(answers.readline())
                while "event" in answer:
                    answer = json.loads(answers.readline())
                if "error" in answer:
                    raise GuestDied(f"QEMU takes no picture of the screen: {answer['error']['desc']}")
        return file

    def until(self, condition, limit=600):
        """Waits in the guest for a shell condition."""
        self.run(f"until {condition}; do if ((SECONDS > {limit})); then echo in vain; exit 1; fi; sleep 0.1; done", limit + 120)
