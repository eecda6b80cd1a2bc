// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Order of items, codes of screens and the other plain values of the page.
import { describe, expect, it } from 'vitest';
import type { Asset, Screen } from '../src/api/types';
import { de } from '../src/language/de';
import { clockTime, fileSize, languageName, moment, turnName } from '../src/language/formats';
import { moved, placeAt, stepsOf, totalLength, usersOf } from '../src/playlists/order';
import { isCode, nowPlaying, tidyCode, versionOf } from '../src/screens/screen';

const screen = (change: Partial<Screen>): Screen => ({ id: 's', name: 'S', state: 'approved', online: true, ...change });
const asset = (change: Partial<Asset>): Asset => ({
  id: 'a', name: 'A', type: 'video/mp4', kind: 'video', state: 'ready', size: 1, created: 0, ...change,
});

describe('order', () => {
  it('moves one element and keeps the others in order', () => {
    expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
    expect(moved(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c']);
    expect(moved(['a', 'b'], 0, 5)).toEqual(['a', 'b']);
  });

  it('finds the place under the pointer, not counting the dragged row', () => {
    const middles = [50, 150, 250];
    expect(placeAt(10, middles, 2)).toBe(0);
    expect(placeAt(160, middles, 0)).toBe(1);
    expect(placeAt(999, middles, 0)).toBe(2);
    expect(placeAt(150, middles, 1)).toBe(1);
  });

  it('adds up what is known of the length', () => {
    const items = [
      { kind: 'video' as const, id: 'a' },
      { kind: 'image' as const, id: 'b', duration_ms: 5000 },
      { kind: 'image' as const, id: 'c' },
    ];
    expect(totalLength(items, [asset({ duration_ms: 30_000 })])).toBe(45_000);
  });

  it('shows each slide in the languages of the time it comes', () => {
    const turn = (language: string) => ({ language, duration_ms: 8000 });
    const items = [
      { kind: 'slide' as const, id: 's' },
      { kind: 'image' as const, id: 'i' },
    ];
    const rounds = new Map([['s', [[turn('de'), turn('ar')], [turn('de'), turn('uk+tr')]]]]);
    const seen = (pass: number) => stepsOf(items, rounds, pass).map((step) => step.turn?.language ?? step.item.id);
    expect(seen(0)).toEqual(['de', 'ar', 'i']);
    expect(seen(1)).toEqual(['de', 'uk+tr', 'i']);
    expect(seen(2)).toEqual(seen(0));
    expect(stepsOf(items, new Map(), 0).map((step) => step.place)).toEqual([0, 1]);
    expect(turnName('uk+tr', 'de')).toBe('Ukrainisch und Türkisch');
  });

  it('knows which playlists use something', () => {
    const playlist = { id: 'p', name: 'P', items: [{ kind: 'video' as const, id: 'a' }] };
    expect(usersOf('a', [playlist])).toEqual([playlist]);
    expect(usersOf('b', [playlist])).toEqual([]);
  });
});

describe('screen', () => {
  it('says which publication a screen shows', () => {
    expect(versionOf(screen({}))).toBe('nothing');
    expect(versionOf(screen({ revision_wanted: 3 }))).toBe('first');
    expect(versionOf(screen({ revision_wanted: 3, revision_active: 2 }))).toBe('loading');
    expect(versionOf(screen({ revision_wanted: 3, revision_active: 2, online: false }))).toBe('waits');
    expect(versionOf(screen({ revision_wanted: 3, revision_active: 3 }))).toBe('newest');
  });

  it('names what plays by its upload, never by its hash', () => {
    const sha256 = 'ab'.repeat(32);
    expect(nowPlaying(screen({ now_playing: `/blobs/${sha256}` }), [asset({ sha256 })], [])?.name).toBe('A');
    expect(nowPlaying(screen({ now_playing: `/blobs/${sha256}` }), [], [])).toBeNull();
    expect(nowPlaying(screen({ now_playing: 'Willkommen' }), [], [])).toEqual({ name: 'Willkommen', language: null });
    expect(nowPlaying(screen({ now_playing: { source: `/blobs/${sha256}`, language: 'ar' } }), [asset({ sha256 })], [])).toEqual({
      name: 'A',
      language: 'ar',
    });
    expect(nowPlaying(screen({}), [], [])).toBeNull();
  });

  it('tidies a typed code and knows a whole one', () => {
    expect(tidyCode('bcdf ghjk')).toBe('BCDF-GHJK');
    expect(tidyCode('bcd')).toBe('BCD');
    expect(tidyCode('BCDF-GHJK-LMN')).toBe('BCDF-GHJK');
    expect(isCode('BCDF-GHJK')).toBe(true);
    expect(isCode('ABCD-EFGH')).toBe(false);
    expect(isCode('BCDF-GHJ')).toBe(false);
  });
});

describe('formats', () => {
  it('write times, sizes and languages as people do', () => {
    expect(clockTime(65_400)).toBe('1:05');
    expect(clockTime(3_723_000)).toBe('1:02:03');
    expect(fileSize(1_234_567, 'de')).toBe('1,2 MB');
    expect(fileSize(400, 'en')).toBe('0.4 kB');
    expect(languageName('uk', 'de')).toBe('Ukrainisch');
    expect(languageName('not a tag', 'de')).toBe('not a tag');
    expect(languageName('de-simple', 'de')).toBe('Deutsch (Einfache Sprache)');
    expect(languageName('de-simple', 'en')).toBe('German (plain language)');
    expect(moment('2026-11-23T08:00:00Z', de, 'de', new Date('2026-12-24T08:00:00Z'))).toMatch(/^23\. November 2026, \d\d:\d\d Uhr$/);
    const now = new Date(2026, 10, 23, 8, 5);
    expect(moment(now.getTime(), de, 'de', now)).toBe('heute, 08:05 Uhr');
    expect(moment(null, de, 'de')).toBe('');
    expect(moment('rubbish', de, 'de')).toBe('');
  });
});
