// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A programme is made, filled and put in order, by keyboard and by hand, and gets its time.
import { assert, until } from '../check.mjs';

const names = (page) => page.page.evaluate(() => [...document.querySelectorAll('.items .name')].map((each) => each.innerText));

async function saved({ scheduler, playlist }, wanted) {
  const { assets } = await scheduler.read('/api/v1/assets');
  const { slides } = await scheduler.read('/api/v1/slides');
  const nameOf = (id) => assets.find((each) => each.id === id)?.name ?? slides.find((each) => each.id === id)?.title;
  await until(`the server holds ${wanted.join(', ')}`, async () => {
    const { items } = await scheduler.read(`/api/v1/playlists/${playlist}`);
    return JSON.stringify(items.map((item) => nameOf(item.id))) === JSON.stringify(wanted);
  });
}

async function create(page, name) {
  await page.go('playlists');
  await page.press('Neues Programm');
  await page.fill('Name des Programms', name);
  await page.press('Anlegen');
  await page.says(name, 'main h1');
  return decodeURIComponent(await page.page.evaluate(() => location.hash.split('/').at(-1)));
}

export const cases = [
  [
    'creates the first programme, which becomes the default',
    async (world) => {
      world.playlist = await create(world.page, 'Wartebereich');
      assert.equal((await world.scheduler.read('/api/v1/default-playlist')).id, world.playlist);
      await world.page.says('Dieses Programm ist noch leer');
      await world.page.inspect('empty programme');
    },
  ],
  [
    'adds several items in one go',
    async (world) => {
      const { page, slide } = world;
      await page.press('Beiträge hinzufügen');
      await page.inspect('picker');
      for (const name of [slide.title, 'Termin online buchen.mp4', 'Sommerfest.png', 'Langer Film.mp4']) {
        await page.press(`${name} hinzufügen`);
      }
      await page.picture('picker', false);
      await page.press('Fertig');
      await saved(world, [slide.title, 'Termin online buchen.mp4', 'Sommerfest.png', 'Langer Film.mp4']);
      await page.says('Alles gespeichert');
      await page.settled();
      await page.picture('programme');
      await page.inspect('programme');
    },
  ],
  [
    'moves by keyboard: the focus stays with the item and the new place is spoken',
    async (world) => {
      const { page, slide } = world;
      await page.pressByKey('Langer Film.mp4 nach oben');
      await page.page.keyboard.press('Enter');
      await page.page.keyboard.press('Space');
      assert.deepEqual(await names(page), ['Langer Film.mp4', slide.title, 'Termin online buchen.mp4', 'Sommerfest.png']);
      await page.says('Langer Film.mp4 ist jetzt an Stelle 1 von 4.', '[role="status"]');
      // At the top there is no further up: the focus waits on the other arrow.
      assert.equal(await page.page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'Langer Film.mp4 nach unten');
      await saved(world, ['Langer Film.mp4', slide.title, 'Termin online buchen.mp4', 'Sommerfest.png']);
    },
  ],
  [
    'moves by dragging the grip, and Escape puts it back',
    async (world) => {
      const { page, slide } = world;
      const grips = await page.page.$$('.items .grip');
      const boxes = await Promise.all(grips.map((grip) => grip.boundingBox()));
      const middle = (box) => [box.x + box.width / 2, box.y + box.height / 2];
      const mouse = page.page.mouse;
      await mouse.move(...middle(boxes[0]));
      await mouse.down();
      await mouse.move(...middle(boxes[1]), { steps: 4 });
      await page.page.keyboard.press('Escape');
      await mouse.up();
      assert.equal((await names(page))[0], 'Langer Film.mp4');
      await mouse.move(...middle(boxes[0]));
      await mouse.down();
      await mouse.move(boxes[2].x + 10, boxes[2].y + boxes[2].height, { steps: 6 });
      await page.picture('programme-dragging');
      await mouse.up();
      assert.deepEqual(await names(page), [slide.title, 'Termin online buchen.mp4', 'Langer Film.mp4', 'Sommerfest.png']);
      await saved(world, [slide.title, 'Termin online buchen.mp4', 'Langer Film.mp4', 'Sommerfest.png']);
    },
  ],
  [
    'sets how long a picture is shown',
    async ({ page, scheduler, playlist }) => {
      const field = await page.page.$('[aria-label="Anzeigedauer von Sommerfest.png in Sekunden"]');
      await field.evaluate((each) => each.select());
      await field.type('7');
      await page.page.keyboard.press('Tab');
      await until('the server holds it', async () =>
        (await scheduler.read(`/api/v1/playlists/${playlist}`)).items.some((item) => item.duration_ms === 7000));
    },
  ],
  [
    'takes an item out again',
    async (world) => {
      await world.page.press('Langer Film.mp4 herausnehmen');
      await saved(world, [world.slide.title, 'Termin online buchen.mp4', 'Sommerfest.png']);
    },
  ],
  [
    'plays a preview in the order of the programme',
    async ({ page, slide }) => {
      await page.press('Vorschau ansehen');
      await page.says(slide.title, '.stage-name');
      await page.press('Anhalten');
      await until('the picture is there', () => page.page.evaluate(() => document.querySelector('.stage img').naturalWidth > 0), 30000);
      await page.says('Wie auf dem Bildschirm', 'dialog');
      const seen = await page.page.evaluate(() => document.querySelector('.stage img').src);
      assert.match(seen, /language=de&.*screen=\w+&round=0/);
      await page.picture('preview', false);
      await page.inspect('preview');
      await page.press('Zurück');
      await page.says('Sommerfest.png', '.stage-name');
      await page.press('Schließen');
    },
  ],
  [
    'does not delete what a programme uses, and says where it is used',
    async ({ page }) => {
      await page.go('media');
      await page.press('Sommerfest.png löschen');
      await page.says('Wird verwendet in: Wartebereich.', 'dialog');
      await page.press('Schließen');
    },
  ],
  [
    'gives a second programme its time, and says in a sentence what that means',
    async (world) => {
      const { page, scheduler } = world;
      const second = await create(page, 'Donnerstag');
      await page.press('Beiträge hinzufügen');
      await page.press('Termin online buchen.mp4 hinzufügen');
      await page.press('Fertig');
      await page.says('Alles gespeichert');
      await page.go('playlists');
      await page.press('Neue Sendezeit');
      await page.fill('Programm', 'Donnerstag');
      for (const day of ['Montag', 'Dienstag', 'Mittwoch', 'Freitag']) {
        await page.page.evaluate((name) => [...document.querySelectorAll('dialog .chip')].find((each) => each.textContent.includes(name)).querySelector('input').click(), day);
      }
      await page.fill('Von', '13:00');
      await page.fill('Bis', '17:30');
      await page.fill('Ab dem Datum', '2031-01-01');
      await page.says('Donnerstag von 13 Uhr bis 17:30 Uhr läuft „Donnerstag“, ab Donnerstag, 2. Januar 2031.', 'dialog .meaning');
      await page.picture('air-time', false);
      await page.inspect('air time');
      await page.press('Speichern');
      await page.says('Donnerstag von 13 Uhr bis 17:30 Uhr läuft „Donnerstag“', '.rule');
      const [rule] = (await scheduler.read('/api/v1/rules')).rules;
      assert.equal(rule.playlist, second);
      assert.equal(rule.dtstart.slice(0, 16), '2031-01-02T13:00');
      assert.match(rule.rrule, /FREQ=WEEKLY/);
      await page.picture('programmes');
      await page.inspect('programmes');
    },
  ],
  [
    'changes an air time and shows the new sentence',
    async ({ page }) => {
      await page.press('Ändern: Donnerstag von 13 Uhr bis 17:30 Uhr läuft „Donnerstag“, ab Donnerstag, 2. Januar 2031.');
      await page.fill('Bis', '18:00');
      await page.fill('Bis einschließlich', '2031-03-31');
      await page.press('Speichern');
      await page.says('Donnerstag von 13 Uhr bis 18 Uhr läuft „Donnerstag“, vom Donnerstag, 2. Januar 2031 bis Montag, 31. März 2031.', '.rule');
    },
  ],
];
