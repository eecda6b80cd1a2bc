# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""The film "Unterlagen hochladen": photograph the letter, look whether it can be read, send it."""
import props
from stage import (AMBER, INK, NAVY, SKY, TEAL, WHITE, Caption, Film, Scene, box, disc, draw_heading, mix, span, stroke, write)


def opening(context, time):
    draw_heading(context, 0, "Unterlagen hochladen", time)
    write(context, "Ohne Papier, ohne Porto", 96, 690, 48, INK, alpha=span(time, 0.7, 1.3))
    rise = span(time, 0.0, 1.0)
    props.document(context, 1150, mix(rise, 250, 190), 360)
    up = span(time, 1.3, 2.3)
    arrow_y = mix(up, 560, 500)
    disc(context, 1500, arrow_y, 104 * up, WHITE)
    disc(context, 1500, arrow_y, 92 * up, TEAL)
    if up > 0.5:
        stroke(context, [(1500, arrow_y + 42), (1500, arrow_y - 40)], 18, WHITE)
        stroke(context, [(1464, arrow_y - 6), (1500, arrow_y - 42), (1536, arrow_y - 6)], 18, WHITE)


def photograph(context, time):
    draw_heading(context, 1, "Foto machen", time)
    props.document(context, 1000, 260, 360)
    come = span(time, 0.5, 1.7)
    x, y = mix(come, 1500, 1340), 150
    props.phone(context, x, y)
    shot = 3.2
    with props.Screen(context, x, y):
        context.rectangle(0, 0, props.SCREEN_WIDTH, props.SCREEN_HEIGHT)
        context.set_source_rgb(0.16, 0.2, 0.25)
        context.fill()
        props.document(context, 62, 120, 220, alpha=span(time, 1.2, 1.9))
        props.corners(context, 40, 100, 264, 330, AMBER, span(time, 1.8, 2.3), 8, 40)
        disc(context, props.SCREEN_WIDTH / 2, 544, 46, WHITE)
        disc(context, props.SCREEN_WIDTH / 2, 544, 36 - 6 * max(0.0, 1 - abs(time - shot) / 0.2), SKY)
        flash = max(0.0, 1 - abs(time - shot - 0.15) / 0.25)
        box(context, 0, 0, props.SCREEN_WIDTH, props.SCREEN_HEIGHT, 1, WHITE, 0.75 * flash)
        kept = span(time, shot + 0.3, shot + 1.0)
        props.document(context, 26, 504, 64, alpha=kept)
    props.tap(context, x + props.SCREEN_X + props.SCREEN_WIDTH / 2, y + props.SCREEN_Y + 544, time, shot)


def look(context, time):
    draw_heading(context, 2, "Foto prüfen", time)
    props.document(context, 1110, 180, 420)
    marks = span(time, 0.8, 1.6)
    props.corners(context, 1110 - mix(marks, 60, 24), 180 - mix(marks, 60, 24), 420 + 2 * mix(marks, 60, 24),
                  554 + 2 * mix(marks, 60, 24), TEAL, marks, 14, 80)
    light = span(time, 1.8, 2.5)
    if light > 0:
        props.sun(context, 1690, mix(light, 300, 260), 62 * light, time)
    for row, text in enumerate(("Alle Ecken sichtbar", "Gutes Licht", "Schrift ist scharf")):
        shown = span(time, 1.0 + row * 0.9, 1.6 + row * 0.9)
        y = 570 + row * 84
        disc(context, 126, y + 32, 30 * shown, TEAL)
        props.check(context, 126, y + 34, 13, shown, WHITE, 7)
        write(context, text, 180, y, 46, INK, alpha=shown)


def send(context, time):
    draw_heading(context, 3, "Foto hochladen", time)
    phone_x, phone_y = 960, 168
    share = span(time, 1.8, 4.2)
    props.phone(context, phone_x, phone_y)
    with props.Screen(context, phone_x, phone_y):
        props.address_bar(context, "jobcenter.example")
        props.page_head(context)
        write(context, "Unterlagen senden", props.SCREEN_WIDTH / 2, 226, 30, NAVY, bold=True, centred=True)
        box(context, 36, 290, props.SCREEN_WIDTH - 72, 110, 16, SKY)
        props.document(context, 52, 300, 64)
        write(context, "Bescheid.jpg", 136, 326, 27, INK)
        props.progress(context, 36, 424, props.SCREEN_WIDTH - 72, share)
        write(context, f"{round(share * 100)} %", props.SCREEN_WIDTH / 2, 464, 32, TEAL, bold=True, centred=True)
        props.button(context, "Hochladen", 530, pressed=1 - min(1.0, abs(time - 1.5) / 0.3))
    props.folder(context, 1410, 400)
    fly = span(time, 2.0, 4.0)
    if 0 < fly < 1:
        props.document(context, mix(fly, 1240, 1560), 400 - 220 * 4 * fly * (1 - fly) * 0.6 + mix(fly, 40, -60), 140, alpha=min(1.0, 6 * fly, 6 * (1 - fly)))
    done = span(time, 4.1, 4.5)
    if done > 0:
        disc(context, 1790, 430, 58 * done, AMBER)
        props.check(context, 1790, 432, 26, span(time, 4.4, 4.9), NAVY, 12)
    props.tap(context, phone_x + 220, phone_y + 18 + 566, time, 1.5)


def close(context, time):
    draw_heading(context, 4, "Ihre Unterlagen sind da.", time)
    props.big_check(context, 1330, 450, 230, time)


FILM = Film(
    name="unterlagen-hochladen",
    title="Unterlagen hochladen",
    scenes=(
        Scene(0.0, 4.0, 0, opening),
        Scene(4.0, 9.6, 1, photograph),
        Scene(9.6, 15.4, 2, look),
        Scene(15.4, 21.4, 3, send),
        Scene(21.4, 25.0, 4, close),
    ),
    captions=(
        Caption(0.4, 3.9, "So schicken Sie uns Ihre Unterlagen."),
        Caption(4.1, 9.5, "Fotografieren Sie Ihr Schreiben mit dem Handy."),
        Caption(9.7, 15.3, "Prüfen Sie das Foto: Kann man alles gut lesen?"),
        Caption(15.5, 21.3, "Laden Sie das Foto auf unserer Seite hoch."),
        Caption(21.5, 24.9, "Fertig. Sie müssen nicht zu uns kommen."),
    ),
)
