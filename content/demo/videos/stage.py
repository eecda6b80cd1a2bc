# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""The stage of an explainer film: colours, easing, text, background, captions, and how scenes follow each other."""
import dataclasses
import functools
import math

import cairo
import gi

gi.require_version("Pango", "1.0")
gi.require_version("PangoCairo", "1.0")
from gi.repository import Pango, PangoCairo  # noqa: E402

WIDTH, HEIGHT, FPS = 1920, 1080, 30
NAVY, BLUE, TEAL, MINT = "#0b2e4f", "#1f5f99", "#0f7c78", "#d5ece9"
PAPER, LINE, INK, WHITE, AMBER, SKY = "#f4f8fb", "#c8d6e3", "#16242f", "#ffffff", "#f0a531", "#e1edf7"
FADE = 0.5  # seconds in which one scene gives way to the next


def rgb(colour):
    return tuple(int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5))


def paint(context, colour, alpha=1.0):
    context.set_source_rgba(*rgb(colour), alpha)


def ease(share):
    """Calm motion: 0 → 0, 1 → 1, standing still at both ends."""
    share = min(1.0, max(0.0, share))
    return share * share * (3 - 2 * share)


def span(time, begin, end):
    """How far `time` has come between begin and end, eased, 0 to 1."""
    return ease((time - begin) / (end - begin))


def mix(share, low, high):
    return low + (high - low) * share


@dataclasses.dataclass(frozen=True)
class Caption:
    begin: float  # seconds
    end: float
    text: str


@dataclasses.dataclass(frozen=True)
class Scene:
    begin: float  # seconds since the film's begin
    end: float
    step: int  # 0: the opening, 1 to 3: a step, 4: the close
    draw: object  # draw(context, seconds since the scene's begin)


@dataclasses.dataclass(frozen=True)
class Film:
    name: str
    title: str
    scenes: tuple
    captions: tuple

    @property
    def seconds(self):
        return self.scenes[-1].end


def new_surface(width, height):
    return cairo.ImageSurface(cairo.FORMAT_ARGB32, math.ceil(width), math.ceil(height))


@functools.lru_cache(maxsize=256)
def text_picture(text, size, colour, bold, width, centred):
    """A cached picture of some text; `width` in px, 0 = as wide as it needs."""
    probe = cairo.Context(new_surface(1, 1))
    layout = PangoCairo.create_layout(probe)
    font = Pango.FontDescription("Noto Sans")
    font.set_absolute_size(size * Pango.SCALE)
    font.set_weight(Pango.Weight.BOLD if bold else Pango.Weight.NORMAL)
    layout.set_font_description(font)
    layout.set_text(text, -1)
    layout.set_line_spacing(0.92)
    if width:
        layout.set_width(width * Pango.SCALE)
        layout.set_wrap(Pango.WrapMode.WORD)
    if centred:
        layout.set_alignment(Pango.Alignment.CENTER)
    used_width, used_height = layout.get_pixel_size()
    surface = new_surface(max(used_width, width) + 4, used_height + 4)
    context = cairo.Context(surface)
    paint(context, colour)
    PangoCairo.update_layout(context, layout)
    PangoCairo.show_layout(context, layout)
    return surface, used_width, used_height


def write(context, text, x, y, size, colour=INK, bold=False, width=0, centred=False, alpha=1.0):
    """Writes text with its upper left corner at x, y (centred: with its middle at x); gives its height in px."""
    surface, used_width, used_height = text_picture(text, size, colour, bold, width, centred)
    if centred:
        x -= (width or used_width) / 2
    context.set_source_surface(surface, round(x), round(y))
    context.paint_with_alpha(alpha)
    return used_height


def rounded(context, x, y, width, height, radius):
    context.new_sub_path()
    context.arc(x + width - radius, y + radius, radius, -math.pi / 2, 0)
    context.arc(x + width - radius, y + height - radius, radius, 0, math.pi / 2)
    context.arc(x + radius, y + height - radius, radius, math.pi / 2, math.pi)
    context.arc(x + radius, y + radius, radius, math.pi, 1.5 * math.pi)
    context.close_path()


def box(context, x, y, width, height, radius, colour, alpha=1.0):
    rounded(context, x, y, width, height, radius)
    paint(context, colour, alpha)
    context.fill()


def shadow(context, x, y, width, height, radius):
    """A soft shadow below a box, from a few faint layers."""
    for grow in range(2, 26, 3):
        rounded(context, x - grow / 2, y - grow / 2 + 14, width + grow, height + grow, radius + grow / 2)
        paint(context, NAVY, 0.012)
        context.fill()


def disc(context, x, y, radius, colour, alpha=1.0):
    context.arc(x, y, radius, 0, 2 * math.pi)
    paint(context, colour, alpha)
    context.fill()


