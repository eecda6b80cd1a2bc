// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The tus client against a server kept in memory that can fail at any request.
import { describe, expect, it } from 'vitest';
import { ApiFailure } from '../src/api/http';
import { kPieceBytes, metadata, offsetOf, pathOf, upload, type Answer, type Transport } from '../src/api/tus';

const answer = (status: number, headers: Record<string, string> = {}, body = ''): Answer => ({
  status,
  header: (name) => headers[name] ?? null,
  body,
});

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Keeps what arrives; `trouble` may break the n-th request before or after it took effect. */
class Server {
  held = new Uint8Array();
  requests: string[] = [];
  metadata = '';

  constructor(
    private readonly trouble: (request: string, n: number) => 'before' | 'half' | Answer | null = () => null,
  ) {}

  transport: Transport = async (method, path, headers, body, progress) => {
    const request = `${method} ${path} ${headers['Upload-Offset'] ?? ''}`.trim();
    this.requests.push(request);
    const wrong = this.trouble(request, this.requests.length);
    if (wrong === 'before') {
      throw new ApiFailure('server_away', 0);
    }
    if (wrong !== null && wrong !== 'half') {
      return wrong;
    }
    if (method === 'POST') {
      this.metadata = headers['Upload-Metadata'] ?? '';
      return answer(201, { Location: 'http://server/api/v1/assets/a1' });
    }
    if (method === 'HEAD') {
      return answer(200, { 'Upload-Offset': String(this.held.length) });
    }
    if (Number(headers['Upload-Offset']) !== this.held.length) {
      return answer(409);
    }
    let bytes = new Uint8Array(await (body as Blob).arrayBuffer());
    if (wrong === 'half') {
      bytes = bytes.slice(0, bytes.length / 2);
    }
    this.held = joined(this.held, bytes);
    progress(bytes.length);
    if (wrong === 'half') {
      throw new ApiFailure('server_away', 0);
    }
    return answer(204, { 'Upload-Offset': String(this.held.length) });
  };
}

/** What the client needs of a File; Node 18 has no global of that name. */
function fileOf(size: number): Blob & { name: string } {
  const bytes = new Uint8Array(size).map((_, index) => index % 251);
  return Object.assign(new Blob([bytes], { type: 'video/mp4' }), { name: 'Führung ①.mp4' });
}

async function run(server: Server, size: number, resumeAt?: string) {
  const seen: number[] = [];
  const interruptions: boolean[] = [];
  const file = fileOf(size);
  const path = await upload(
    {
      file,
      signal: new AbortController().signal,
      progress: (bytes) => seen.push(bytes),
      interrupted: (yes) => interruptions.push(yes),
      resumeAt,
    },
    server.transport,
    [0],
  );
  const whole = new Uint8Array(await file.arrayBuffer());
  expect(server.held.length).toBe(whole.length);
  expect(server.held.findIndex((byte, index) => byte !== whole[index])).toBe(-1);
  return { path, seen, interruptions };
}

describe('tus client', () => {
  it('creates the upload with its name in UTF-8 and sends it in one piece', async () => {
    const server = new Server();
    const { path, seen } = await run(server, 1000);
    expect(path).toBe('/api/v1/assets/a1');
    expect(server.requests).toEqual(['POST /api/v1/assets', 'PATCH /api/v1/assets/a1 0']);
    const name = /filename ([^,]+)/.exec(server.metadata)?.[1] ?? '';
    const bytes = Uint8Array.from(atob(name), (letter) => letter.charCodeAt(0));
    expect(new TextDecoder().decode(bytes)).toBe('Führung ①.mp4');
    expect(seen.at(-1)).toBe(1000);
  });

  it('cuts a large file into pieces whose offsets join', async () => {
    const server = new Server();
    await run(server, kPieceBytes + 5);
    expect(server.requests.slice(1)).toEqual(['PATCH /api/v1/assets/a1 0', `PATCH /api/v1/assets/a1 ${kPieceBytes}`]);
  });

  it('asks for the offset after a broken piece and goes on exactly there', async () => {
    const server = new Server((_, n) => (n === 2 ? 'half' : null));
    const { interruptions } = await run(server, 1000);
    expect(server.requests).toEqual([
      'POST /api/v1/assets',
      'PATCH /api/v1/assets/a1 0',
      'HEAD /api/v1/assets/a1',
      'PATCH /api/v1/assets/a1 500',
    ]);
    expect(interruptions).toContain(true);
    expect(interruptions.at(-1)).toBe(false);
  });

  it('waits through a server that is away for several requests', async () => {
    const server = new Server((_, n) => (n >= 2 && n <= 5 ? 'before' : null));
    await run(server, 64);
    expect(server.requests.filter((request) => request.startsWith('POST'))).toHaveLength(1);
  });

  it('resumes an upload of an earlier page by asking first', async () => {
    const server = new Server();
    server.held = new Uint8Array(await fileOf(1000).slice(0, 300).arrayBuffer());
    await run(server, 1000, '/api/v1/assets/a1');
    expect(server.requests).toEqual(['HEAD /api/v1/assets/a1', 'PATCH /api/v1/assets/a1 300']);
  });

  it('finishes at once when the server already has everything', async () => {
    const server = new Server();
    server.held = new Uint8Array(await fileOf(10).arrayBuffer());
    await run(server, 10, '/api/v1/assets/a1');
    expect(server.requests).toEqual(['HEAD /api/v1/assets/a1']);
  });

  it('does not retry what can never succeed', async () => {
    const server = new Server((_, n) => (n === 2 ? answer(507, {}, '{"error":"disk_full","message":""}') : null));
    await expect(run(server, 10)).rejects.toMatchObject({ word: 'disk_full' });
    expect(server.requests).toHaveLength(2);
  });

  it('stops when the person stops it, also while it waits', async () => {
    const server = new Server((request) => (request.startsWith('PATCH') ? 'before' : null));
    const stopper = new AbortController();
    const running = upload(
      {
        file: fileOf(10),
        signal: stopper.signal,
        progress() {},
        interrupted: (yes) => yes && queueMicrotask(() => stopper.abort()),
      },
      server.transport,
      [100_000],
    );
    await expect(running).rejects.toMatchObject({ word: 'stopped' });
  });

  it('never trusts an offset that does not advance or lies behind the end', async () => {
    const stuck = new Server((request) => (request.startsWith('PATCH') ? answer(204, { 'Upload-Offset': '0' }) : null));
    await expect(run(stuck, 10)).rejects.toMatchObject({ word: 'server_fault' });
    const beyond = new Server((request) => (request.startsWith('HEAD') ? answer(200, { 'Upload-Offset': '99' }) : null));
    await expect(run(beyond, 10, '/api/v1/assets/a1')).rejects.toMatchObject({ word: 'server_fault' });
  });

  it('reads headers strictly', () => {
    expect(offsetOf(answer(200, { 'Upload-Offset': '12' }))).toBe(12);
    expect(offsetOf(answer(200, { 'Upload-Offset': '1e3' }))).toBeNull();
    expect(offsetOf(answer(200))).toBeNull();
    expect(pathOf('https://other.example/api/v1/assets/x')).toBe('/api/v1/assets/x');
    expect(metadata({ filename: 'a' })).toBe('filename YQ==');
  });
});
