# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""What stands on the stage: telephone, calendar, letter, document, check mark, finger."""
import math

import cairo
from stage import (AMBER, BLUE, INK, LINE, MINT, NAVY, PAPER, SKY, TEAL, WHITE, box, disc, ease, mix, paint, rounded, shadow, show, span,
                   sprite, stroke, write)

PHONE_WIDTH, PHONE_HEIGHT, MARGIN = 380, 660, 40
SCREEN_X, SCREEN_Y, SCREEN_WIDTH, SCREEN_HEIGHT = 18, 18, 344, 624  # within the telephone


def _phone(context):
    shadow(context, MARGIN, MARGIN, PHONE_WIDTH, PHONE_HEIGHT, 52)
    box(context, MARGIN, MARGIN, PHONE_WIDTH, PHONE_HEIGHT, 52, NAVY)
    box(context, MARGIN + SCREEN_X, MARGIN + SCREEN_Y, SCREEN_WIDTH, SCREEN_HEIGHT, 38, WHITE)


def phone(context, x, y):
    """A telephone with its upper left corner at x, y."""
    show(context, sprite(_phone, PHONE_WIDTH + 2 * MARGIN, PHONE_HEIGHT + 2 * MARGIN), x - MARGIN, y - MARGIN)


class Screen:
    """Draws within a telephone's screen, in its own coordinates, clipped to it: `with Screen(context, x, y): …`."""

    def __init__(self, context, x, y):
        self.context, self.x, self.y = context, x, y

    def __enter__(self):
        self.context.save()
        self.context.translate(round(self.x + SCREEN_X), round(self.y + SCREEN_Y))
        rounded(self.context, 0, 0, SCREEN_WIDTH, SCREEN_HEIGHT, 38)
        self.context.clip()

    def __exit__(self, *failure):
        box(self.context, SCREEN_WIDTH / 2 - 50, 14, 100, 22, 11, NAVY)
        self.context.restore()


def address_bar(context, text, caret=False):
    box(context, 20, 56, SCREEN_WIDTH - 40, 50, 25, SKY)
    disc(context, 46, 81, 8, TEAL)
    write(context, text + ("|" if caret else ""), 64, 65, 22, INK)


def page_head(context):
    context.rectangle(0, 124, SCREEN_WIDTH, 76)
    paint(context, TEAL)
    context.fill()
    write(context, "Jobcenter Musterstadt", SCREEN_WIDTH / 2, 144, 26, WHITE, bold=True, centred=True)


def button(context, text, y, pressed=0.0, colour=BLUE):
    grow = 6 * pressed
    box(context, 36 + grow, y + grow / 2, SCREEN_WIDTH - 72 - 2 * grow, 68 - grow, 18, colour)
    write(context, text, SCREEN_WIDTH / 2, y + 16, 25, WHITE, bold=True, centred=True)


def tap(context, x, y, time, at):
    """A finger that comes, taps at second `at`, and goes; a ring spreads from the tap."""
    near = span(time, at - 1.0, at - 0.15)
    away = span(time, at + 0.5, at + 1.1)
    alpha = near * (1 - away)
    if alpha <= 0:
        return
    spread = (time - at) / 0.6
    if 0 < spread < 1:
        context.arc(x, y, 20 + 60 * ease(spread), 0, 2 * math.pi)
        context.set_line_width(8)
        paint(context, AMBER, 0.9 * (1 - spread))
        context.stroke()
    press = max(0.0, 1 - abs(time - at) / 0.2)
    tip_x = x + mix(near, 90, 0)
    tip_y = y + mix(near, 120, 0) + 6 * (1 - press)
    show(context, sprite(_finger, 160, 260), tip_x - 48, tip_y - 24, alpha)


