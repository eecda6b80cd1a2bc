// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Counts what passed and failed, one line a case; and the few ways to expect something.
import assert from 'node:assert/strict';

export const counts = { passed: 0, failed: 0, skipped: 0 };

/** Runs one case; a failure is printed and the next case goes on. Gives whether it passed. */
export async function check(sentence, body, afterFailure = async () => {}) {
  const begin = Date.now();
  try {
    await body();
    counts.passed += 1;
    console.log(`ok      ${sentence} (${Date.now() - begin} ms)`);
    return true;
  } catch (failure) {
    if (failure instanceof Skipped) {
      counts.skipped += 1;
      console.log(`SKIPPED ${sentence}: ${failure.message}`);
      return true;
    }
    counts.failed += 1;
    console.log(`FAILED  ${sentence}\n${String(failure.stack ?? failure).replace(/^/gm, '        ')}`);
    await afterFailure(sentence).catch(() => undefined);
    return false;
  }
}

class Skipped extends Error {}

/** Leaves the case, aloud. */
export function skip(why) {
  throw new Skipped(why);
}

/** Waits until `probe` gives something true; fails with `what` after `limit` milliseconds. */
export async function until(what, probe, limit = 15000) {
  const deadline = Date.now() + limit;
  let last;
  do {
    try {
      last = undefined;
      const value = await probe();
      if (value) {
        return value;
      }
    } catch (failure) {
      last = failure;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  } while (Date.now() < deadline);
  throw new Error(`waited ${limit} ms in vain until ${what}${last ? `: ${last.message}` : ''}`);
}

export { assert };
