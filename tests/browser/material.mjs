// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Files to upload, made on the spot: a short film, pictures, a broken film, a slide.
import { execFileSync } from 'node:child_process';
import { appendFileSync, copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from './crc32.mjs';
import { deflateSync } from 'node:zlib';

/** A PNG of one colour with a lighter disc in it, as bytes. */
export function png(width, height, [red, green, blue]) {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const inside = (x - width / 2) ** 2 + (y - height / 2) ** 2 < (height / 4) ** 2;
      rows.set(inside ? [240, 240, 235] : [red, green, blue], y * (width * 3 + 1) + 1 + x * 3);
    }
  }
  const chunk = (type, bytes) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), bytes]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Writes all files into `folder` and gives their paths. */
export function makeMaterial(folder, repository) {
  const at = (name) => join(folder, name);
  execFileSync('gst-launch-1.0', [
    '-q', 'videotestsrc', 'num-buffers=75', 'pattern=smpte', '!', 'video/x-raw,width=640,height=360,framerate=25/1', '!',
    'x264enc', 'tune=zerolatency', 'bitrate=400', '!', 'h264parse', '!', 'mp4mux', '!', 'filesink', `location=${at('Termin online buchen.mp4')}`,
  ]);
  // The same film with 24 MiB of padding in a 'free' box: large enough to be interrupted on its way.
  copyFileSync(at('Termin online buchen.mp4'), at('Langer Film.mp4'));
  const padding = Buffer.alloc(24 * 1024 * 1024);
  padding.writeUInt32BE(padding.length, 0);
  padding.write('free', 4, 'latin1');
  appendFileSync(at('Langer Film.mp4'), padding);
  writeFileSync(at('Sommerfest.png'), png(640, 360, [20, 110, 90]));
  writeFileSync(at('Kaputt.mp4'), Buffer.alloc(20000, 'das ist kein Film '));
  writeFileSync(at('Brief.txt'), 'Sehr geehrte Damen und Herren');
  writeFileSync(at('Falsch.xml'), '<folie>\n  <titel>Ohne Namensraum</titel>\n</folie>\n');
  const slides = join(repository, 'content/demo/slides');
  const slide = ['willkommen.xml', 'mitbringen.xml'].map((name) => join(slides, name)).find(existsSync);
  return {
    film: at('Termin online buchen.mp4'),
    longFilm: at('Langer Film.mp4'),
    picture: at('Sommerfest.png'),
    brokenFilm: at('Kaputt.mp4'),
    letter: at('Brief.txt'),
    brokenSlide: at('Falsch.xml'),
    slide,
  };
}
