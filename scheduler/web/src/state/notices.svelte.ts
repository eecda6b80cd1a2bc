// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What the page tells the person: notices that stay until closed or outdated, and spoken announcements.
import { failureText } from '../language/failures';
import { t } from '../language/language.svelte';

export interface Notice {
  id: number;
  kind: 'good' | 'bad';
  text: string;
}

/** Good news leaves by itself after this long; bad news stays until it is closed. */
const kGoodMs = 6000;
/** More would cover the page. */
const kMost = 3;

let next = 1;
let shown = $state<Notice[]>([]);
let spoken = $state('');

export function notices(): Notice[] {
  return shown;
}

/** What a screen reader says next, though nothing visible says it. */
export function announcement(): string {
  return spoken;
}

export function announce(text: string) {
  spoken = text;
}

export function closeNotice(id: number) {
  shown = shown.filter((notice) => notice.id !== id);
}

function show(kind: Notice['kind'], text: string): number {
  const id = next++;
  shown = [...shown.filter((notice) => notice.text !== text), { id, kind, text }].slice(-kMost);
  return id;
}

export function tellGood(text: string) {
  const id = show('good', text);
  setTimeout(() => closeNotice(id), kGoodMs);
}

export function tellBad(text: string) {
  show('bad', text);
}

/** Shows a failure as a sentence; a session that ended is told by the login form instead. */
export function tellFailure(failure: unknown) {
  const text = failureText(failure, t());
  if (text !== t().failure['session_ended']) {
    tellBad(text);
  }
}

export function closeAllNotices() {
  shown = [];
}
