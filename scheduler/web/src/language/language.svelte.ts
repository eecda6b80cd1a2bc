// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The language of the page: German until somebody chooses English; remembered on this computer.
import { de, type Words } from './de';
import { en } from './en';

export type Code = 'de' | 'en';
const kWords: Record<Code, Words> = { de, en };
const kKey = 'jtv.language';

function remembered(): Code {
  try {
    return localStorage.getItem(kKey) === 'en' ? 'en' : 'de';
  } catch {
    return 'de'; // Storage is switched off in this browser.
  }
}

let code = $state<Code>(remembered());

/** The words of the chosen language; re-read by every template when the language changes. */
export function t(): Words {
  return kWords[code];
}

export function languageCode(): Code {
  return code;
}

export function chooseLanguage(next: Code) {
  code = next;
  try {
    localStorage.setItem(kKey, next);
  } catch {
    // Then it is forgotten when the page is closed.
  }
}
