// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The simple form of a timed rule (weekdays, times, dates) ⇄ RFC 5545, and the sentence that says it. Pure.
import type { Rule, RuleDraft } from '../api/types';
import { list, longDate } from '../language/formats';
import type { Words } from '../language/de';

export const kWeekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof kWeekdays)[number];

export interface RuleForm {
  playlist: string;
  /** In the order of kWeekdays. */
  weekdays: Weekday[];
  /** Wall-clock times HH:MM; `to` not after `from` means the next day, equal means 24 hours. */
  from: string;
  to: string;
  /** Dates YYYY-MM-DD; `end` is the last day on which it begins, empty for none. */
  start: string;
  end: string;
  timezone: string;
}

export type RuleFault = 'weekdays_one' | 'times_needed' | 'start_needed' | 'end_before' | 'never';

const kDay = 86_400_000;
const utc = (date: string) => Date.parse(`${date}T00:00:00Z`);
const isoDate = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const weekdayOf = (ms: number) => kWeekdays[(new Date(ms).getUTCDay() + 6) % 7] as Weekday;

function minutesOf(time: string): number | null {
  const match = /^(\d\d):(\d\d)$/.exec(time);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

/** The first date from `start` on that is one of the weekdays; null without weekdays or start. */
export function firstDate(start: string, weekdays: readonly Weekday[]): string | null {
  const from = utc(start);
  if (Number.isNaN(from)) {
    return null;
  }
  for (let day = 0; day < 7; day += 1) {
    if (weekdays.includes(weekdayOf(from + day * kDay))) {
      return isoDate(from + day * kDay);
    }
  }
  return null;
}

/** What is missing or contradictory in a form, or null when it can be saved. */
export function faultOf(form: RuleForm): RuleFault | null {
  if (form.weekdays.length === 0) {
    return 'weekdays_one';
  }
  if (minutesOf(form.from) === null || minutesOf(form.to) === null) {
    return 'times_needed';
  }
  if (Number.isNaN(utc(form.start))) {
    return 'start_needed';
  }
  if (form.end !== '' && form.end < form.start) {
    return 'end_before';
  }
  return form.end !== '' && (firstDate(form.start, form.weekdays) ?? '') > form.end ? 'never' : null;
}

/** The offset of a zone from UTC in milliseconds at an instant. */
function offsetAt(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value ?? 0);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall - Math.floor(instant / 1000) * 1000;
}

