// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One request to the scheduler: JSON in, JSON out, and every failure as an ApiFailure with one word.

/** Why a request failed: `word` is the key of the sentence shown, `detail` the server's own sentence. */
export class ApiFailure extends Error {
  constructor(
    readonly word: string,
    readonly status: number,
    readonly detail = '',
  ) {
    super(detail || word);
  }
}

/** A body that is sent as it is, not as JSON. */
export interface RawBody {
  type: string;
  bytes: string | Blob;
}

interface Listener {
  /** The session is over (401): the person must log in again. */
  sessionEnded(): void;
  /** The server answered (true) or could not be reached (false). */
  reachable(yes: boolean): void;
}

let listener: Listener = { sessionEnded() {}, reachable() {} };

export function listenToRequests(to: Listener) {
  listener = to;
}

const kWordOfStatus: Record<number, string> = {
  401: 'session_ended',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  413: 'too_large',
  415: 'unknown_type',
  429: 'too_many_requests',
  502: 'server_away',
  503: 'server_away',
  504: 'server_away',
  507: 'disk_full',
};

/** The failure an answer stands for; a body that is not ours falls back to the status. */
export function failureOf(status: number, body: string): ApiFailure {
  const fallback = kWordOfStatus[status] ?? (status >= 500 ? 'server_fault' : 'refused');
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null) {
      const { error, message } = parsed as { error?: unknown; message?: unknown };
      return new ApiFailure(
        typeof error === 'string' ? error : fallback,
        status,
        typeof message === 'string' ? message : '',
      );
    }
  } catch {
    // Not JSON: a proxy's page, say. The status tells enough.
  }
  return new ApiFailure(fallback, status);
}

function isRaw(body: unknown): body is RawBody {
  return typeof body === 'object' && body !== null && 'bytes' in body && 'type' in body;
}

/** Sends a request and gives the raw answer; throws ApiFailure unless the status is 2xx. */
export async function send(method: string, path: string, body?: unknown): Promise<Response> {
  const headers: Record<string, string> = { 'X-Jtv-Request': '1' };
  let payload: BodyInit | undefined;
  if (isRaw(body)) {
    headers['Content-Type'] = body.type;
    payload = body.bytes;
  } else if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
    payload = JSON.stringify(body);
  }
  let answer: Response;
  try {
    answer = await fetch(path, { method, headers, body: payload ?? null, cache: 'no-store' });
  } catch {
    listener.reachable(false);
    throw new ApiFailure('server_away', 0);
  }
  if (answer.ok) {
    listener.reachable(true);
    return answer;
  }
  const failure = failureOf(answer.status, await answer.text());
  listener.reachable(failure.word !== 'server_away');
  if (answer.status === 401 && path !== '/api/v1/session') {
    listener.sessionEnded();
    throw new ApiFailure('session_ended', 401);
  }
  throw failure;
}

/** Sends a request and gives the parsed JSON answer, or undefined when there is no body. */
export async function request<T>(method: string, path: string, body?: unknown): Promise<T> {
  const answer = await send(method, path, body);
  const text = await answer.text();
  if (text === '') {
    return undefined as T;
  }
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new ApiFailure('server_fault', answer.status);
  }
}
