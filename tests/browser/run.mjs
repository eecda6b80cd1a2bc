// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The browser tests: one editor's day on the page of a real scheduler. Ends with "N passed, N failed, N skipped"
// and 1 when anything failed. JTV_BIN names the folder of the programs, JTV_WEB that of the built page.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check, counts, skip } from './check.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const repository = resolve(here, '../..');

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

function firstWith(file, ...folders) {
  return folders.filter(Boolean).map((folder) => resolve(repository, folder)).find((folder) => existsSync(join(folder, file)));
}

const programs = firstWith('jtv-scheduler', process.env.JTV_BIN, 'build/bin', 'build/dev/bin');
if (programs === undefined) {
  stop('There is no jtv-scheduler; build it with ./jtv build, or name its folder in JTV_BIN.');
}
const web = firstWith('index.html', process.env.JTV_WEB, 'build/web', 'scheduler/web/dist');
if (web === undefined) {
  stop('The page is not built; build it with ./jtv build, or name its folder in JTV_WEB.');
}
if (!existsSync(join(here, 'node_modules/puppeteer-core'))) {
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] });
}

const { Scheduler } = await import('./scheduler.mjs');
const { Page } = await import('./browser.mjs');
const { makeMaterial } = await import('./material.mjs');

const folder = mkdtempSync(join(tmpdir(), 'jtv-browser-'));
const world = { folder, programs, repository };
try {
  const source = join(repository, 'scheduler/web');
  for (const [word, sentence] of [['check', 'page: its types fit'], ['test', 'page: its unit tests pass']]) {
    await check(sentence, () => {
      if (!existsSync(join(source, 'node_modules'))) {
        skip('its packages are not installed; ./jtv build does that');
      }
      execFileSync('npm', ['run', '--silent', word], { cwd: source, stdio: ['ignore', 'ignore', 'inherit'] });
    });
  }
  world.material = makeMaterial(folder, repository);
  world.scheduler = new Scheduler({ program: join(programs, 'jtv-scheduler'), page: web, folder });
  await world.scheduler.start();
  world.page = await Page.open({ folder, pictures: join(repository, 'build/browser') });

  for (const part of ['login', 'screens', 'media', 'slides', 'playlists', 'publish', 'player', 'faults', 'phone']) {
    const { cases } = await import(`./cases/${part}.mjs`);
    for (const [sentence, body] of cases) {
      await check(`${part}: ${sentence}`, () => body(world), (name) => world.page.picture(`failed-${name.replaceAll(/\W+/g, '-')}`));
    }
  }
} catch (failure) {
  counts.failed += 1;
  console.log(`FAILED  the tests could not go on\n${failure.stack ?? failure}`);
} finally {
  await world.player?.stop();
  await world.page?.close();
  await world.scheduler?.stop();
}
if (counts.failed === 0) {
  rmSync(folder, { recursive: true, force: true });
} else {
  console.log(`The scheduler's data and log are in ${folder}.`);
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed === 0 ? 0 : 1);
