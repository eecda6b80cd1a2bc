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

export interface NowPlaying {
  name: string;
  /** Of a slide: the language it is shown in now. */
  language: string | null;
}

/** What plays, or null when the screen has not said; a stored file is named by its upload, not by its hash. */
export function nowPlaying(screen: Screen, assets: readonly Asset[], slides: readonly Slide[]): NowPlaying | null {
  const told = screen.now_playing;
  const playing = typeof told === 'string' ? { name: told } : told;
  const hash = /[0-9a-f]{64}/.exec(`${playing?.source ?? ''} ${playing?.name ?? ''}`)?.[0];
  const known =
    hash &&
    (assets.find((asset) => asset.sha256 === hash)?.name ?? slides.find((slide) => slide.sha256 === hash)?.title);
  const name = known || playing?.name || playing?.source || '';
  return name === '' || /[0-9a-f]{64}/.test(name) ? null : { name, language: playing?.language || null };
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
