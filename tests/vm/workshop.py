# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""The programs as another Debian release makes them: this tree, compiled in a root of that release."""
import pathlib
import shutil

from archive import Unreachable, key_of
from roots import install, run_in

TREE = pathlib.Path(__file__).resolve().parents[2]
PROGRAMS = ["jtv-player", "jtv-provision", "jtv-observe-planes"]


class Workshop:
    """`root`: compilers and libraries, made once for the versions that the archive has. `programs`: the folder with what was
    compiled, as it is shipped; the same stands in `root` below /programs. Objects and the compiler's cache stay in `folder`."""

    def __init__(self, folder, archive, packages):
        self.archive = archive
        self.packages = sorted(packages)
        self.root = folder / f"workshop-{key_of(*archive.resolve(['?essential', *self.packages]))}"
        self.build = folder / f"build-{archive.suites[0]}"
        self.ccache = folder / "ccache"
        self.programs = self.build / "bin"

    def install(self, root):
        """Into `root`, a folder that does not exist."""
        install(root, self.archive, self.packages)
        for name in ("jtv", "ccache"):
            (root / name).mkdir()
        shutil.rmtree(root / "var/cache/apt", ignore_errors=True)

    def compile(self, jobs):
        for folder in (self.build, self.ccache):
            folder.mkdir(parents=True, exist_ok=True)
        script = ("cd /jtv && export CCACHE_DIR=/ccache HOME=/tmp LANG=C.UTF-8 && "
                  "cmake --preset release -D JTV_TESTS=ON -D CMAKE_CXX_COMPILER_LAUNCHER=ccache && "
                  f"cmake --build --preset release -j {jobs} --target {' '.join(PROGRAMS)}")
        result = run_in(self.root, script, [(TREE, "jtv"), (self.build, "jtv/build"), (self.ccache, "ccache")])
        if result.returncode != 0:
            raise Unreachable(f"the programs do not compile on {self.archive.suites[0]}.\n"
                              f"{result.stdout[-3000:]}{result.stderr[-3000:]}")
        inside = self.root / "programs"
        inside.mkdir(exist_ok=True)
        for name in PROGRAMS:
            shutil.copy(self.programs / name, inside)
