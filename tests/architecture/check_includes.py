#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""Holds the arrows of ARCHITECTURE.md: who may include whom, which folder may use which library, and the house's file rules."""
import pathlib
import re
import subprocess
import sys

TOPS = ("base", "content", "player", "provisioning", "scheduler")
SOURCES = (".cpp", ".h")
LINE_LIMIT = 500
LIMITED = SOURCES + (".py", ".ts", ".svelte", ".js", ".mjs", ".sh", ".css", ".sql")
SIGNED = LIMITED + (".cmake", ".service", ".socket", ".md", ".rng", ".rnc", ".html", ".yml", ".toml")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
MACHINE_PATH = re.compile(r"(?<![\w./$}-])/(?:work|root|home)/[\w.]")


class Table:
    """A Markdown table of ARCHITECTURE.md, found by its heading row; cells are lists of `quoted` words."""

    def __init__(self, text, *heading):
        rows = iter(text.splitlines())
        wanted = "| " + " | ".join(heading) + " |"
        if not any(row.strip() == wanted for row in rows):
            raise SystemExit(f"ARCHITECTURE.md: the table '{wanted}' is missing; write it again, it is what this test reads")
        next(rows)
        self.rows = []
        for row in rows:
            if not row.startswith("|"):
                break
            self.rows.append([re.findall(r"`([^`]+)`", cell) for cell in row.strip("|").split("|")])


def expand(words, folders):
    """The folders that a list of words names; `x/*` is every folder below x, `*` every folder."""
    named = set()
    for word in words:
        if word == "*":
            named.update(folders)
        elif word.endswith("/*"):
            named.update(folder for folder in folders if folder.startswith(word[:-1]))
        else:
            named.add(word)
    return named


def read_arrows(text):
    """folder → every folder it may include, directly or through another; complains about cycles."""
    rows = {cells[0][0]: cells[2] for cells in Table(text, "folder", "what it does", "may include").rows}
    direct = {folder: expand(words, rows) - {folder} for folder, words in rows.items()}
    faults = [f"ARCHITECTURE.md: {folder} may include {word}, which has no row of its own; add the row"
              for folder, words in direct.items() for word in sorted(words) if word not in rows]
    reach = {}

    def walk(folder, path):
        if folder in path:
            faults.append("ARCHITECTURE.md: the arrows form a circle: " + " → ".join([*path, folder]))
            return set()
        if folder not in reach:
            found = set(direct.get(folder, ()))
            for word in direct.get(folder, ()):
                found |= walk(word, [*path, folder])
            reach[folder] = found
        return reach[folder]

    for folder in rows:
        walk(folder, [])
    return reach, faults


class Tree:
    """The tracked files below a root, and what they break."""

    def __init__(self, root):
        self.root = root
        text = (root / "ARCHITECTURE.md").read_text(encoding="utf-8")
        self.reach, self.faults = read_arrows(text)
        rows = Table(text, "library", "headers", "included by").rows
        self.libraries = [(cells[1], expand(cells[2], self.reach)) for cells in rows]
        listed = subprocess.run(["git", "-C", root, "ls-files", "-z", "-co", "--exclude-standard"],
                                check=True, capture_output=True, text=True).stdout.split("\0")
        self.files = sorted(name for name in listed if name and (root / name).is_file())
        self.edges = {}

    def fault(self, name, line, text):
        self.faults.append(f"{name}:{line}: {text}")

    def check(self):
        for name in self.files:
            path = pathlib.PurePosixPath(name)
            if path.suffix in SIGNED or path.name in ("CMakeLists.txt", "jtv"):
                self.check_text(name, path)
            if path.suffix in SOURCES:
                self.check_includes(name, path)
        self.check_file_cycles()
        return self.faults

    def lines(self, name):
        return (self.root / name).read_text(encoding="utf-8", errors="replace").splitlines()

    def check_text(self, name, path):
        lines = self.lines(name)
        if not any("SPDX-License-Identifier:" in line for line in lines[:6]):
            self.fault(name, 1, "no SPDX licence line; begin the file as base/result.h does")
        if path.suffix in LIMITED and len(lines) > LINE_LIMIT:
            self.fault(name, len(lines), f"longer than {LINE_LIMIT} lines; split it into things that have a name")
        for number, line in enumerate(lines, 1):
            if MACHINE_PATH.search(line):
                self.fault(name, number, "a path of one machine; make it relative or a parameter")

    def check_includes(self, name, path):
        folder = str(path.parent)
        product = path.parts[0] in TOPS
        if product and folder not in self.reach:
            self.fault(name, 1, f"the folder {folder} has no row in the table of ARCHITECTURE.md; add it")
            return
        first = True
        for number, line in enumerate(self.lines(name), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            mark, header = match.groups()
            if mark == '"':
                self.check_own(name, number, header, folder if product else None)
            elif product:
                self.check_foreign(name, number, header, folder)
            own = str(path.with_suffix(".h"))
            if first and path.suffix == ".cpp" and (self.root / own).is_file() and header != own:
                self.fault(name, number, f'include "{own}" first, so that it is known to stand alone')
            first = False

    def check_own(self, name, number, header, folder):
        if not (self.root / header).is_file():
            if "/" not in header or header.split("/")[0] in (*TOPS, "tests"):
                if not self.is_made_by_the_build(header, name):
                    self.fault(name, number, f'"{header}" is not a file; write its path from the root')
            return
        self.edges.setdefault(name, []).append(header)
        target = str(pathlib.PurePosixPath(header).parent)
        if folder and target != folder and target not in self.reach[folder]:
            self.fault(name, number, f"{folder} may not include {target}; if the arrow is right, "
                       "write it into the table of ARCHITECTURE.md in the same commit and say why")

    def is_made_by_the_build(self, header, name):
        """Headers of jtv_embed_text() are named in the CMakeLists.txt of the folder that includes them."""
        listing = self.root / pathlib.PurePosixPath(name).parent
        while listing != self.root:
            script = listing / "CMakeLists.txt"
            if script.is_file() and pathlib.PurePosixPath(header).name in script.read_text(encoding="utf-8"):
                return True
            listing = listing.parent
        return False

    def check_foreign(self, name, number, header, folder):
        if "/" not in header and not header.endswith(".h"):
            return  # a header of the C++ standard library
        best = max(((word, folders) for words, folders in self.libraries for word in words if header.startswith(word)),
                   key=lambda pair: len(pair[0]), default=None)
        if best is None:
            self.fault(name, number, f"<{header}> belongs to no library of ARCHITECTURE.md; add a row, with the one folder that may use it")
        elif folder not in best[1]:
            self.fault(name, number, f"<{header}> may be included by {', '.join(sorted(best[1]))} only; go through that folder's own header")

    def check_file_cycles(self):
        state = {}

        def walk(name, path):
            if state.get(name) == "done":
                return
            if name in path:
                self.fault(name, 1, "files include each other in a circle: " + " → ".join([*path[path.index(name):], name]))
                return
            for header in self.edges.get(name, ()):
                walk(header, [*path, name])
            state[name] = "done"

        for name in self.files:
            walk(name, [])


def main(arguments):
    root = pathlib.Path(arguments[1] if len(arguments) > 1 else pathlib.Path(__file__).parents[2]).resolve()
    tree = Tree(root)
    faults = tree.check()
    for line in faults:
        print(line, file=sys.stderr)
    print(f"{len(tree.files)} files, {len(tree.reach)} folders, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
