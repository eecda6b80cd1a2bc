// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Both dictionaries are complete: same keys, same kinds, same number of gaps, nothing empty, nothing forgotten.
import { describe, expect, it } from 'vitest';
import { de } from '../src/language/de';
import { en } from '../src/language/en';

type Entry = [string, unknown];

function entries(value: unknown, path = ''): Entry[] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, part]) => entries(part, path === '' ? key : `${path}.${key}`))
    : [[path, value]];
}

const german = new Map(entries(de));
const english = new Map(entries(en));
const text = (value: unknown) =>
  typeof value === 'function' ? String((value as (...args: unknown[]) => string)(3, 4, 5, 6)) : String(value);

describe('dictionaries', () => {
  it('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...german.keys()].sort());
  });

  it.each([...german.keys()])('say something for %s in both languages, with the same gaps', (key) => {
    const [a, b] = [german.get(key), english.get(key)];
    expect(typeof b).toBe(typeof a);
    expect(text(a).trim()).not.toBe('');
    expect(text(b).trim()).not.toBe('');
    if (typeof a === 'function') {
      expect((b as () => string).length).toBe(a.length);
    }
  });

  it('use each language’s own quotation marks', () => {
    for (const value of german.values()) {
      expect(text(value)).not.toMatch(/["']|“[^„]*”/);
    }
    for (const value of english.values()) {
      expect(text(value)).not.toMatch(/["„]/);
    }
  });

  it('say what to do next for every failure', () => {
    for (const [key, sentence] of Object.entries(de.failure)) {
      expect(sentence.split('. ').length, key).toBeGreaterThanOrEqual(key === 'stopped' ? 1 : 2);
    }
  });

  it('count one and many differently', () => {
    expect(de.publish.changes(1)).toContain('1 Änderung ');
    expect(de.publish.changes(2)).toContain('2 Änderungen ');
    expect(en.publish.changes(1)).toContain('1 change ');
    expect(en.publish.changes(0)).toBe('No changes since you last published.');
  });
});
