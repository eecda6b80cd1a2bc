// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A small tus 1.0 client (https://tus.io/protocols/resumable-upload): creation, HEAD to resume, PATCH in
// pieces. After a broken connection it asks the server for the offset it holds and goes on from there.
import { ApiFailure, failureOf } from './http';

/** Bytes in one PATCH: small enough to lose little, large enough not to slow a fast network. */
export const kPieceBytes = 8 * 1024 * 1024;
/** Pauses before the next attempt in milliseconds; the last one is repeated until `signal` stops it. */
export const kPauses = [500, 1000, 2000, 5000, 10000];

export interface Answer {
  status: number;
  header(name: string): string | null;
  body: string;
}

/** Sends one request; throws ApiFailure('server_away') when the network fails. */
export type Transport = (
  method: string,
  path: string,
  headers: Record<string, string>,
  body: Blob | null,
  progress: (sent: number) => void,
  signal: AbortSignal,
) => Promise<Answer>;

export interface Upload {
  file: Blob & { name: string };
  signal: AbortSignal;
  /** Called with the bytes that are at the server or on their way. */
  progress(bytes: number): void;
  /** True while the connection is broken and the client waits to resume. */
  interrupted(yes: boolean): void;
  /** The place the server gave the upload; keep it to resume after the page was closed. */
  location?(path: string): void;
  resumeAt?: string;
}

/** Upload-Metadata as tus wants it: key, blank, base64 of the UTF-8 value. */
export function metadata(pairs: Record<string, string>): string {
  return Object.entries(pairs)
    .map(([key, value]) => {
      const bytes = new TextEncoder().encode(value);
      return `${key} ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
    })
    .join(',');
}

/** The path of a Location header, which may be absolute; only this server's own paths are followed. */
export function pathOf(location: string): string {
  return location.replace(/^https?:\/\/[^/]+/, '');
}

/** The offset the server holds, or null when the header is missing or not a number. */
export function offsetOf(answer: Answer): number | null {
  const text = answer.header('Upload-Offset');
  return text !== null && /^\d+$/.test(text) ? Number(text) : null;
}

function isTemporary(failure: unknown): boolean {
  return (
    failure instanceof ApiFailure &&
    (failure.word === 'server_away' || [0, 408, 409, 423, 429, 502, 503, 504].includes(failure.status))
  );
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new ApiFailure('stopped', 0));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}

/** Uploads a file and gives the path of the new asset; resumes until done, refused or stopped. */
export async function upload(
  job: Upload,
  transport: Transport = overXhr,
  pauses: readonly number[] = kPauses,
): Promise<string> {
  const common = { 'Tus-Resumable': '1.0.0', 'X-Jtv-Request': '1' };
  const call: (...args: Parameters<Transport>) => Promise<Answer> = async (...args) => {
    const answer = await transport(...args);
    if (answer.status < 200 || answer.status > 299) {
      throw failureOf(answer.status, answer.body);
    }
    return answer;
  };
  const quiet = () => {};

  async function create(): Promise<string> {
    const headers = {
      ...common,
      'Upload-Length': String(job.file.size),
      'Upload-Metadata': metadata({ filename: job.file.name, filetype: job.file.type }),
    };
    const answer = await call('POST', '/api/v1/assets', headers, null, quiet, job.signal);
    const location = answer.header('Location');
    if (location === null) {
      throw new ApiFailure('server_fault', answer.status);
    }
    return pathOf(location);
  }

  async function held(path: string): Promise<number> {
    const offset = offsetOf(await call('HEAD', path, common, null, quiet, job.signal));
    if (offset === null || offset > job.file.size) {
      throw new ApiFailure('server_fault', 200);
    }
    return offset;
  }

  async function piece(path: string, offset: number): Promise<number> {
    const headers = {
      ...common,
      'Content-Type': 'application/offset+octet-stream',
      'Upload-Offset': String(offset),
    };
    const bytes = job.file.slice(offset, offset + kPieceBytes);
    const sent = (count: number) => job.progress(Math.min(offset + count, job.file.size));
    const next = offsetOf(await call('PATCH', path, headers, bytes, sent, job.signal));
    if (next === null || next <= offset) {
      throw new ApiFailure('server_fault', 200);
    }
    return next;
  }

  let path = job.resumeAt;
  let offset: number | null = null;
  let attempts = 0;
  while (offset === null || offset < job.file.size) {
    try {
      if (path === undefined) {
        path = await create();
        job.location?.(path);
        offset = 0;
      } else if (offset === null) {
        offset = await held(path);
      }
      job.interrupted(false);
      job.progress(offset);
      if (offset < job.file.size) {
        offset = await piece(path, offset);
        attempts = 0;
      }
    } catch (failure) {
      if (job.signal.aborted) {
        throw new ApiFailure('stopped', 0);
      }
      if (!isTemporary(failure)) {
        throw failure;
      }
      job.interrupted(true);
      await wait(pauses[Math.min(attempts++, pauses.length - 1)] ?? 0, job.signal);
      offset = null;
    }
  }
  job.progress(job.file.size);
  return path as string;
}

/** The browser's transport; XMLHttpRequest because fetch reports no upload progress. */
export const overXhr: Transport = (method, path, headers, body, progress, signal) =>
  new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    const stop = () => xhr.abort();
    xhr.open(method, path);
    for (const [name, value] of Object.entries(headers)) {
      xhr.setRequestHeader(name, value);
    }
    xhr.upload.onprogress = (event) => progress(event.loaded);
    xhr.onload = () =>
      resolve({
        status: xhr.status,
        header: (name) => xhr.getResponseHeader(name),
        body: xhr.responseText,
      });
    xhr.onerror = () => reject(new ApiFailure('server_away', 0));
    xhr.onabort = () => reject(new ApiFailure('stopped', 0));
    xhr.onloadend = () => signal.removeEventListener('abort', stop);
    if (signal.aborted) {
      reject(new ApiFailure('stopped', 0));
      return;
    }
    signal.addEventListener('abort', stop, { once: true });
    xhr.send(body);
  });
