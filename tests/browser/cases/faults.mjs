// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What an editor sees when something fails: the session ends, the server is away and comes back.
import { assert, until } from '../check.mjs';
import { kPassword } from '../scheduler.mjs';

export const cases = [
  [
    'asks to log in again when the session ended, and keeps what was being typed',
    async ({ page, playlist }) => {
      await page.go(`playlists/${playlist}`);
      await page.press('Beiträge hinzufügen');
      await page.fill('Suchen', 'Sommer');
      await page.page.deleteCookie(...(await page.page.cookies()));
      await page.press('Sommerfest.png hinzufügen');
      await page.says('Ihre Sitzung ist abgelaufen.', 'dialog');
      await page.picture('session-ended', false);
      await page.inspect('session ended');
      await page.fill('Passwort', kPassword);
      await page.page.keyboard.press('Enter');
      await until('the login form is gone', async () => !(await page.text('dialog')).includes('abgelaufen'));
      assert.equal(await page.page.evaluate(() => document.querySelector('dialog input[type="search"]').value), 'Sommer');
      await page.press('Fertig');
      await page.says('Nicht gespeichert');
      await page.press('Noch einmal versuchen');
      await page.says('Alles gespeichert');
    },
  ],
  [
    'says that the server is away and that the screens go on, and notices its return',
    async ({ page, scheduler }) => {
      await page.go('screens');
      await scheduler.stop();
      await page.says('Der Server ist gerade nicht erreichbar.', '.away-strip', 30000);
      await page.picture('server-away');
      await page.inspect('server away');
      await scheduler.start();
      await page.says('Der Server ist wieder da.', '.notice', 30000);
      assert.equal(await page.text('.away-strip'), '');
    },
  ],
  [
    'logs out and forgets what it showed',
    async ({ page }) => {
      await page.press('Abmelden');
      await page.says('Anmelden', 'h1');
      assert.ok(!(await page.text()).includes('Wartebereich rechts'));
      await page.fill('Benutzername', 'admin');
      await page.fill('Passwort', kPassword);
      await page.page.keyboard.press('Enter');
      await page.says('Bildschirme', 'main h1');
    },
  ],
];
