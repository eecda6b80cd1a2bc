// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Logging in, the two languages, and the empty page a new office sees.
import { assert, until } from '../check.mjs';
import { kPassword } from '../scheduler.mjs';

export const cases = [
  [
    'greets in German and is free of faults',
    async ({ page, scheduler }) => {
      await page.page.goto(scheduler.address);
      await page.says('Anmelden', 'h1');
      assert.equal(await page.page.evaluate(() => document.documentElement.lang), 'de');
      await page.picture('login');
      await page.inspect('login');
    },
  ],
  [
    'shows nothing of the house before logging in',
    async ({ scheduler }) => {
      for (const path of ['screens', 'assets', 'slides', 'playlists', 'rules', 'revisions', 'enrolment', 'events']) {
        const answer = await fetch(`${scheduler.address}/api/v1/${path}`);
        assert.equal(answer.status, 401, path);
        await answer.body?.cancel();
      }
    },
  ],
  [
    'refuses a wrong password and says what to do',
    async ({ page }) => {
      await page.fill('Benutzername', 'admin');
      await page.fill('Passwort', 'falsch');
      await page.page.keyboard.press('Enter');
      await page.says('Prüfen Sie die Feststelltaste', '[role="alert"]');
      await page.picture('login-wrong-password');
      await page.inspect('login refused');
      assert.equal(await page.page.evaluate(() => document.activeElement.name), 'password');
    },
  ],
  [
    'lets in with the right password, by keyboard alone',
    async ({ page, scheduler }) => {
      await page.fill('Passwort', kPassword);
      await page.page.keyboard.press('Enter');
      await page.says('Bildschirme', 'main h1');
      await page.says('Noch kein Bildschirm');
      await page.picture('screens-none');
      await page.inspect('no screens');
      await scheduler.logIn();
    },
  ],
  [
    'is empty but helpful everywhere at first',
    async ({ page }) => {
      for (const [area, words] of [
        ['media', 'Noch keine Medien'],
        ['slides', 'Noch keine Folien'],
        ['playlists', 'Noch kein Programm'],
        ['publish', 'Legen Sie zuerst unter „Programme“ ein Standardprogramm fest'],
      ]) {
        await page.go(area);
        await page.says(words);
        await page.inspect(`empty ${area}`);
      }
    },
  ],
  [
    'speaks English when asked, says so to screen readers, and remembers it',
    async ({ page }) => {
      await page.go('screens');
      await page.press('English');
      await page.says('No screen yet');
      assert.equal(await page.page.evaluate(() => document.documentElement.lang), 'en');
      await page.inspect('English');
      await page.picture('screens-none-english');
      await page.page.reload();
      await page.says('No screen yet');
      await page.press('Deutsch');
      await page.says('Noch kein Bildschirm');
    },
  ],
  [
    'begins with a link that skips the navigation',
    async ({ page }) => {
      await page.page.reload();
      await page.settled();
      await page.page.keyboard.press('Tab');
      assert.equal(await page.page.evaluate(() => document.activeElement.innerText), 'Zum Inhalt springen');
      await page.page.keyboard.press('Enter');
      await until('the focus is in the content', () => page.page.evaluate(() => document.activeElement.id === 'content'));
    },
  ],
];
