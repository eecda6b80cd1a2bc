// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What a screen's report means: which publication it shows and what plays. Pure.
import type { Asset, Screen, Slide } from '../api/types';

export type Version = 'nothing' | 'first' | 'loading' | 'waits' | 'newest';

export function versionOf(screen: Screen): Version {
  const wanted = screen.revision_wanted ?? 0;
  const active = screen.revision_active ?? 0;
  if (wanted === 0 && active === 0) {
    return 'nothing';
  }
  if (active >= wanted) {
    return 'newest';
  }
  if (active === 0) {
    return 'first';
  }
  return screen.online ? 'loading' : 'waits';
}

/** The name of what plays, or null when the screen has not said; a stored file is named by its upload. */
export function nowPlaying(screen: Screen, assets: readonly Asset[], slides: readonly Slide[]): string | null {
  const playing = screen.now_playing;
  if (!playing) {
    return null;
  }
  const text = typeof playing === 'string' ? playing : (playing.name ?? playing.source ?? '');
  const hash = /[0-9a-f]{64}/.exec(text)?.[0];
  const known =
    hash &&
    (assets.find((asset) => asset.sha256 === hash)?.name ?? slides.find((slide) => slide.sha256 === hash)?.title);
  if (known) {
    return known;
  }
  return text === '' || hash !== undefined ? null : text;
}

/** The consonants of a user code: no vowels, so that no words appear, and no Y. */
const kLetters = 'BCDFGHJKLMNPQRSTVWXZ';

/** A code as it is typed, made BCDF-GHJK: upper case, the hyphen put where it belongs. */
export function tidyCode(typed: string): string {
  const letters = typed.toUpperCase().replaceAll(/[^A-Z]/g, '').slice(0, 8);
  return letters.length > 4 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : letters;
}

export function isCode(code: string): boolean {
  return /^[A-Z]{4}-[A-Z]{4}$/.test(code) && [...code].every((letter) => letter === '-' || kLetters.includes(letter));
}

/** Languages offered for a screen: the official ones first, then those often spoken in waiting rooms. */
export const kLanguages = [
  'de', 'en', 'ar', 'fa', 'uk', 'tr', 'ru', 'pl', 'ro', 'bg', 'fr', 'es', 'it', 'el', 'ku', 'ps', 'ti', 'so', 'vi', 'zh', 'sr', 'sq',
];
