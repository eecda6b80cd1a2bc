// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Turns a failure into the sentence people read: what happened and what to do next.
import { ApiFailure } from '../api/http';
import type { Words } from './de';

/** Words of the API that mean the same to a reader. */
const kSame: Record<string, string> = {
  denied: 'forbidden',
  full: 'disk_full',
  internal: 'server_fault',
  no_default_playlist: 'no_default',
  not_logged_in: 'session_ended',
  unsupported: 'unknown_type',
};

/** The sentence for a failure; one without words of its own keeps the server's sentence visible. */
export function failureText(failure: unknown, words: Words): string {
  if (!(failure instanceof ApiFailure)) {
    return words.failure['server_fault'] ?? '';
  }
  const own = words.failure[kSame[failure.word] ?? failure.word];
  if (own !== undefined) {
    return own;
  }
  const general = words.failure[failure.status >= 500 ? 'server_fault' : 'refused'] ?? '';
  return failure.detail === '' ? general : `${general} ${words.failure_detail(failure.detail)}`;
}

/** How the check's own sentences begin or sound, most particular first. */
const kRefusals: [keyof Words['refusal'], RegExp][] = [
  ['phone_picture', /HEIC|AVIF/],
  ['other_picture', /\b(BMP|TIFF|GIF|SVG)\b/],
  ['other_video', /Flash|Windows Media|list of addresses/],
  ['unsafe', /cannot look into foreign files safely/],
  ['presentation', /presentation/],
  ['document', /\bPDF\b|archive|office/],
  ['captions', /these are captions/],
  ['no_picture', /no (moving )?picture|no video or picture|without a picture|is a program/],
  ['too_long', /longer than/],
  ['too_large', /larger than|more memory|more than a screen/],
  ['codec', /codec/],
  ['broken', /damaged|not complete|is empty|size of the video's picture|failed/],
];

export interface Refusal {
  fix: string;
  /** Whether the sentence is about this very fault; otherwise the check's own sentence should be shown too. */
  exact: boolean;
}

/** What an editor can do about a refused upload, from the check's English sentence. */
export function refusalOf(reason: string, words: Words): Refusal {
  const found = kRefusals.find(([, pattern]) => pattern.test(reason));
  return { fix: words.refusal[found?.[0] ?? 'unknown'], exact: found !== undefined };
}