def _finger(context):
    """A pointing hand in one piece; the tip of the finger is at 48, 24."""
    for colour, grow in ((NAVY, 10), ("#f3c9a5", 0)):
        context.save()
        context.set_line_cap(cairo.LINE_CAP_ROUND)
        context.set_line_width(40 + grow)
        paint(context, colour)
        context.move_to(48, 34)
        context.line_to(62, 130)
        context.stroke()
        rounded(context, 44 - grow / 2, 104 - grow / 2, 92 + grow, 96 + grow, 34)
        paint(context, colour)
        context.fill()
        context.restore()
    box(context, 56, 190, 82, 60, 12, TEAL)
    for left in (78, 104):
        stroke(context, [(left, 112), (left + 4, 140)], 5, "#d9a479")


def _calendar(context, width, height):
    shadow(context, MARGIN, MARGIN, width, height, 36)
    box(context, MARGIN, MARGIN, width, height, 36, WHITE)
    context.save()
    rounded(context, MARGIN, MARGIN, width, height, 36)
    context.clip()
    context.rectangle(MARGIN, MARGIN, width, 120)
    paint(context, TEAL)
    context.fill()
    context.restore()
    for left in (0.25, 0.75):
        box(context, MARGIN + width * left - 14, MARGIN - 26, 28, 70, 14, NAVY)


def calendar(context, x, y, chosen, lit):
    """A wall calendar of 5 × 4 days; the day `chosen` is marked as far as `lit` says (0 to 1)."""
    width, height = 560, 520
    show(context, sprite(_calendar, width + 2 * MARGIN, height + 2 * MARGIN, width, height), x - MARGIN, y - MARGIN)
    for day in range(20):
        left, top = x + 44 + day % 5 * 98, y + 154 + day // 5 * 90
        box(context, left, top, 78, 68, 14, SKY)
        if day == chosen:
            box(context, left, top, 78, 68, 14, AMBER, lit)
            check(context, left + 39, top + 35, 22, lit, NAVY, 9)


def check(context, x, y, size, share, colour=WHITE, width=18):
    """A check mark that is being drawn; `share` of it is there."""
    points = [(x - size, y), (x - size * 0.3, y + size * 0.7), (x + size, y - size * 0.7)]
    if share <= 0:
        return
    first = min(1.0, share / 0.4)
    path = [points[0], tuple(mix(first, a, b) for a, b in zip(points[0], points[1]))]
    if share > 0.4:
        path.append(tuple(mix((share - 0.4) / 0.6, a, b) for a, b in zip(points[1], points[2])))
    stroke(context, path, width, colour)


def big_check(context, x, y, radius, time):
    """The close of a film: a disc grows, the check mark is drawn into it."""
    grow = span(time, 0.2, 0.9)
    if grow > 0:
        disc(context, x, y, radius * grow * 1.14, WHITE)
        disc(context, x, y, radius * grow, TEAL)
        check(context, x, y, radius * 0.48, span(time, 0.8, 1.7), WHITE, radius * 0.16)


def _document(context, width, height, title):
    shadow(context, MARGIN, MARGIN, width, height, 12)
    box(context, MARGIN, MARGIN, width, height, 12, WHITE)
    scale = width / 360
    box(context, MARGIN + 32 * scale, MARGIN + 36 * scale, 64 * scale, 64 * scale, 12 * scale, TEAL)
    write(context, title, MARGIN + 116 * scale, MARGIN + 44 * scale, 34 * scale, NAVY, bold=True)
    for row in range(8):
        right = (296, 280, 300, 220, 0, 296, 260, 160)[row]
        if right:
            y = MARGIN + (150 + 36 * row) * scale
            stroke(context, [(MARGIN + 36 * scale, y), (MARGIN + 36 * scale + right * scale, y)], 10 * scale, LINE)


def document(context, x, y, width=360, title="Bescheid", alpha=1.0):
    """A letter from the authority, upper left corner at x, y."""
    height = width * 1.32
    show(context, sprite(_document, width + 2 * MARGIN, height + 2 * MARGIN, width, height, title), x - MARGIN, y - MARGIN, alpha)


def _envelope(context, width, height):
    shadow(context, MARGIN, MARGIN, width, height, 24)
    box(context, MARGIN, MARGIN, width, height, 24, BLUE)


