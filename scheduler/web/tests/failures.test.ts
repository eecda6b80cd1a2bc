// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Every failure of a request ends as a sentence in the reader's language.
import { describe, expect, it } from 'vitest';
import { ApiFailure, failureOf } from '../src/api/http';
import { de } from '../src/language/de';
import { failureText, refusalFix } from '../src/language/failures';

describe('failures', () => {
  it('take the error word of the API', () => {
    expect(failureText(failureOf(507, '{"error":"disk_full","message":"No space."}'), de)).toBe(de.failure['disk_full']);
  });

  it('fall back to the status when a proxy answers with its own page', () => {
    expect(failureOf(413, '<html>too large</html>').word).toBe('too_large');
    expect(failureOf(502, '').word).toBe('server_away');
    expect(failureOf(500, 'oops').word).toBe('server_fault');
    expect(failureOf(418, '').word).toBe('refused');
  });

  it('keep the sentence of the server visible when its word is unknown here', () => {
    const shown = failureText(new ApiFailure('slide_invalid', 422, 'Line 3: unknown element "foo".'), de);
    expect(shown).toContain('Line 3');
    expect(shown).toContain(de.failure['refused']);
  });

  it('call a fault of the page itself a fault', () => {
    expect(failureText(new TypeError('x'), de)).toBe(de.failure['server_fault']);
  });

  it('name the fix for a refused upload', () => {
    expect(refusalFix('the picture is too large: 20000x20000', de)).toBe(de.refusal.too_large);
    expect(refusalFix('unsupported codec: prores', de)).toBe(de.refusal.codec);
    expect(refusalFix('the file is damaged', de)).toBe(de.refusal.broken);
    expect(refusalFix('', de)).toBe(de.refusal.unknown);
  });
});
