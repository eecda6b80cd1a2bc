// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Dates, sizes, times and language names as people of a language write them.
import type { Moment } from '../api/types';
import type { Words } from './de';

/** "heute, 14:05 Uhr", or with the date; empty for something that is no moment. */
export function moment(value: Moment | null | undefined, words: Words, language: string, now = new Date()): string {
  if (value === null || value === undefined || value === '') {
    return '';
  }
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) {
    return '';
  }
  const locale = language === 'en' ? 'en-GB' : language;
  const day =
    date.toDateString() === now.toDateString()
      ? words.today
      : new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(date);
  return words.at(day, new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(date));
}

/** "Montag, 23. November 2026" of a date written 2026-11-23. */
export function longDate(date: string, language: string): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
}

/** "1:05" minutes, or "1:02:03" hours; rounded to whole seconds. */
export function clockTime(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** "1,2 MB" in decimal units, as file managers show it. */
export function fileSize(bytes: number, language: string): string {
  const units = ['kilobyte', 'megabyte', 'gigabyte'] as const;
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[unit] ?? 'kilobyte',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}

/** The name of a language tag in the page's language; the tag itself when nobody knows it. */
export function languageName(tag: string, language: string): string {
  const [, plain] = /^(.+)-simple$/i.exec(tag) ?? [];
  if (plain !== undefined) {
    return `${languageName(plain, language)} (${language === 'de' ? 'Einfache Sprache' : 'plain language'})`;
  }
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The names of the languages of a turn, which may be several side by side: "de+ar". */
export function turnName(turn: string, language: string): string {
  return list(turn.split('+').map((tag) => languageName(tag, language)), language);
}

/** "a, b und c". */
export function list(words: string[], language: string): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(words);
}
