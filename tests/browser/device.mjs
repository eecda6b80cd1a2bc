// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A screen that speaks the public API with a key of its own: the smallest device the scheduler accepts.
import { generateKeyPairSync, sign } from 'node:crypto';
import { until } from './check.mjs';

export class Device {
  constructor(scheduler, model) {
    this.scheduler = scheduler;
    this.model = model;
    this.keys = generateKeyPairSync('ed25519');
    this.screen = null;
    this.token = '';
  }

  async enrol() {
    // The last 32 bytes of the SubjectPublicKeyInfo are the raw key (RFC 8410).
    const raw = this.keys.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
    const { status, body } = await this.call('POST', '/api/v1/enrolment', {
      public_key: raw.toString('base64'),
      hardware: { model: this.model },
    });
    if (status !== 200 && status !== 201) {
      throw new Error(`enrolment answered ${status} ${JSON.stringify(body)}`);
    }
    this.codes = body;
  }

  /** Waits for the approval, then opens a session by signing a challenge. */
  async connect() {
    await until('the device is approved', async () => {
      const { status, body } = await this.call('POST', '/api/v1/enrolment/token', { device_code: this.codes.device_code });
      this.screen = status === 200 ? body.screen : null;
      return this.screen;
    });
    const { body: asked } = await this.call('POST', '/api/v1/enrolment/challenge', { screen: this.screen });
    const signature = sign(null, Buffer.from(`jtv-session:${asked.challenge}`), this.keys.privateKey).toString('base64');
    const { status, body } = await this.call('POST', '/api/v1/enrolment/session', {
      screen: this.screen,
      challenge: asked.challenge,
      signature,
    });
    if (status !== 200) {
      throw new Error(`the device session answered ${status} ${JSON.stringify(body)}`);
    }
    this.token = body.access_token;
  }

  /** The plan's revision as the server offers it now, 0 before the first publication. */
  async offered() {
    const { status, headers } = await this.call('GET', `/api/v1/plans/${this.screen}`);
    return status === 200 ? Number(headers.get('ETag').replaceAll(/\D/g, '')) : 0;
  }

  async report(status) {
    const answer = await this.call('POST', `/api/v1/screens/${this.screen}/status`, {
      revision_active: 0, warnings: [], size: '1920x1080', ...status,
    });
    if (answer.status !== 204) {
      throw new Error(`the status report answered ${answer.status} ${JSON.stringify(answer.body)}`);
    }
  }

  async show(picture) {
    const answer = await this.call('PUT', `/api/v1/screens/${this.screen}/screenshot`, picture, { 'Content-Type': 'image/png' });
    if (answer.status !== 204) {
      throw new Error(`the screenshot answered ${answer.status} ${JSON.stringify(answer.body)}`);
    }
  }

  async call(method, path, body, headers = {}) {
    const raw = body instanceof Uint8Array;
    const answer = await fetch(this.scheduler.address + path, {
      method,
      headers: {
        ...(this.token ? { Authorization: `Bearer ${this.token}` } : {}),
        ...(body !== undefined && !raw ? { 'Content-Type': 'application/json' } : {}),
        ...headers,
      },
      body: body === undefined || raw ? body : JSON.stringify(body),
    });
    const text = await answer.text();
    let value = text;
    try {
      value = text === '' ? undefined : JSON.parse(text);
    } catch {
      // A plan is XML.
    }
    return { status: answer.status, headers: answer.headers, body: value };
  }
}