def envelope_back(context, x, y, width=560, height=340):
    show(context, sprite(_envelope, width + 2 * MARGIN, height + 2 * MARGIN, width, height), x - MARGIN, y - MARGIN)


def envelope_front(context, x, y, width=560, height=340):
    context.save()
    rounded(context, x, y, width, height, 24)
    context.clip()
    for points, colour in (
        (((x, y), (x + width * 0.5, y + height * 0.62), (x, y + height)), "#2a72b3"),
        (((x + width, y), (x + width * 0.5, y + height * 0.62), (x + width, y + height)), "#2a72b3"),
        (((x, y + height), (x + width * 0.5, y + height * 0.48), (x + width, y + height)), "#3c86c8"),
    ):
        context.move_to(*points[0])
        context.line_to(*points[1])
        context.line_to(*points[2])
        context.close_path()
        paint(context, colour)
        context.fill()
    context.restore()


def identity_card(context, x, y, alpha=1.0):
    show(context, sprite(_identity_card, 480, 340), x - MARGIN, y - MARGIN, alpha)


def _identity_card(context):
    shadow(context, MARGIN, MARGIN, 400, 256, 24)
    box(context, MARGIN, MARGIN, 400, 256, 24, WHITE)
    box(context, MARGIN, MARGIN, 400, 60, 24, SKY)
    write(context, "Ausweis", MARGIN + 26, MARGIN + 8, 32, NAVY, bold=True)
    box(context, MARGIN + 26, MARGIN + 84, 116, 146, 12, MINT)
    disc(context, MARGIN + 84, MARGIN + 136, 28, TEAL)
    context.save()
    context.rectangle(MARGIN + 26, MARGIN + 84, 116, 146)
    context.clip()
    disc(context, MARGIN + 84, MARGIN + 222, 48, TEAL)
    context.restore()
    for row, right in enumerate((200, 160, 190, 120)):
        stroke(context, [(MARGIN + 170, MARGIN + 104 + 36 * row), (MARGIN + 170 + right, MARGIN + 104 + 36 * row)], 10, LINE)


def sun(context, x, y, radius, time):
    for ray in range(8):
        angle = ray * math.pi / 4 + time * 0.15
        stroke(context, [(x + math.cos(angle) * radius * r, y + math.sin(angle) * radius * r) for r in (1.35, 1.7)], 12, AMBER)
    disc(context, x, y, radius, AMBER)


def corners(context, x, y, width, height, colour, alpha=1.0, thick=10, arm=46):
    """The four corners of a view-finder round a box."""
    for left, top in ((0, 0), (1, 0), (0, 1), (1, 1)):
        corner_x, corner_y = x + left * width, y + top * height
        reach_x, reach_y = (arm, -arm)[left], (arm, -arm)[top]
        stroke(context, [(corner_x + reach_x, corner_y), (corner_x, corner_y), (corner_x, corner_y + reach_y)], thick, colour, alpha)


def progress(context, x, y, width, share):
    box(context, x, y, width, 26, 13, LINE)
    if share > 0.02:
        box(context, x, y, max(26, width * share), 26, 13, TEAL)


def folder(context, x, y, alpha=1.0):
    """Where the documents go: a folder with an arrow that points up."""
    show(context, sprite(_folder, 480, 400), x - MARGIN, y - MARGIN, alpha)


def _folder(context):
    shadow(context, MARGIN, MARGIN + 30, 400, 280, 28)
    box(context, MARGIN, MARGIN, 190, 90, 24, BLUE)
    box(context, MARGIN, MARGIN + 30, 400, 280, 28, BLUE)
    box(context, MARGIN, MARGIN + 70, 400, 240, 28, "#2a72b3")
    box(context, MARGIN + 40, MARGIN + 120, 220, 18, 9, PAPER, 0.85)
    box(context, MARGIN + 40, MARGIN + 156, 140, 18, 9, PAPER, 0.6)
