# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""The drawing kit of the explainer videos: colours, text, easing and the flat illustrations."""

import functools
import math

import cairo
import gi

gi.require_version("Pango", "1.0")
gi.require_version("PangoCairo", "1.0")
from gi.repository import Pango, PangoCairo  # noqa: E402

WIDTH, HEIGHT, RATE = 1920, 1080, 30

GROUND = 0xF7F9F8
INK = 0x1C2B30
TITLE = 0x06343C
ACCENT = 0x00565F
DEEP = 0x004F59
PALE = 0xDCEBEC
LINE = 0xC9D8D9
WHITE = 0xFFFFFF
WARM = 0xF0A330
SHADOW = 0x0B2A30


def colour(ctx, rgb, alpha=1.0):
    ctx.set_source_rgba((rgb >> 16 & 255) / 255, (rgb >> 8 & 255) / 255, (rgb & 255) / 255, alpha)


def ease(t):
    """0 → 1 with a soft start and end; outside of [0, 1] it stays at the ends."""
    t = min(1.0, max(0.0, t))
    return t * t * (3 - 2 * t)


def between(time, begin, end):
    """How far `time` has come from `begin` to `end` (seconds), eased."""
    return ease((time - begin) / (end - begin))


def rounded(ctx, x, y, w, h, r):
    ctx.new_sub_path()
    ctx.arc(x + w - r, y + r, r, -math.pi / 2, 0)
    ctx.arc(x + w - r, y + h - r, r, 0, math.pi / 2)
    ctx.arc(x + r, y + h - r, r, math.pi / 2, math.pi)
    ctx.arc(x + r, y + r, r, math.pi, 3 * math.pi / 2)
    ctx.close_path()


def box(ctx, x, y, w, h, r, rgb, alpha=1.0):
    rounded(ctx, x, y, w, h, r)
    colour(ctx, rgb, alpha)
    ctx.fill()


def shadow(ctx, x, y, w, h, r):
    for spread, alpha in ((26, 0.025), (16, 0.035), (8, 0.05)):
        box(ctx, x - spread, y - spread + 14, w + 2 * spread, h + 2 * spread, r + spread, SHADOW, alpha)


_measure = cairo.Context(cairo.ImageSurface(cairo.FORMAT_ARGB32, 1, 1))


@functools.lru_cache(maxsize=None)
def _layout(text, size, weight, width, align):
    layout = PangoCairo.create_layout(_measure)
    font = Pango.FontDescription("Noto Sans")
    font.set_absolute_size(size * Pango.SCALE)
    font.set_weight({"regular": Pango.Weight.NORMAL, "medium": Pango.Weight.MEDIUM, "bold": Pango.Weight.BOLD}[weight])
    layout.set_font_description(font)
    if width:
        layout.set_width(int(width * Pango.SCALE))
        layout.set_wrap(Pango.WrapMode.WORD)
    layout.set_alignment({"left": Pango.Alignment.LEFT, "center": Pango.Alignment.CENTER}[align])
    layout.set_text(text, -1)
    return layout


def text_size(text, size, weight="regular", width=0):
    return _layout(text, size, weight, width, "left").get_pixel_size()


def text(ctx, words, x, y, size, rgb=INK, weight="regular", width=0, align="left", alpha=1.0):
    """Draws at the top left corner; with align="center" x is the middle (or the left edge of `width`)."""
    layout = _layout(words, size, weight, width, align)
    if align == "center" and not width:
        x -= layout.get_pixel_size()[0] / 2
    colour(ctx, rgb, alpha)
    ctx.move_to(x, y)
    PangoCairo.show_layout(ctx, layout)
    ctx.new_path()


def check_mark(ctx, cx, cy, radius, drawn=1.0, disc=DEEP, mark=WHITE):
    """A disc with a check mark that draws itself as `drawn` goes from 0 to 1."""
    grown = ease(drawn * 2)
    if grown <= 0:
        return
    ctx.new_path()
    ctx.arc(cx, cy, radius * grown, 0, 2 * math.pi)
    colour(ctx, disc)
    ctx.fill()
    points = [(-0.42, 0.02), (-0.12, 0.32), (0.44, -0.30)]
    part = ease(drawn * 2 - 1) * 2
    if part <= 0:
        return
    ctx.set_line_width(radius * 0.17)
    ctx.set_line_cap(cairo.LINE_CAP_ROUND)
    ctx.set_line_join(cairo.LINE_JOIN_ROUND)
    at = [(cx + px * radius, cy + py * radius) for px, py in points]
    ctx.move_to(*at[0])
    for i in (0, 1):
        share = min(1.0, max(0.0, part - i))
        if share > 0:
            ctx.line_to(at[i][0] + (at[i + 1][0] - at[i][0]) * share, at[i][1] + (at[i + 1][1] - at[i][1]) * share)
    colour(ctx, mark)
    ctx.stroke()


def finger(ctx, x, y, pressed):
    """Where a finger taps: a ring that closes round the point."""
    ctx.new_path()
    ctx.arc(x, y, 58 - 22 * pressed, 0, 2 * math.pi)
    colour(ctx, WARM, 0.30 + 0.25 * pressed)
    ctx.fill_preserve()
    ctx.set_line_width(7)
    colour(ctx, WARM, 0.95)
    ctx.stroke()


PHONE = (1180, 66, 424, 732)  # x, y, width, height


def phone(ctx, lift=0.0):
    """The empty phone; returns the screen's rectangle."""
    x, y, w, h = PHONE
    y += lift
    shadow(ctx, x, y, w, h, 56)
    box(ctx, x, y, w, h, 56, TITLE)
    sx, sy, sw, sh = x + 18, y + 18, w - 36, h - 36
    box(ctx, sx, sy, sw, sh, 40, WHITE)
    box(ctx, x + w / 2 - 56, y + 32, 112, 18, 9, TITLE)
    return sx, sy, sw, sh


def document(ctx, x, y, w, title, lines=5):
    """A sheet of paper with a heading and lines of writing."""
    h = w * 1.36
    shadow(ctx, x, y, w, h, 10)
    box(ctx, x, y, w, h, 10, WHITE)
    ctx.set_line_width(2)
    rounded(ctx, x, y, w, h, 10)
    colour(ctx, LINE)
    ctx.stroke()
    text(ctx, title, x + w * 0.10, y + h * 0.08, w * 0.085, TITLE, "bold")
    for i in range(lines):
        length = (0.80, 0.74, 0.80, 0.62, 0.78, 0.40, 0.7, 0.5)[i % 8]
        box(ctx, x + w * 0.10, y + h * (0.25 + i * 0.098), w * length, h * 0.028, 4, LINE)
    box(ctx, x + w * 0.10, y + h * 0.86, w * 0.28, h * 0.045, 4, ACCENT, 0.55)
    return h


def calendar_icon(ctx, x, y, w):
    h = w * 0.92
    shadow(ctx, x, y, w, h, 24)
    box(ctx, x, y, w, h, 24, WHITE)
    ctx.save()
    rounded(ctx, x, y, w, h, 24)
    ctx.clip()
    ctx.rectangle(x, y, w, h * 0.24)
    colour(ctx, DEEP)
    ctx.fill()
    ctx.restore()
    for at in (0.27, 0.73):
        box(ctx, x + w * at - 9, y - h * 0.07, 18, h * 0.16, 9, TITLE)
    for row in range(3):
        for column in range(5):
            chosen = (row, column) == (1, 3)
            box(ctx, x + w * (0.12 + column * 0.16), y + h * (0.34 + row * 0.20), w * 0.115, h * 0.13, 8,
                WARM if chosen else PALE)
