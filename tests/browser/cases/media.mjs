// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Uploading: the good, the broken, the interrupted, and deleting.
import { readFileSync } from 'node:fs';
import { assert, until } from '../check.mjs';

const card = (page, name) =>
  page.page.evaluate(
    (wanted) => [...document.querySelectorAll('.card')].find((each) => each.querySelector('h2')?.innerText === wanted)?.innerText ?? '',
    name,
  );
const cardSays = (page, name, text, limit) =>
  until(`the card of ${name} says "${text}"`, async () => (await card(page, name)).replaceAll(/\s+/g, ' ').includes(text), limit);
/** Clicks the box before this word in the open dialog. */
const tick = (page, word) =>
  page.page.evaluate((wanted) => [...document.querySelectorAll('dialog .chip')].find((each) => each.innerText.trim() === wanted).querySelector('input').click(), word);

export const cases = [
  [
    'uploads a film by button and tells when it is ready',
    async ({ page, material }) => {
      await page.go('media');
      await page.choose(material.film);
      await cardSays(page, 'Termin online buchen.mp4', 'Bereit', 60000);
      await cardSays(page, 'Termin online buchen.mp4', '0:03');
      await cardSays(page, 'Termin online buchen.mp4', '640 × 360');
    },
  ],
  [
    'uploads a picture by dropping it',
    async ({ page, material }) => {
      await page.page.evaluate((base64) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const transfer = new DataTransfer();
        transfer.items.add(new File([bytes], 'Sommerfest.png', { type: 'image/png' }));
        const field = document.querySelector('.drop');
        for (const kind of ['dragover', 'drop']) {
          field.dispatchEvent(new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }));
        }
      }, readFileSync(material.picture).toString('base64'));
      await cardSays(page, 'Sommerfest.png', 'Bereit', 60000);
      await until('its thumbnail is there', () => page.page.evaluate(() => [...document.querySelectorAll('.thumbnail img')].some((image) => image.naturalWidth === 640)));
    },
  ],
  [
    'says at once that a letter is no film',
    async ({ page, material }) => {
      await page.choose(material.letter);
      await page.says('„Brief.txt“ ist kein Video und kein Bild', '.notice');
      await page.press('Schließen', '.notices');
    },
  ],
  [
    'refuses a broken film with the reason and the fix',
    async ({ page, material }) => {
      await page.choose(material.brokenFilm);
      await cardSays(page, 'Kaputt.mp4', 'Abgelehnt', 60000);
      await cardSays(page, 'Kaputt.mp4', 'Diese Datei kann nicht gezeigt werden.');
      await page.picture('media');
      await page.inspect('media');
    },
  ],
  [
    'goes on with an interrupted upload by itself, and shows the progress',
    async (world) => {
      const { page, material, scheduler } = world;
      const network = await page.page.createCDPSession();
      await network.send('Network.enable');
      const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 6 * 1024 * 1024 };
      await network.send('Network.emulateNetworkConditions', slow);
      await page.choose(material.longFilm);
      await until('a part is uploaded', () => page.page.evaluate(() => (document.querySelector('.uploads progress')?.value ?? 0) > 1e6));
      await page.picture('media-uploading');
      await page.inspect('uploading');
      await network.send('Network.emulateNetworkConditions', { ...slow, offline: true });
      await page.says('Verbindung unterbrochen', '.uploads', 30000);
      await page.picture('media-interrupted');
      await page.inspect('interrupted');
      await network.send('Network.emulateNetworkConditions', { ...slow, uploadThroughput: -1 });
      await cardSays(page, 'Langer Film.mp4', 'Bereit', 90000);
      await network.detach();
      const { assets } = await scheduler.read('/api/v1/assets');
      assert.equal(assets.filter((each) => each.name === 'Langer Film.mp4').length, 1);
    },
  ],
  [
    'shows a film large',
    async ({ page }) => {
      await page.press('Termin online buchen.mp4 ansehen');
      await until('the film plays', () => page.page.evaluate(() => document.querySelector('dialog video').readyState >= 2));
      await page.inspect('film');
      await page.page.keyboard.press('Escape');
    },
  ],
  [
    'says in which languages captions are part of the picture',
    async ({ page, scheduler }) => {
      const said = async () =>
        (await scheduler.read('/api/v1/assets')).assets.find((each) => each.name === 'Termin online buchen.mp4').captions_in_picture;
      await page.press('Untertitel im Bild von Termin online buchen.mp4');
      await page.says('Im Bild stehen keine Untertitel.', 'dialog');
      await tick(page, 'Deutsch');
      await tick(page, 'Arabisch');
      await page.says('Deutsch und Arabisch', 'dialog');
      await page.picture('media-captions', false);
      await page.inspect('captions in the picture');
      await page.press('Speichern', 'dialog');
      await cardSays(page, 'Termin online buchen.mp4', 'Untertitel im Bild: Deutsch und Arabisch');
      assert.deepEqual(await said(), ['de', 'ar']);
      await page.picture('media-with-captions');
      await page.press('Untertitel im Bild von Termin online buchen.mp4');
      await tick(page, 'Deutsch');
      await tick(page, 'Arabisch');
      await page.press('Speichern', 'dialog');
      await until('there are none again', async () => (await said()).length === 0);
      await page.says('sind gespeichert');
    },
  ],
  [
    'deletes after asking',
    async ({ page, scheduler }) => {
      await page.press('Kaputt.mp4 löschen');
      await page.says('„Kaputt.mp4“ löschen?', 'dialog h2');
      await page.inspect('delete');
      await page.press('Löschen');
      await until('it is gone', async () => (await card(page, 'Kaputt.mp4')) === '');
      const { assets } = await scheduler.read('/api/v1/assets');
      assert.ok(!assets.some((each) => each.name === 'Kaputt.mp4'));
    },
  ],
];
