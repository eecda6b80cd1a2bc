// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Every view again at the width of a small phone, in the dark, and in English.
import { kDesktop, kPhone } from '../browser.mjs';

const kAreas = ['screens', 'media', 'slides', 'playlists', 'publish'];

export const cases = [
  [
    'fits every view into 360 pixels',
    async ({ page, playlist }) => {
      await page.page.setViewport(kPhone);
      for (const area of [...kAreas, `playlists/${playlist}`]) {
        await page.go(area);
        await page.picture(area.includes('/') ? 'phone-programme' : `phone-${area}`, false);
        await page.inspect(`phone ${area}`);
      }
    },
  ],
  [
    'fits the dialogs too',
    async ({ page }) => {
      await page.go('playlists');
      await page.press('Neue Sendezeit');
      await page.picture('phone-air-time', false);
      await page.inspect('phone air time');
      await page.press('Abbrechen');
      await page.go('screens');
      await page.press('Bildschirm hinzufügen');
      await page.picture('phone-approve', false);
      await page.inspect('phone approve');
      await page.press('Abbrechen');
    },
  ],
  [
    'is as readable in the dark',
    async ({ page, playlist }) => {
      await page.page.setViewport(kDesktop);
      await page.look('dark');
      for (const area of [...kAreas, `playlists/${playlist}`]) {
        await page.go(area);
        await page.inspect(`dark ${area}`);
      }
      await page.go('screens');
      await page.picture('dark-screens');
      await page.look('light');
    },
  ],
  [
    'is complete in English',
    async ({ page, playlist }) => {
      await page.press('English');
      for (const area of [...kAreas, `playlists/${playlist}`]) {
        await page.go(area);
        await page.inspect(`English ${area}`);
      }
      await page.picture('english-programme');
      await page.press('Deutsch');
    },
  ],
];
