// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Starts a real jtv-scheduler on a free port with a data folder of its own, and asks its API as a program would.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export const kPassword = 'Ein langes Passwort, nur zum Prüfen!';

export class Scheduler {
  constructor({ program, page, folder }) {
    Object.assign(this, { program, page, folder, address: '', port: 0, cookie: '', child: null });
    mkdirSync(join(folder, 'data'), { recursive: true });
    writeFileSync(join(folder, 'password'), `${kPassword}\n`, { mode: 0o600 });
  }

  /** Starts it; after a stop it takes the same port again, as a server that was restarted. */
  async start() {
    const log = createWriteStream(join(this.folder, 'scheduler.log'), { flags: 'a' });
    this.child = spawn(
      this.program,
      [
        'serve', '--unsafe-ingest', '--data', join(this.folder, 'data'), '--listen', `127.0.0.1:${this.port}`,
        '--admin-password-file', join(this.folder, 'password'), '--web', this.page,
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.child.stderr.pipe(log);
    this.address = await new Promise((resolve, reject) => {
      const failed = () => reject(new Error(`${this.program} ended before it listened; see ${log.path}`));
      this.child.once('error', reject);
      this.child.once('exit', failed);
      createInterface({ input: this.child.stdout }).on('line', (line) => {
        const found = /^listening on (http:\/\/\S+)/.exec(line);
        if (found) {
          this.child.off('exit', failed);
          resolve(found[1].replace(/\/$/, ''));
        }
      });
    });
    this.port = Number(new URL(this.address).port);
  }

  async stop() {
    const child = this.child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) {
      return;
    }
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const kill = setTimeout(() => child.kill('SIGKILL'), 10000);
    await ended;
    clearTimeout(kill);
  }

  /** One request; JSON in and out unless the body is text or bytes. */
  async ask(method, path, body, headers = {}) {
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const answer = await fetch(this.address + path, {
      method,
      headers: {
        'X-Jtv-Request': '1',
        ...(this.cookie ? { Cookie: this.cookie } : {}),
        ...(body !== undefined && !raw ? { 'Content-Type': 'application/json' } : {}),
        ...headers,
      },
      body: body === undefined || raw ? body : JSON.stringify(body),
    });
    const cookie = answer.headers.get('Set-Cookie');
    if (cookie) {
      this.cookie = cookie.split(';')[0];
    }
    const text = await answer.text();
    let value = text;
    try {
      value = text === '' ? undefined : JSON.parse(text);
    } catch {
      // Not JSON: a plan, say.
    }
    return { status: answer.status, headers: answer.headers, body: value };
  }

  async read(path) {
    const { status, body } = await this.ask('GET', path);
    if (status !== 200) {
      throw new Error(`GET ${path} answered ${status} ${JSON.stringify(body)}`);
    }
    return body;
  }

  async logIn() {
    const { status } = await this.ask('POST', '/api/v1/session', { name: 'admin', password: kPassword });
    if (status !== 200) {
      throw new Error(`logging in answered ${status}`);
    }
  }
}
