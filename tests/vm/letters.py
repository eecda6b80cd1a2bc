# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""Reads what the virtual decoder writes into its pictures, in the kernel's own font."""
import re


class Font:
    """Of letters 8 wide and 16 high, from the kernel's source of it."""

    WIDTH, HEIGHT = 8, 16

    def __init__(self, source):
        text = re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL)
        rows = bytes(int(row, 16) for row in re.findall(r"\b0x([0-9a-fA-F]{2})\b", text))
        if len(rows) != 256 * self.HEIGHT:
            raise ValueError(f"the font has {len(rows)} rows instead of {256 * self.HEIGHT}; tests/vm/letters.py has to learn it")
        self.letters = {rows[code * self.HEIGHT:(code + 1) * self.HEIGHT]: chr(code) for code in range(32, 127)}

    def line(self, picture, x, y):
        """The light letters on a dark ground from there on, up to what is no letter."""
        text = ""
        while x + self.WIDTH <= picture.width:
            letter = bytes(self._row(picture, x, y + row) for row in range(self.HEIGHT))
            if letter not in self.letters:
                break
            text += self.letters[letter]
            x += self.WIDTH
        return text

    def _row(self, picture, x, y):
        return sum(0x80 >> column for column in range(self.WIDTH) if picture.at(x + column, y)[1] > 127)
