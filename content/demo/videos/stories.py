# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""The two explainer videos, scene by scene. A scene draws itself for the time since its begin."""

from dataclasses import dataclass
from typing import Callable

import cairo

import drawing as d


@dataclass(frozen=True)
class Scene:
    seconds: float
    caption: str
    step: int  # 0 = title or end card
    heading: str
    draw: Callable  # draw(ctx, time)


def ground(ctx):
    """What stands still behind every scene."""
    d.colour(ctx, d.GROUND)
    ctx.paint()
    ctx.arc(1392, 432, 470, 0, 6.2832)
    d.colour(ctx, d.PALE)
    ctx.fill()


def step_heading(ctx, scene, time):
    """The left half: a large number and what to do."""
    shown = d.between(time, 0.1, 0.8)
    shift = (1 - shown) * 40
    ctx.arc(210, 280, 90, 0, 6.2832)
    d.colour(ctx, d.DEEP, shown)
    ctx.fill()
    number_h = d.text_size(str(scene.step), 108, "bold")[1]
    d.text(ctx, str(scene.step), 210, 280 - number_h / 2, 108, d.WHITE, "bold", align="center", alpha=shown)
    d.text(ctx, scene.heading, 120 - shift, 420, 92, d.TITLE, "bold", width=860, alpha=shown)


def title_heading(ctx, scene, time, subtitle, at_once):
    shown = 1.0 if at_once else d.between(time, 0.0, 0.7)
    below = d.between(time, 0.5, 1.2)
    d.box(ctx, 120, 236, 150 * shown, 14, 7, d.WARM)
    d.text(ctx, scene.heading, 120, 280, 104, d.TITLE, "bold", width=800, alpha=shown)
    heading_h = d.text_size(scene.heading, 104, "bold", 800)[1]
    d.text(ctx, subtitle, 120, 300 + heading_h, 58, d.INK, width=800, alpha=below)


def caption(ctx, words):
    """White on an opaque box over the full width: readable from the farthest seat."""
    d.box(ctx, 0, 862, d.WIDTH, 218, 0, d.TITLE)
    size = 76 if d.text_size(words, 76, "medium")[0] <= 1720 else 68
    _, h = d.text_size(words, size, "medium", 1720)
    d.text(ctx, words, 100, 862 + (218 - h) / 2, size, d.WHITE, "medium", width=1720, align="center")


def progress(ctx, done):
    """A thin line above the caption: how far the video is. It carries no meaning of its own."""
    ctx.rectangle(0, 854, d.WIDTH, 8)
    d.colour(ctx, d.LINE)
    ctx.fill()
    ctx.rectangle(0, 854, d.WIDTH * done, 8)
    d.colour(ctx, d.ACCENT)
    ctx.fill()


def page_head(ctx, screen, words):
    x, y, w, _ = screen
    d.box(ctx, x, y + 52, w, 76, 0, d.DEEP)
    d.text(ctx, words, x + w / 2, y + 70, 30, d.WHITE, "bold", align="center")


# --- Termin online buchen -----------------------------------------------------------------------

def booking_title(ctx, time):
    drift = (1 - d.between(time, 0.2, 1.4)) * 60
    d.calendar_icon(ctx, 1130, 190 + drift, 520)
    d.check_mark(ctx, 1640, 640 + drift, 96, d.between(time, 1.4, 2.6), d.ACCENT)


ADDRESS = "www.jobcenter.digital"


