// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Every failure of a request ends as a sentence in the reader's language.
import { describe, expect, it } from 'vitest';
import { ApiFailure, failureOf } from '../src/api/http';
import { de } from '../src/language/de';
import { failureText, refusalOf } from '../src/language/failures';

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

  it.each([
    ["the video's picture has 20000x20000 pixels, more than a screen can show; save it smaller", 'too_large'],
    ['the file is larger than 4000 MB; save it smaller', 'too_large'],
    ['the video is longer than 240 minutes; cut it', 'too_long'],
    ['the video uses a codec that is not known here; save it as MP4 with H.264', 'codec'],
    ['the video is damaged or not complete (no frame); save it again as MP4 and upload that', 'broken'],
    ['this is sound without a picture; upload a video', 'no_picture'],
    ["this is a picture in a telephone's format (HEIC or AVIF); save it as JPEG or PNG", 'phone_picture'],
    ['this is a PDF; save the page as a PNG picture', 'document'],
    ['this is a GIF; save it as PNG, or as MP4 when it moves', 'other_picture'],
    ['this is a presentation; export it as PDF or as PNG pictures (File, Export) and upload those', 'presentation'],
    ['this server cannot look into foreign files safely; ask IT to install bubblewrap', 'unsafe'],
    ['these are captions; upload them together with their video', 'captions'],
  ] as const)('name the fix for a refused upload: %s', (reason, key) => {
    expect(refusalOf(reason, de)).toEqual({ fix: de.refusal[key], exact: true });
  });

  it('show the reason as it is when nobody translated it', () => {
    expect(refusalOf('something new', de)).toEqual({ fix: de.refusal.unknown, exact: false });
  });
});
