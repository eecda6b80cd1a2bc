#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""./jtv: its words, what it says to a mistake, its package lists, and the comparison of corpora."""
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]


def run(*arguments, cwd=ROOT):
    return subprocess.run(arguments, cwd=cwd, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)


def shell(script):
    return run("bash", "-euo", "pipefail", "-c", f"source tools/say.sh; source tools/packages.sh; {script}")


class Words(unittest.TestCase):
    def test_help_names_every_word(self):
        text = run("./jtv", "help").stdout
        for word in ("demo", "test", "build", "bench", "package", "corpora", "help"):
            self.assertRegex(text, rf"(?m)^  {word}\b")
            if word != "help":
                self.assertTrue((ROOT / "tools" / f"{word}.sh").is_file(), f"{word} is announced and does not exist")

    def test_it_works_from_any_folder_and_through_a_link(self):
        with tempfile.TemporaryDirectory() as folder:
            link = pathlib.Path(folder, "tv")
            link.symlink_to(ROOT / "jtv")
            self.assertEqual(run(str(link), "help", cwd=folder).returncode, 0)

    def test_an_unknown_word_or_tier_is_one_sentence_and_status_2(self):
        for arguments in (("fly",), ("test", "moon"), ("corpora",), ("corpora", "no/such/folder"), ("package", "--fast")):
            result = run("./jtv", *arguments)
            self.assertEqual(result.returncode, 2, arguments)
            self.assertEqual(len(result.stderr.strip().splitlines()), 1, result.stderr)


class Packages(unittest.TestCase):
    def test_the_names_of_each_release_are_found(self):
        for release in ("12", "13"):
            names = shell(f"packages_of {release} build run").stdout.split()
            self.assertIn("libpoco-dev", names)
            self.assertEqual(len(names), len(set(names)))

    def test_a_package_is_not_asked_for_where_its_command_exists(self):
        self.assertEqual(shell("node() { :; }; npm() { :; }; packages_of 12 web").stdout, "")

    def test_every_line_is_understood(self):
        for line in (ROOT / "tools/packages.txt").read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                self.assertRegex(line, r"^[a-z]+ +[a-z0-9.+-]+( +(12|13|unless)=\S+)*$")


class Corpora(unittest.TestCase):
    """With a list of two files in a copy of the script's own folder."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = pathlib.Path(self.folder.name)
        shutil.copytree(ROOT / "tools", self.root / "tools")
        shutil.copy(ROOT / "jtv", self.root)
        (self.root / "tests/data").mkdir(parents=True)
        heads = (ROOT / "tests/data/corpora.tsv").read_text(encoding="utf-8").splitlines()[0]
        empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        rows = [f"{name}\tsource\t1\tpath\t{empty}\tMIT" for name in ("a", "b")]
        (self.root / "tests/data/corpora.tsv").write_text("\n".join([heads, *rows]) + "\n", encoding="utf-8")
        (self.root / "brought").mkdir()

    def compare(self, **files):
        for name, text in files.items():
            (self.root / "brought" / name).write_text(text, encoding="utf-8")
        return run("./jtv", "corpora", "brought", cwd=self.root)

    def test_the_listed_files_are_accepted(self):
        result = self.compare(a="", b="")
        self.assertEqual((result.returncode, result.stdout.strip()), (0, "2 as listed, 0 missing, 0 different"))

    def test_a_missing_and_a_changed_file_are_named(self):
        result = self.compare(a="changed")
        self.assertEqual(result.returncode, 1)
        self.assertIn("differs: a\nmissing: b\n0 as listed, 1 missing, 1 different", result.stdout)

    def test_each_row_of_the_real_list_has_six_fields_and_a_hash(self):
        rows = (ROOT / "tests/data/corpora.tsv").read_text(encoding="utf-8").splitlines()[1:]
        for row in rows:
            fields = row.split("\t")
            self.assertEqual(len(fields), 6, row)
            self.assertTrue(all(fields), row)
            self.assertTrue(re.fullmatch("[0-9a-f]{64}", fields[4]), row)


if __name__ == "__main__":
    unittest.main()
