// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Slides: uploaded as XML, seen in each of their languages as the screen will show them.
import { assert, until } from '../check.mjs';

export const cases = [
  [
    'takes a slide and shows it in each of its languages',
    async (world) => {
      const { page, material, scheduler } = world;
      await page.go('slides');
      await page.choose(material.slide);
      const { slides } = await until('the slide is stored', async () => {
        const answer = await scheduler.read('/api/v1/slides');
        return answer.slides.length > 0 && answer;
      });
      world.slide = slides[0];
      assert.ok(world.slide.languages.length >= 3);
      await page.says(world.slide.title, '.slide h2');
      await until('every preview is drawn', () =>
        page.page.evaluate(() => {
          const images = [...document.querySelectorAll('.previews img')];
          images.forEach((image) => image.scrollIntoView());
          return images.length > 0 && images.every((image) => image.naturalWidth > 0);
        }), 60000);
      assert.equal(await page.page.evaluate(() => document.querySelectorAll('.previews img').length), world.slide.languages.length);
      await page.page.evaluate(() => scrollTo(0, 0));
      await page.picture('slides');
      await page.inspect('slides');
    },
  ],
  [
    'shows a slide large',
    async ({ page, slide }) => {
      await page.press(`${slide.title} auf Arabisch groß anzeigen`);
      await until('the large preview is drawn', () => page.page.evaluate(() => document.querySelector('dialog img').naturalWidth > 1000), 30000);
      await page.picture('slide-arabic', false);
      await page.inspect('large slide');
      await page.press('Schließen');
    },
  ],
  [
    'says what is wrong with a file that is no slide',
    async ({ page, material }) => {
      await page.choose(material.brokenSlide);
      await page.says('„Falsch.xml“ kann nicht gelesen werden', '.notice');
      await page.picture('slide-refused');
      await page.inspect('slide refused');
      await page.press('Schließen', '.notices');
    },
  ],
];
