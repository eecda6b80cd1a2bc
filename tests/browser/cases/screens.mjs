// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A new screen is approved by its code, shows its live picture, and gets its settings.
import { assert, until } from '../check.mjs';
import { Device } from '../device.mjs';
import { png } from '../material.mjs';

const widthOfLive = (page) =>
  page.page.evaluate(() => document.querySelector('.screen .live img')?.naturalWidth ?? 0);

export const cases = [
  [
    'announces a device that waits, with code and fingerprint',
    async (world) => {
      const { page, scheduler } = world;
      world.device = new Device(scheduler, 'Raspberry Pi 4 Model B');
      await world.device.enrol();
      await page.says('Neue Bildschirme warten auf Freigabe');
      await page.says(world.device.codes.user_code, '.waiting');
      await page.says(world.device.codes.fingerprint, '.waiting');
      await page.says('Raspberry Pi 4 Model B', '.waiting');
      await page.picture('screens-waiting');
      await page.inspect('waiting device');
    },
  ],
  [
    'does not approve with a code nobody shows',
    async ({ page, device }) => {
      await page.press(`Gerät mit Code ${device.codes.user_code} freigeben`);
      const other = device.codes.user_code.startsWith('B') ? 'CCCC-DDDD' : 'BBBB-CCCC';
      await page.fill('Code auf dem Bildschirm', other.toLowerCase().replace('-', ' '));
      await page.says('Diesen Code kennt der Server nicht', 'dialog');
      await page.inspect('wrong code');
      await page.press('Abbrechen');
    },
  ],
  [
    'opens the form with the code when the QR of the screen is scanned',
    async (world) => {
      const { page, scheduler, device } = world;
      await page.page.goto(`${scheduler.address}/?code=${device.codes.user_code}`);
      await page.says('Bildschirm freigeben', 'dialog h2');
      assert.equal(await page.page.evaluate(() => document.querySelector('.code-field').value), device.codes.user_code);
      await page.says(device.codes.fingerprint, 'dialog');
      await page.fill('Name', 'Wartebereich EG links');
      await page.picture('approve', false);
      await page.inspect('approve');
      await page.press('Freigeben');
      await page.says('Wartebereich EG links', '.screen h2');
      assert.equal(await page.page.evaluate(() => location.search), '');
      await device.connect();
    },
  ],
  [
    'shows whether the screen can be reached, in words, and what it plays',
    async ({ page, device }) => {
      await device.report({ now_playing: { name: 'Willkommen', kind: 'slide', language: 'ar' } });
      await page.says('Online', '.screen .badge');
      await page.says('Willkommen', '.screen');
      await page.says('Arabisch', '.screen');
      await page.says('Noch nichts veröffentlicht', '.screen');
    },
  ],
  [
    'shows the live picture, and the next one by itself',
    async ({ page, device }) => {
      await page.says('Noch kein Live-Bild', '.screen');
      await device.show(png(960, 540, [10, 90, 115]));
      await until('the live picture is there', async () => (await widthOfLive(page)) === 960);
      await page.picture('screens');
      await device.show(png(640, 360, [120, 60, 20]));
      await until('the next live picture is there', async () => (await widthOfLive(page)) === 640);
      await page.inspect('screens');
    },
  ],
  [
    'asks for no picture while nobody looks at it',
    async ({ page }) => {
      await page.go('media');
      let asked = 0;
      const count = (request) => (asked += request.url().endsWith('/screenshot') ? 1 : 0);
      await until('the last question is answered', () => page.page.evaluate(() => document.readyState === 'complete'));
      page.page.on('request', count);
      // The safety poll for the list of screens comes later than any picture would have.
      await page.page.waitForRequest((request) => request.url().endsWith('/api/v1/screens'), { timeout: 20000 });
      page.page.off('request', count);
      assert.equal(asked, 0);
      await page.go('screens');
    },
  ],
  [
    'shows the warnings of a screen',
    async ({ page, device }) => {
      await device.report({ warnings: ['Der Speicher ist zu 93 % voll'] });
      await page.says('Der Speicher ist zu 93 % voll', '.warnings');
      await page.inspect('warnings');
      await device.report({});
    },
  ],
  [
    'saves name, languages, size and distance',
    async ({ page, scheduler }) => {
      await page.press('Einstellungen von Wartebereich EG links');
      await page.fill('Name', 'Wartebereich rechts');
      await page.fill('Bildschirmdiagonale in Zoll', '43');
      await page.fill('Abstand der Sitzplätze in Metern', '3.5');
      await page.page.evaluate(() => [...document.querySelectorAll('dialog .chip')].find((each) => each.innerText.includes('Türkisch')).querySelector('input').click());
      await page.picture('screen-settings', false);
      await page.inspect('settings');
      await page.press('Speichern');
      await page.says('Wartebereich rechts', '.screen h2');
      const [screen] = (await scheduler.read('/api/v1/screens')).screens;
      assert.equal(screen.diagonal_inches, 43);
      assert.equal(screen.distance_m, 3.5);
      assert.deepEqual(screen.languages, ['de', 'en', 'ar', 'fa', 'uk', 'tr']);
    },
  ],
];