def booking_open(ctx, time):
    screen = x, y, w, _ = d.phone(ctx)
    d.box(ctx, x + 24, y + 64, w - 48, 64, 32, d.GROUND)
    typed = ADDRESS[: int(len(ADDRESS) * min(1, max(0, (time - 0.8) / 2.0)))]
    d.text(ctx, typed, x + 46, y + 78, 28, d.INK)
    if typed != ADDRESS and int(time * 2) % 2 == 0:
        d.box(ctx, x + 50 + d.text_size(typed, 28)[0], y + 78, 3, 36, 1, d.ACCENT)
    shown = d.between(time, 3.0, 3.7)
    if shown > 0:
        ctx.push_group()
        d.box(ctx, x, y + 150, w, 150, 0, d.DEEP)
        d.text(ctx, "Jobcenter digital", x + w / 2, y + 200, 38, d.WHITE, "bold", align="center")
        for i, words in enumerate(("Termin buchen", "Unterlagen senden", "Antrag stellen")):
            top = y + 330 + i * 112
            d.box(ctx, x + 28, top, w - 56, 88, 18, d.ACCENT if i == 0 else d.PALE)
            d.text(ctx, words, x + w / 2, top + 24, 30, d.WHITE if i == 0 else d.TITLE, "bold", align="center")
        ctx.pop_group_to_source()
        ctx.paint_with_alpha(shown)
    if time > 4.0:
        d.finger(ctx, x + w / 2, screen[1] + 374, d.between(time, 4.2, 4.8))


DAYS = ("Mo", "Di", "Mi", "Do", "Fr")


def booking_choose(ctx, time):
    screen = x, y, w, _ = d.phone(ctx)
    page_head(ctx, screen, "Termin auswählen")
    cell = (w - 48) / 5
    chosen = d.between(time, 1.6, 2.0)
    for column, name in enumerate(DAYS):
        d.text(ctx, name, x + 24 + cell * (column + 0.5), y + 150, 28, d.INK, "bold", align="center")
        for row in range(3):
            number = 2 + row * 7 + column
            cx, cy = x + 24 + cell * (column + 0.5), y + 236 + row * 74
            free = (number * 7) % 3 != 0
            target = (row, column) == (1, 2)
            if free or target:
                d.box(ctx, cx - 31, cy - 31, 62, 62, 16, d.PALE)
            if target:
                d.box(ctx, cx - 31, cy - 31, 62, 62, 16, d.ACCENT, chosen)
            ink = d.WHITE if target and chosen > 0.5 else d.INK
            d.text(ctx, str(number), cx, cy - 20, 28, ink, "bold" if free or target else "regular",
                   align="center", alpha=1 if free or target else 0.45)
    shown = d.between(time, 2.3, 2.9)
    picked = d.between(time, 4.0, 4.4)
    for i, hour in enumerate(("8:30 Uhr", "10:00 Uhr", "11:30 Uhr")):
        top = y + 448 + i * 84 + (1 - shown) * 40
        d.box(ctx, x + 28, top, w - 56, 68, 16, d.PALE, shown)
        if i == 1:
            d.box(ctx, x + 28, top, w - 56, 68, 16, d.ACCENT, picked)
        ink = d.WHITE if i == 1 and picked > 0.5 else d.TITLE
        d.text(ctx, hour, x + w / 2, top + 14, 30, ink, "bold", align="center", alpha=shown)
    if 0.9 < time < 2.3:
        d.finger(ctx, x + 24 + cell * 2.5, y + 310, d.between(time, 1.2, 1.8))
    elif 3.2 < time < 4.9:
        d.finger(ctx, x + w / 2, y + 566, d.between(time, 3.6, 4.2))


def booking_done(ctx, time):
    screen = x, y, w, _ = d.phone(ctx)
    page_head(ctx, screen, "Ihr Termin")
    d.check_mark(ctx, x + w / 2, y + 262, 92, d.between(time, 0.4, 1.6))
    shown = d.between(time, 1.3, 1.9)
    d.text(ctx, "Mittwoch, 11.", x + w / 2, y + 390, 40, d.TITLE, "bold", align="center", alpha=shown)
    d.text(ctx, "10:00 Uhr", x + w / 2, y + 448, 40, d.TITLE, "bold", align="center", alpha=shown)
    mail = d.between(time, 2.2, 3.0)
    top = y + 540 + (1 - mail) * 60
    d.box(ctx, x + 28, top, w - 56, 104, 18, d.PALE, mail)
    ctx.set_line_width(5)
    d.colour(ctx, d.ACCENT, mail)
    d.rounded(ctx, x + 52, top + 26, 74, 52, 8)
    ctx.stroke()
    ctx.move_to(x + 54, top + 32)
    ctx.line_to(x + 89, top + 58)
    ctx.line_to(x + 124, top + 32)
    ctx.stroke()
    d.text(ctx, "E-Mail ist da", x + 150, top + 32, 29, d.TITLE, "bold", alpha=mail)