def stroke(context, points, width, colour, alpha=1.0):
    context.set_line_width(width)
    context.set_line_cap(cairo.LINE_CAP_ROUND)
    context.set_line_join(cairo.LINE_JOIN_ROUND)
    context.move_to(*points[0])
    for point in points[1:]:
        context.line_to(*point)
    paint(context, colour, alpha)
    context.stroke()


@functools.lru_cache(maxsize=64)
def sprite(draw, width, height, *arguments):
    """A picture that does not move in itself, drawn once: draw(context, *arguments)."""
    surface = new_surface(width, height)
    draw(cairo.Context(surface), *arguments)
    return surface


def show(context, surface, x, y, alpha=1.0):
    if alpha > 0:
        context.set_source_surface(surface, round(x), round(y))
        context.paint_with_alpha(alpha)


@functools.lru_cache(maxsize=1)
def background():
    surface = cairo.ImageSurface(cairo.FORMAT_RGB24, WIDTH, HEIGHT)
    context = cairo.Context(surface)
    sky = cairo.LinearGradient(0, 0, 0, HEIGHT)
    sky.add_color_stop_rgb(0, *rgb(WHITE))
    sky.add_color_stop_rgb(1, *rgb("#e6eff6"))
    context.set_source(sky)
    context.paint()
    disc(context, 1330, 450, 400, MINT)
    disc(context, 1790, 700, 70, SKY)
    disc(context, 930, 740, 60, SKY)
    box(context, 96, 64, 56, 56, 14, TEAL)
    stroke(context, [(110, 93), (124, 78), (138, 93)], 6, WHITE)
    stroke(context, [(115, 93), (115, 106), (133, 106), (133, 93)], 6, WHITE)
    write(context, "Jobcenter Musterstadt", 172, 64, 38, NAVY, bold=True)
    return surface


def draw_steps(context, position):
    """The three dots at the upper right; `position` 0 to 4, in between while a step gives way to the next."""
    left, gap, y = 1560, 130, 92
    stroke(context, [(left, y), (left + 2 * gap, y)], 6, LINE)
    reached = min(2.0, max(0.0, position - 1))
    if position > 1:
        stroke(context, [(left, y), (left + reached * gap, y)], 6, TEAL)
    for number in (1, 2, 3):
        lit = ease(position - number + 1)
        disc(context, left + (number - 1) * gap, y, 32, WHITE)
        disc(context, left + (number - 1) * gap, y, 32, LINE, 1 - lit)
        disc(context, left + (number - 1) * gap, y, 32, TEAL, lit)
        write(context, str(number), left + (number - 1) * gap, y - 26, 36, WHITE if lit > 0.5 else NAVY, bold=True, centred=True)


def draw_caption(context, caption, time):
    alpha = min(span(time, caption.begin, caption.begin + 0.3), 1 - span(time, caption.end - 0.3, caption.end))
    if alpha <= 0:
        return
    context.push_group()
    box(context, 96, 868, WIDTH - 192, 148, 28, NAVY)
    box(context, 96, 868, 20, 148, 10, AMBER)
    height = text_picture(caption.text, 58, WHITE, True, WIDTH - 320, True)[2]
    write(context, caption.text, WIDTH / 2, 868 + (148 - height) / 2, 58, WHITE, bold=True, width=WIDTH - 320, centred=True)
    context.pop_group_to_source()
    context.paint_with_alpha(alpha)


def draw_heading(context, step, heading, time):
    """The left half of a scene: which step, and what it is called."""
    rise = span(time, 0.1, 0.9)
    y = mix(rise, 40, 0)
    if 1 <= step <= 3:
        write(context, f"Schritt {step}", 96, 330 + y, 54, TEAL, bold=True, alpha=rise)
    write(context, heading, 96, 400 + y, 96, NAVY, bold=True, width=780, alpha=rise)


def draw_frame(film, time, context):
    """One complete picture of the film at `time` seconds."""
    show(context, background(), 0, 0)
    position = 0.0
    for scene in film.scenes:
        if not scene.begin - FADE <= time <= scene.end:
            continue
        begins = 1.0 if scene.begin == 0 else span(time, scene.begin - FADE / 2, scene.begin + FADE / 2)
        last = scene is film.scenes[-1]
        ends = 0.0 if last else span(time, scene.end - FADE, scene.end - FADE / 2)
        alpha = begins * (1 - ends)
        if time >= scene.begin:
            position = scene.step - 1 + span(time, scene.begin, scene.begin + 0.8) if scene.step else 0.0
        if alpha >= 1:
            scene.draw(context, time - scene.begin)
        elif alpha > 0:
            context.push_group()
            scene.draw(context, max(0.0, time - scene.begin))
            context.pop_group_to_source()
            context.paint_with_alpha(alpha)
    draw_steps(context, position)
    for caption in film.captions:
        if caption.begin <= time < caption.end:
            draw_caption(context, caption, time)
