#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""jtv-content rrule against python-dateutil: the same dates for random rules, always the same ones.

Not compared, because dateutil reads them otherwise than RFC 5545 or libical:
numbered and plain days in one BYDAY (it wants both to hold), BYWEEKNO without a day (it takes the whole week),
FREQ=YEARLY;BYMONTHDAY without a month (it takes every month)."""
import datetime
import itertools
import os
import random
import subprocess
import unittest
import warnings

try:
    from dateutil.rrule import rrulestr
except ImportError as missing:
    raise SystemExit("python3-dateutil is missing; apt-get install python3-dateutil") from missing

PROGRAM = os.environ["JTV_CONTENT"]
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LIMIT = 20
RULES = 100
YEARS = 14


def some(chance, numbers, most):
    return ",".join(map(str, chance.sample(numbers, chance.randint(1, most))))


def signed(most):
    return [n for n in range(-most, most + 1) if n != 0]


def weekdays(chance, frequency, by_week, by_month):
    if frequency in ("DAILY", "WEEKLY") or by_week or chance.random() < 0.5:
        return some(chance, DAYS, 4)
    most = 5 if frequency == "MONTHLY" or by_month else 20
    return ",".join(f"{chance.choice(signed(most))}{day}" for day in chance.sample(DAYS, chance.randint(1, 3)))


def rule(chance):
    frequency = chance.choice(("DAILY", "WEEKLY", "MONTHLY", "YEARLY"))
    parts = {"FREQ": frequency}
    if chance.random() < 0.5:
        parts["INTERVAL"] = chance.choice((1, 2, 3, 5, 7))
    if chance.random() < 0.4:
        parts["BYMONTH"] = some(chance, range(1, 13), 4)
    by_week = frequency == "YEARLY" and chance.random() < 0.3
    if by_week:
        parts["BYWEEKNO"] = some(chance, [n for n in signed(53) if abs(n) < 53], 4)
    if frequency == "YEARLY" and not by_week and chance.random() < 0.2:
        parts["BYYEARDAY"] = some(chance, signed(366), 8)
    if frequency != "WEEKLY" and chance.random() < 0.3 and (frequency != "YEARLY" or "BYMONTH" in parts):
        parts["BYMONTHDAY"] = some(chance, signed(31), 6)
    if by_week or chance.random() < 0.5:
        parts["BYDAY"] = weekdays(chance, frequency, by_week, "BYMONTH" in parts)
    if len(parts) > 2 and any(name.startswith("BY") for name in parts) and chance.random() < 0.3:
        parts["BYSETPOS"] = some(chance, signed(4), 2)
    if chance.random() < 0.3:
        parts["WKST"] = chance.choice(DAYS)
    if chance.random() < 0.3:
        parts["COUNT"] = chance.randint(1, 30)
    return ";".join(f"{name}={value}" for name, value in parts.items())


class Oracle(unittest.TestCase):
    def test_random_rules_have_the_dates_of_dateutil(self):
        chance = random.Random(5545)
        compared = 0
        for _ in range(RULES):
            text = rule(chance)
            start = datetime.datetime(2024, 1, 1, 8, 30) + datetime.timedelta(days=chance.randint(0, 1500))
            with self.subTest(rule=text, start=start):
                compared += self.compare(text, start)
        self.assertGreater(compared, RULES // 2)

    def compare(self, text, start):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # dateutil thinks little of UNTIL with COUNT; here it bounds the search
            until = f"{start.year + YEARS}1231T235959"
            dates = itertools.islice(rrulestr(f"{text};UNTIL={until}", dtstart=start), LIMIT)
            expected = [date.strftime("%Y-%m-%dT%H:%M:%S+00:00") for date in dates]
        done = subprocess.run(
            [PROGRAM, "rrule", "--timezone", "UTC", "--dtstart", start.strftime("%Y%m%dT%H%M%S"), "--rule", text,
             "--limit", str(LIMIT)],
            capture_output=True, text=True, timeout=60, check=False)
        got = [line for line in done.stdout.splitlines() if int(line[:4]) <= start.year + YEARS]
        late = not expected or int(expected[0][:4]) >= start.year + 10
        if done.returncode == 1 and late:
            return 0  # refused: nothing within ten years
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(got, expected)
        return 1


if __name__ == "__main__":
    unittest.main()