def booking_end(ctx, time):
    d.check_mark(ctx, 1392, 400, 250, d.between(time, 0.1, 1.5))


# --- Unterlagen hochladen -----------------------------------------------------------------------

def upload_title(ctx, time):
    rise = (1 - d.between(time, 0.2, 1.3)) * 70
    d.document(ctx, 1190, 160 + rise, 330, "Mietvertrag", 6)
    ctx.save()
    ctx.translate(1420, 330 + rise * 1.5)
    ctx.rotate(0.09)
    d.document(ctx, 0, 0, 300, "Nachweis", 5)
    ctx.restore()


def upload_photo(ctx, time):
    d.document(ctx, 1070, 240, 400, "Mietvertrag", 6)
    slide = 1 - d.between(time, 0.5, 1.6)
    ctx.save()
    ctx.translate(170 + slide * 520, 30)
    x, y, w, h = d.phone(ctx)
    d.box(ctx, x, y, w, h, 40, d.INK)
    d.document(ctx, x + 52, y + 126, w - 104, "Mietvertrag", 6)
    frame = d.between(time, 1.8, 2.5)
    ctx.set_line_width(7)
    d.colour(ctx, d.WARM, frame)
    inset = 34 + 30 * (1 - frame)
    left, top, right, bottom = x + inset, y + 92 + inset / 4, x + w - inset, y + 560 - inset / 4
    for cx, cy, dx, dy in ((left, top, 1, 1), (right, top, -1, 1), (left, bottom, 1, -1), (right, bottom, -1, -1)):
        ctx.move_to(cx + dx * 54, cy)
        ctx.line_to(cx, cy)
        ctx.line_to(cx, cy + dy * 54)
        ctx.stroke()
    ctx.arc(x + w / 2, y + h - 70, 40, 0, 6.2832)
    d.colour(ctx, d.WHITE)
    ctx.fill()
    if 2.8 < time < 4.3:
        d.finger(ctx, x + w / 2, y + h - 70, d.between(time, 3.0, 3.5))
    light = d.between(time, 3.5, 3.6) * (1 - d.between(time, 3.7, 4.3))
    d.box(ctx, x, y, w, h, 40, d.WHITE, 0.55 * light)
    ctx.restore()


def upload_send(ctx, time):
    screen = x, y, w, _ = d.phone(ctx)
    page_head(ctx, screen, "Unterlagen senden")
    d.document(ctx, x + 104, y + 166, w - 208, "Mietvertrag", 5)
    share = d.between(time, 1.8, 4.6)
    pressed = d.between(time, 1.0, 1.6)
    top = y + 470
    if share <= 0:
        d.box(ctx, x + 28, top + 30, w - 56, 92, 20, d.ACCENT)
        d.text(ctx, "Hochladen", x + w / 2, top + 54, 34, d.WHITE, "bold", align="center")
        if time > 0.6:
            d.finger(ctx, x + w / 2, top + 76, pressed)
    else:
        d.box(ctx, x + 28, top + 40, w - 56, 36, 18, d.PALE)
        d.box(ctx, x + 28, top + 40, max(36, (w - 56) * share), 36, 18, d.ACCENT)
        words = "Angekommen" if share >= 1 else f"{int(share * 100)} %"
        d.text(ctx, words, x + w / 2, top + 96, 34, d.TITLE, "bold", align="center")
    d.check_mark(ctx, x + w / 2, y + 300, 84, d.between(time, 4.5, 5.5))


def upload_receipt(ctx, time):
    screen = x, y, w, _ = d.phone(ctx)
    page_head(ctx, screen, "Meine Unterlagen")
    for i, (name, state) in enumerate((("Mietvertrag", "angekommen"), ("Lohnzettel", "angekommen"), ("Ausweis", "angekommen"))):
        shown = d.between(time, 0.4 + i * 0.7, 1.0 + i * 0.7)
        top = y + 160 + i * 158 + (1 - shown) * 40
        d.box(ctx, x + 24, top, w - 48, 134, 18, d.PALE, shown)
        d.text(ctx, name, x + 50, top + 22, 34, d.TITLE, "bold", alpha=shown)
        d.text(ctx, state, x + 50, top + 74, 29, d.INK, alpha=shown)
        d.check_mark(ctx, x + w - 76, top + 67, 34, d.between(time, 0.8 + i * 0.7, 1.6 + i * 0.7))


