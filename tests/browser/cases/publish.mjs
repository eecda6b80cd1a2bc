// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One button, and then who shows it already.
import { assert, until } from '../check.mjs';

const kExpired = `<slide xmlns="urn:jobcenter-tv:slide:1" xml:lang="de" id="fest" template="notice" theme="calm">
<provenance source="Pressestelle" licence="CC-BY-4.0" licenceUntil="2020-06-30" reviewBy="2020-01-31"/>
<text xml:lang="de" reviewed="yes"><title>Sommerfest</title><paragraph>Kommen Sie in den Hof.</paragraph></text></slide>`;

export const cases = [
  [
    'names what is wrong with a slide and does not publish it',
    async ({ page, scheduler, playlist }) => {
      const { body: slide } = await scheduler.ask('POST', '/api/v1/slides', kExpired, { 'Content-Type': 'application/xml' });
      const { name, items } = await scheduler.read(`/api/v1/playlists/${playlist}`);
      const put = (list) => scheduler.ask('PUT', `/api/v1/playlists/${playlist}`, { name, items: list });
      await put([...items, { kind: 'slide', id: slide.id }]);
      await page.page.reload();
      await page.go('publish');
      await page.says('1 Fehler verhindert das Veröffentlichen', '.findings', 60000);
      await page.says('Sommerfest Die Folie darf nicht mehr gezeigt werden', '.findings');
      await page.says('Die Folie sollte längst neu geprüft sein', '.findings');
      await page.picture('publish-findings');
      await page.inspect('findings');
      await page.press('Jetzt veröffentlichen');
      await page.says('Die Prüfung hat Fehler gefunden.', undefined, 60000);
      assert.equal((await scheduler.read('/api/v1/revisions')).revisions.length, 0);
      await put(items);
      await scheduler.ask('DELETE', `/api/v1/slides/${slide.id}`);
      await page.page.reload();
    },
  ],
  [
    'publishes and shows the number and that the screen still loads',
    async (world) => {
      const { page, scheduler, device } = world;
      await page.go('publish');
      await page.says('Bisher wurde noch nichts veröffentlicht.');
      await page.picture('publish-before');
      await page.inspect('before publishing');
      await page.press('Jetzt veröffentlichen');
      await page.says('Veröffentlicht als Nr.', '.published', 60000);
      world.revision = (await scheduler.read('/api/v1/revisions')).revisions.map((each) => each.revision).sort((a, b) => b - a)[0];
      await page.says(`Veröffentlicht als Nr. ${world.revision}.`, '.published');
      assert.equal(await device.offered(), world.revision);
      await page.says('Lädt noch', '.screen-states');
      await page.picture('publish-loading');
      await page.inspect('loading');
    },
  ],
  [
    'says when all screens show the new programme',
    async (world) => {
      const { page, device, revision } = world;
      await device.report({ revision_active: revision });
      await page.says('Alle erreichbaren Bildschirme zeigen das Neue.', '.published');
      await page.says('Zeigt das Neue', '.screen-states');
      await page.picture('publish-done');
      await page.inspect('published');
      await page.go('screens');
      await page.says(`Zeigt schon das Neue (Nr. ${revision})`, '.screen');
    },
  ],
  [
    'counts the changes since then',
    async ({ page, scheduler, playlist }) => {
      const { items } = await scheduler.read(`/api/v1/playlists/${playlist}`);
      await scheduler.ask('PUT', `/api/v1/playlists/${playlist}`, { name: 'Wartebereich', items: [...items].reverse() });
      await page.page.reload();
      await page.go('publish');
      await page.says('1 Änderung seit der letzten Veröffentlichung.');
      await until('the area says it too', async () => (await page.text('.areas')).includes('1'));
    },
  ],
];
