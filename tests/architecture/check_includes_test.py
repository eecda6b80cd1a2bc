#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""The control of check_includes.py: each planted fault is found, and a clean tree is passed."""
import pathlib
import subprocess
import tempfile
import unittest

import check_includes

HEAD = "// SPDX-License-" "Identifier: EUPL-1.2\n"
ARROWS = """| folder | what it does | may include |
|---|---|---|
| `base` | values | – |
| `content/model` | plan | `base` |
| `content/xml` | reader | `content/model` |
| `player/screen` | window | `base` |
"""
LIBRARIES = """
| library | headers | included by |
|---|---|---|
| libxml2 | `libxml/` | `content/xml` |
| C | `sys/` | `*` |
"""


class CheckIncludes(unittest.TestCase):
    def faults(self, files, arrows=ARROWS):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            subprocess.run(["git", "init", "-q", folder], check=True)
            for name, text in {"ARCHITECTURE.md": "<!-- SPDX-License-" "Identifier: EUPL-1.2 -->\n" + arrows + LIBRARIES,
                               "base/result.h": HEAD, "content/model/plan.h": HEAD + '#include "base/result.h"\n', **files}.items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(text, encoding="utf-8")
            return "\n".join(check_includes.Tree(root).check())

    def test_a_clean_tree_is_passed(self):
        self.assertEqual(self.faults({"content/xml/a.cpp": HEAD + '#include <libxml/tree.h>\n#include <vector>\n#include "base/result.h"\n'}), "")

    def test_an_include_against_an_arrow_is_found(self):
        self.assertIn("base may not include content/model", self.faults({"base/a.cpp": HEAD + '#include "content/model/plan.h"\n'}))
        self.assertIn("player/screen may not include content/model",
                      self.faults({"player/screen/a.h": HEAD + '#include "content/model/plan.h"\n'}))

    def test_a_library_in_a_second_folder_is_found(self):
        self.assertIn("<libxml/tree.h> may be included by content/xml only",
                      self.faults({"content/model/a.cpp": HEAD + "#include <libxml/tree.h>\n"}))

    def test_an_unknown_library_is_found(self):
        self.assertIn("belongs to no library", self.faults({"base/a.cpp": HEAD + "#include <curl/curl.h>\n"}))

    def test_a_folder_without_a_row_is_found(self):
        self.assertIn("player/new has no row", self.faults({"player/new/a.h": HEAD}))

    def test_a_circle_of_arrows_is_found(self):
        self.assertIn("circle", self.faults({}, ARROWS.replace("| values | – |", "| values | `content/xml` |")))

    def test_a_circle_of_files_is_found(self):
        self.assertIn("circle", self.faults({"base/a.h": HEAD + '#include "base/b.h"\n', "base/b.h": HEAD + '#include "base/a.h"\n'}))

    def test_a_source_file_that_does_not_include_its_own_header_first_is_found(self):
        self.assertIn('include "base/a.h" first',
                      self.faults({"base/a.h": HEAD, "base/a.cpp": HEAD + '#include "base/result.h"\n#include "base/a.h"\n'}))

    def test_a_missing_header_is_found(self):
        self.assertIn("is not a file", self.faults({"base/a.cpp": HEAD + '#include "base/lost.h"\n'}))

    def test_a_missing_licence_line_is_found(self):
        self.assertIn("no SPDX licence line", self.faults({"base/a.h": "#pragma once\n"}))

    def test_a_file_that_is_too_long_is_found(self):
        self.assertIn("longer than 500 lines", self.faults({"base/a.h": HEAD + "\n" * 500}))

    def test_a_machine_path_is_found(self):
        self.assertIn("a path of one machine", self.faults({"base/a.h": HEAD + "// see /" + "home/someone/file\n"}))


if __name__ == "__main__":
    unittest.main()
