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

const kRefusals: [keyof Words['refusal'], RegExp][] = [
  ['too_large', /too (large|big|many pixels)|larger than|exceed|resolution/i],
  ['too_long', /too long|longer than/i],
  ['no_picture', /no (video|picture|image)|audio only|neither/i],
  ['codec', /codec|decod|format|not supported|unsupported/i],
  ['broken', /damaged|broken|corrupt|truncat|incomplete|cannot be read|no frame/i],
];

/** What an editor can do about a refused upload, from the check's English sentence. */
export function refusalFix(reason: string, words: Words): string {
  const found = kRefusals.find(([, pattern]) => pattern.test(reason));
  return words.refusal[found?.[0] ?? 'unknown'];
}