def upload_end(ctx, time):
    d.check_mark(ctx, 1392, 400, 250, d.between(time, 0.1, 1.5))


STORIES = {
    "termin-online-buchen": (
        (Scene(4.5, "Sie brauchen einen Termin im Jobcenter?", 0, "Termin online buchen", booking_title),
         Scene(5.8, "Öffnen Sie www.jobcenter.digital auf dem Handy.", 1, "Seite öffnen", booking_open),
         Scene(5.8, "Wählen Sie einen freien Tag und eine Uhrzeit.", 2, "Tag und Uhrzeit wählen", booking_choose),
         Scene(4.9, "Sie bekommen eine Bestätigung per E-Mail.", 3, "Bestätigung bekommen", booking_done),
         Scene(4.0, "Sie brauchen Hilfe? Fragen Sie am Empfang.", 0, "Ihr Termin steht.", booking_end)),
        ("In drei Schritten, zu jeder Uhrzeit", "www.jobcenter.digital")),
    "unterlagen-hochladen": (
        (Scene(4.5, "Sie sollen Unterlagen abgeben?", 0, "Unterlagen hochladen", upload_title),
         Scene(5.6, "Fotografieren Sie das ganze Blatt bei gutem Licht.", 1, "Foto machen", upload_photo),
         Scene(6.0, "Laden Sie das Foto auf www.jobcenter.digital hoch.", 2, "Hochladen", upload_send),
         Scene(4.9, "Sie sehen sofort, was angekommen ist.", 3, "Prüfen", upload_receipt),
         Scene(4.0, "Sie brauchen Hilfe? Fragen Sie am Empfang.", 0, "Alles abgegeben.", upload_end)),
        ("Mit dem Handy, ohne Kopieren und Post", "www.jobcenter.digital")),
}

FADE = 0.5  # seconds in which one scene turns into the next


class Film:
    """Draws any moment of a story onto one surface."""

    def __init__(self, name):
        self.scenes, self.subtitles = STORIES[name]
        self.seconds = sum(scene.seconds for scene in self.scenes)
        self.surface = cairo.ImageSurface(cairo.FORMAT_RGB24, d.WIDTH, d.HEIGHT)
        self.ctx = cairo.Context(self.surface)
        self.still = cairo.ImageSurface(cairo.FORMAT_RGB24, d.WIDTH, d.HEIGHT)
        ground(cairo.Context(self.still))

    def begins(self):
        at = 0.0
        for scene in self.scenes:
            yield at, scene
            at += scene.seconds

    def draw_scene(self, begin, scene, since, alpha):
        ctx = self.ctx
        ctx.save()
        ctx.rectangle(0, 0, d.WIDTH, 854)
        ctx.clip()
        if alpha < 1:
            ctx.push_group()
        if scene.step:
            step_heading(ctx, scene, since)
        else:
            title_heading(ctx, scene, since, self.subtitles[0 if begin == 0 else 1], begin == 0)
        scene.draw(ctx, since)
        if alpha < 1:
            ctx.pop_group_to_source()
            ctx.paint_with_alpha(alpha)
        ctx.restore()

    def draw(self, time):
        playing = [(begin, scene) for begin, scene in self.begins() if begin <= time]
        begin, scene = playing[-1]
        self.ctx.set_source_surface(self.still)
        self.ctx.paint()
        alpha = 1.0
        if len(playing) > 1:
            alpha = d.between(time, begin, begin + FADE)
        if alpha < 1:
            before, last = playing[-2]
            self.draw_scene(before, last, last.seconds, 1 - alpha)
        self.draw_scene(begin, scene, time - begin, alpha)
        caption(self.ctx, scene.caption)
        progress(self.ctx, time / self.seconds)
        self.surface.flush()
        return self.surface
