# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""The film "Termin online buchen": open the page, choose day and time, get the confirmation."""
import props
from stage import (AMBER, BLUE, INK, NAVY, SKY, TEAL, WHITE, Caption, Film, Scene, box, draw_heading, mix, span, write)

PHONE_X, PHONE_Y = 1140, 168
ADDRESS = "jobcenter.example"


def opening(context, time):
    draw_heading(context, 0, "Termin online buchen", time)
    rise = span(time, 0.0, 1.0)
    write(context, "Einfach in drei Schritten", 96, 690, 48, INK, alpha=span(time, 0.7, 1.3))
    props.calendar(context, 1050, mix(rise, 260, 200), 13, span(time, 1.6, 2.4))


def open_page(context, time):
    draw_heading(context, 1, "Seite öffnen", time)
    props.phone(context, PHONE_X, PHONE_Y)
    with props.Screen(context, PHONE_X, PHONE_Y):
        letters = int(span(time, 0.7, 2.2) * len(ADDRESS) + 0.5)
        loaded = span(time, 2.4, 2.9)
        props.address_bar(context, ADDRESS[:letters], caret=time < 2.3 and int(time * 2) % 2 == 0)
        if loaded > 0:
            context.push_group()
            props.page_head(context)
            write(context, "Guten Tag!", props.SCREEN_WIDTH / 2, 226, 34, NAVY, bold=True, centred=True)
            write(context, "Was möchten Sie tun?", props.SCREEN_WIDTH / 2, 274, 24, INK, centred=True)
            props.button(context, "Termin buchen", 340, pressed=1 - min(1.0, abs(time - 4.0) / 0.3))
            props.button(context, "Unterlagen senden", 430, colour=TEAL)
            props.button(context, "Nachricht senden", 520, colour=TEAL)
            context.pop_group_to_source()
            context.paint_with_alpha(loaded)
    props.tap(context, PHONE_X + 230, PHONE_Y + 394, time, 4.0)


def month(context, time):
    write(context, "Dezember", props.SCREEN_WIDTH / 2, 64, 30, NAVY, bold=True, centred=True)
    for column, name in enumerate(("Mo", "Di", "Mi", "Do", "Fr")):
        write(context, name, 52 + column * 60, 114, 22, TEAL, bold=True, centred=True)
    lit = span(time, 1.9, 2.2)
    for day in range(20):
        column, row = day % 5, day // 5
        x, y = 26 + column * 60, 150 + row * 58
        number = row * 7 + column + 1
        chosen = number == 10
        box(context, x, y, 52, 48, 12, SKY)
        if chosen:
            box(context, x, y, 52, 48, 12, BLUE, lit)
        write(context, str(number), x + 26, y + 8, 24, WHITE if chosen and lit > 0.5 else INK, bold=chosen, centred=True)


def times(context, time):
    shown = span(time, 2.5, 3.1)
    lit = span(time, 4.3, 4.6)
    for row, (text, chosen) in enumerate((("09:00 Uhr", False), ("10:30 Uhr", True), ("14:00 Uhr", False))):
        y = 404 + row * 68 + mix(shown, 30, 0)
        box(context, 26, y, 292, 56, 16, SKY, shown)
        if chosen:
            box(context, 26, y, 292, 56, 16, BLUE, lit)
        write(context, text, props.SCREEN_WIDTH / 2, y + 9, 27, WHITE if chosen and lit > 0.5 else INK, bold=chosen, centred=True, alpha=shown)


def choose(context, time):
    draw_heading(context, 2, "Tag und Uhrzeit wählen", time)
    props.phone(context, PHONE_X, PHONE_Y)
    with props.Screen(context, PHONE_X, PHONE_Y):
        month(context, time)
        times(context, time)
    props.tap(context, PHONE_X + 18 + 172, PHONE_Y + 18 + 232, time, 1.9)
    props.tap(context, PHONE_X + 18 + 200, PHONE_Y + 18 + 502, time, 4.3)


def confirmation(context, time):
    draw_heading(context, 3, "Bestätigung erhalten", time)
    rise = span(time, 0.2, 1.0)
    x, y = 1050, mix(rise, 460, 400)
    out = span(time, 1.2, 2.4)
    props.envelope_back(context, x, y)
    letter_y = y + mix(out, 60, -210)
    box(context, x + 50, letter_y, 460, 400, 14, WHITE)
    write(context, "Ihr Termin", x + 280, letter_y + 28, 38, TEAL, bold=True, centred=True)
    write(context, "10. Dezember", x + 280, letter_y + 90, 50, NAVY, bold=True, centred=True)
    write(context, "10:30 Uhr", x + 280, letter_y + 158, 50, NAVY, bold=True, centred=True)
    props.envelope_front(context, x, y)
    done = span(time, 2.5, 2.8)
    if done > 0:
        context.arc(x + 540, y - 170, 62 * done, 0, 6.2832)
        context.set_source_rgb(*(int(AMBER[at:at + 2], 16) / 255 for at in (1, 3, 5)))
        context.fill()
        props.check(context, x + 540, y - 170, 28, span(time, 2.8, 3.4), NAVY, 12)


def close(context, time):
    draw_heading(context, 4, "Ihr Termin steht fest.", time)
    props.big_check(context, 1330, 372, 180, time)
    card = span(time, 1.6, 2.4)
    props.identity_card(context, 1130, mix(card, 660, 590), card)


FILM = Film(
    name="termin-online-buchen",
    title="Termin online buchen",
    scenes=(
        Scene(0.0, 4.0, 0, opening),
        Scene(4.0, 9.8, 1, open_page),
        Scene(9.8, 15.8, 2, choose),
        Scene(15.8, 20.6, 3, confirmation),
        Scene(20.6, 25.0, 4, close),
    ),
    captions=(
        Caption(0.4, 3.9, "So buchen Sie Ihren Termin im Internet."),
        Caption(4.1, 9.7, "Öffnen Sie mit dem Handy die Seite Ihres Jobcenters."),
        Caption(9.9, 15.7, "Wählen Sie einen Tag und eine Uhrzeit."),
        Caption(15.9, 20.5, "Sie bekommen eine Bestätigung per E-Mail."),
        Caption(20.7, 24.9, "Bringen Sie bitte Ihren Ausweis mit."),
    ),
)
