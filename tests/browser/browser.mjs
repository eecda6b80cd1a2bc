// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Debian's Chromium with one page: collects every breach of the content policy and every script error,
// runs axe, takes pictures, and finds things as people do: by their visible or spoken name.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { assert, until } from './check.mjs';

const kFlags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--lang=de-DE', '--mute-audio',
];
const kAxeRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
export const kDesktop = { width: 1280, height: 850 };
export const kPhone = { width: 360, height: 740, hasTouch: true, isMobile: true };

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export class Page {
  /** `pictures` is the folder for screenshots, `folder` one for the browser's own files. */
  static async open({ folder, pictures }) {
    rmSync(pictures, { recursive: true, force: true });
    mkdirSync(pictures, { recursive: true });
    const browser = await puppeteer.launch({
      executablePath: process.env.JTV_CHROMIUM ?? '/usr/bin/chromium',
      args: kFlags,
      userDataDir: join(folder, 'chromium'),
      env: { ...process.env, LANG: 'de_DE.UTF-8', LANGUAGE: 'de', TZ: 'Europe/Berlin' },
    });
    const [page] = await browser.pages();
    const self = new Page(browser, page, pictures);
    await self.prepare();
    return self;
  }

  constructor(browser, page, pictures) {
    Object.assign(this, { browser, page, pictures, breaches: [], errors: [] });
  }

  async prepare() {
    await this.page.setViewport(kDesktop);
    await this.look('light');
    await this.page.exposeFunction('jtvBreach', (text) => this.breaches.push(text));
    await this.page.evaluateOnNewDocument(() => {
      addEventListener('securitypolicyviolation', (event) =>
        window.jtvBreach(`${event.violatedDirective}: ${event.blockedURI} (${event.sourceFile}:${event.lineNumber})`),
      );
    });
    this.page.on('pageerror', (error) => this.errors.push(String(error.stack ?? error)));
  }

  /** Without motion, so that no colour is measured half-way to another. */
  async look(scheme) {
    await this.page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
  }

  async close() {
    await this.browser.close();
  }

  /** Every kind of fault that must not be there in any view: policy, scripts, overflow, axe. */
  async inspect(view) {
    const wide = await this.page.evaluate(() =>
      document.documentElement.scrollWidth > innerWidth
        ? [...document.querySelectorAll('body *')]
            .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
            .slice(0, 3)
            .map((each) => each.outerHTML.slice(0, 120))
        : [],
    );
    assert.deepEqual(wide, [], `${view}: wider than the window`);
    // Evaluated by the debugger, so that the page's policy stays in force.
    await this.page.evaluate(`if (typeof axe === 'undefined') { ${axeSource} }`);
    const violations = await this.page.evaluate(async (rules) => {
      const result = await axe.run(document, { runOnly: rules });
      return result.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
    }, kAxeRules);
    assert.deepEqual(violations, [], `${view}: axe`);
    assert.deepEqual(this.breaches, [], `${view}: content policy`);
    assert.deepEqual(this.errors, [], `${view}: script errors`);
  }

  async picture(name, fullPage = true) {
    await this.page.screenshot({ path: join(this.pictures, `${name}.png`), fullPage });
  }

  async go(area) {
    await this.page.evaluate((hash) => (location.hash = hash), `/${area}`);
    await this.settled();
  }

  /** Until nothing says that it is still loading and all pictures in view are there or have failed. */
  async settled() {
    await until('the view is loaded', () =>
      this.page.evaluate(
        () =>
          document.querySelector('main h1') !== null &&
          !/^(Wird geladen|Loading) …$/m.test(document.querySelector('main').innerText) &&
          [...document.images].every((image) => image.complete || image.loading === 'lazy'),
      ),
    );
  }

  /** The innermost visible button or link with this name (aria-label, else text), within `scope`. */
  async find(name, scope = 'body') {
    const handle = await this.page.evaluateHandle(
      (wanted, within) => {
        const top = [...document.querySelectorAll('dialog[open]')].at(-1);
        const root = top && within === 'body' ? top : document.querySelector(within);
        const spoken = (each) => (each.getAttribute('aria-label') ?? each.innerText).replaceAll(/\s+/g, ' ').trim();
        return [...(root?.querySelectorAll('button, a') ?? [])].find(
          (each) => each.checkVisibility() && spoken(each) === wanted,
        );
      },
      name,
      scope,
    );
    const element = handle.asElement();
    if (element === null) {
      throw new Error(`there is no button or link "${name}"`);
    }
    return element;
  }

  async press(name, scope) {
    const element = await until(`"${name}" is there`, () => this.find(name, scope), 5000);
    await element.evaluate((each) => each.scrollIntoView({ block: 'center' }));
    await until(`nothing lies over "${name}"`, () => this.uncover(element), 10000);
    await element.click();
  }

  /** Whether the middle of an element can be clicked; a notice that lies over it is closed, as a person would. */
  uncover(element) {
    return element.evaluate((each) => {
      const box = each.getBoundingClientRect();
      const there = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      if (each.contains(there)) {
        return true;
      }
      there?.closest('.notice')?.querySelector('button').click();
      return false;
    });
  }

  /** Puts the focus on a button and presses a key, as someone without a mouse. */
  async pressByKey(name, key = 'Enter') {
    const element = await until(`"${name}" is there`, () => this.find(name), 5000);
    await element.focus();
    await this.page.keyboard.press(key);
  }

  /** Fills the field with this label, in the topmost dialog if there is one. */
  async fill(label, text) {
    const handle = await this.page.evaluateHandle((wanted) => {
      const root = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
      const field = [...root.querySelectorAll('label')].find((each) =>
        each.querySelector('span')?.innerText.replaceAll(/\s+/g, ' ').trim().startsWith(wanted),
      );
      return field?.querySelector('input, select');
    }, label);
    const element = handle.asElement();
    assert.ok(element, `there is no field "${label}"`);
    const kind = await element.evaluate((field) => field.type);
    if (kind === 'select-one') {
      const value = await element.evaluate((field, wanted) => [...field.options].find((each) => each.text === wanted)?.value, text);
      await element.select(value);
    } else if (kind === 'time' || kind === 'date') {
      await element.evaluate((field, value) => {
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }, text);
    } else {
      await element.evaluate((field) => field.select());
      await element.type(text);
    }
  }

  async text(selector = 'body') {
    return this.page.evaluate((wanted) => [...document.querySelectorAll(wanted)].map((each) => each.innerText).join('\n'), selector);
  }

  async says(text, selector, limit) {
    await until(`the page says "${text}"`, async () => (await this.text(selector)).replaceAll(/\s+/g, ' ').includes(text), limit);
  }

  async choose(files) {
    const input = await this.page.waitForSelector('input[type="file"]');
    await input.uploadFile(...[files].flat());
  }
}