/** The last second of a local day as an UNTIL value in UTC, as RFC 5545 §3.3.10 asks for zoned starts. */
export function untilOf(date: string, zone: string): string {
  const wall = utc(date) + kDay - 1000;
  const near = wall - offsetAt(wall, zone);
  const exact = wall - offsetAt(near, zone);
  return `${new Date(exact).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** The local date of an UNTIL value. */
function dateOfUntil(until: string, zone: string): string | null {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(until);
  if (match === null) {
    return null;
  }
  const [, year, month, day, hour, minute, second, zulu] = match;
  if (zulu !== 'Z') {
    return `${year}-${month}-${day}`;
  }
  const instant = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return isoDate(instant + offsetAt(instant, zone));
}

function minutesBetween(form: RuleForm): number {
  const span = (minutesOf(form.to) ?? 0) - (minutesOf(form.from) ?? 0);
  return span > 0 ? span : span + 24 * 60;
}

/** The rule of a form without fault. The start is moved to the first day it applies, as DTSTART must. */
export function toRule(form: RuleForm): RuleDraft {
  const minutes = minutesBetween(form);
  const hours = Math.floor(minutes / 60);
  const duration = `PT${hours > 0 ? `${hours}H` : ''}${minutes % 60 > 0 ? `${minutes % 60}M` : ''}`;
  const days = kWeekdays.filter((day) => form.weekdays.includes(day));
  const pattern = days.length === 7 ? 'FREQ=DAILY' : `FREQ=WEEKLY;BYDAY=${days.join(',')}`;
  return {
    playlist: form.playlist,
    dtstart: `${firstDate(form.start, days) ?? form.start}T${form.from}:00`,
    duration,
    timezone: form.timezone,
    rrule: form.end === '' ? pattern : `${pattern};UNTIL=${untilOf(form.end, form.timezone)}`,
  };
}

function minutesOfDuration(duration: string): number | null {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:0+S)?)?$/.exec(duration);
  if (match === null) {
    return null;
  }
  const [days, hours, minutes] = match.slice(1).map((text) => Number(text ?? 0));
  return (days ?? 0) * 1440 + (hours ?? 0) * 60 + (minutes ?? 0);
}

function lengthOf(rule: RuleDraft): number | null {
  if (rule.duration) {
    return minutesOfDuration(rule.duration);
  }
  if (rule.dtend) {
    return (Date.parse(`${rule.dtend.slice(0, 16)}:00Z`) - Date.parse(`${rule.dtstart.slice(0, 16)}:00Z`)) / 60_000;
  }
  return null;
}

function weekdaysOf(parts: Map<string, string>, start: string): Weekday[] | null {
  const frequency = parts.get('FREQ');
  const byDay = parts.get('BYDAY')?.split(',');
  if (byDay !== undefined && !byDay.every((day) => (kWeekdays as readonly string[]).includes(day))) {
    return null;
  }
  if (frequency === 'WEEKLY') {
    return byDay ? kWeekdays.filter((day) => byDay.includes(day)) : [weekdayOf(utc(start))];
  }
  return frequency === 'DAILY' && byDay === undefined ? [...kWeekdays] : null;
}

/** The form of a rule, or null when the rule says more than the form can. */
export function toForm(rule: RuleDraft): RuleForm | null {
  const length = lengthOf(rule);
  const start = rule.dtstart.slice(0, 10);
  const from = rule.dtstart.slice(11, 16);
  const fromMinutes = minutesOf(from);
  const special = (rule.exdate?.length ?? 0) + (rule.rdate?.length ?? 0) > 0;
  if (length === null || length <= 0 || length > 1440 || fromMinutes === null || special) {
    return null;
  }
  const parts = new Map((rule.rrule ?? '').split(';').map((part) => part.split('=', 2) as [string, string]));
  parts.delete('');
  parts.delete('WKST');
  if (parts.get('INTERVAL') === '1') {
    parts.delete('INTERVAL');
  }
  const known = ['FREQ', 'BYDAY', 'UNTIL'];
  if ([...parts.keys()].some((key) => !known.includes(key))) {
    return null;
  }
  const weekdays = parts.size === 0 ? [weekdayOf(utc(start))] : weekdaysOf(parts, start);
  const until = parts.get('UNTIL');
  const last = until === undefined ? '' : dateOfUntil(until, rule.timezone);
  if (weekdays === null || last === null) {
    return null;
  }
  const toMinutes = (fromMinutes + length) % 1440;
  const two = (n: number) => String(n).padStart(2, '0');
  return {
    playlist: rule.playlist,
    weekdays,
    from,
    to: `${two(Math.floor(toMinutes / 60))}:${two(toMinutes % 60)}`,
    start,
    end: parts.size === 0 ? start : last,
    timezone: rule.timezone,
  };
}

function daysInWords(weekdays: readonly Weekday[], words: Words, language: string): string {
  if (weekdays.length === 7) {
    return words.rules.every_day;
  }
  const runs: Weekday[][] = [];
  for (const day of kWeekdays.filter((each) => weekdays.includes(each))) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && kWeekdays.indexOf(day) === kWeekdays.indexOf(last) + 1) {
      run.push(day);
    } else {
      runs.push([day]);
    }
  }
  const names = runs.flatMap((run) => {
    const [first, last] = [run[0] as Weekday, run.at(-1) as Weekday];
    return run.length > 2
      ? [words.rules.day_range(words.rules.day[first], words.rules.day[last])]
      : run.map((day) => words.rules.day[day]);
  });
  return list(names, language);
}

function windowInWords(form: RuleForm, words: Words): string {
  const clock = (time: string) => {
    const minutes = minutesOf(time) ?? 0;
    return words.rules.clock(Math.floor(minutes / 60), minutes % 60);
  };
  if (form.from === form.to) {
    return form.from === '00:00'
      ? words.rules.window_all_day
      : words.rules.window_overnight(clock(form.from), clock(form.to));
  }
  if (form.to === '00:00') {
    return words.rules.window(clock(form.from), words.rules.clock(24, 0));
  }
  return form.to < form.from
    ? words.rules.window_overnight(clock(form.from), clock(form.to))
    : words.rules.window(clock(form.from), clock(form.to));
}

/** What a form without fault means, in one sentence. `here` is the zone of the person who reads it. */
export function sentence(form: RuleForm, name: string, words: Words, language: string, here = form.timezone): string {
  const first = firstDate(form.start, form.weekdays) ?? form.start;
  const from = longDate(first, language);
  let period = words.rules.period_from(from);
  if (form.end !== '') {
    period = form.end === first ? words.rules.period_one(from) : words.rules.period(from, longDate(form.end, language));
  }
  const zone = form.timezone === here ? '' : ` (${words.rules.zone(form.timezone)})`;
  return words.rules.sentence(
    daysInWords(form.weekdays, words, language),
    `${windowInWords(form, words)}${zone}`,
    name,
    period,
  );
}

/** The sentence of any saved rule; one beyond the form is shown as it is written. */
export function ruleSentence(rule: Rule, name: string, words: Words, language: string, here?: string): string {
  const form = toForm(rule);
  return form === null
    ? words.rules.other(name, [rule.dtstart, rule.duration ?? rule.dtend, rule.rrule].filter(Boolean).join(' · '))
    : sentence(form, name, words, language, here);
}
