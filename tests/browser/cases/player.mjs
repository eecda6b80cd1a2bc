// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A real jtv-player, off-screen: approved on the page, it shows what was published, live.
import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { skip, until } from '../check.mjs';

const kName = 'Flur mit echtem Abspieler';

class Player {
  constructor(program, folder, server) {
    mkdirSync(join(folder, 'state'), { recursive: true });
    const settings = join(folder, 'jobcenter-tv.conf');
    writeFileSync(
      settings,
      `server = ${server}\nstate = ${join(folder, 'state')}\nname = Prüfgerät\nwindow = offscreen\nsize = 960x540\nstatus_listen = 127.0.0.1:0\n`,
    );
    this.child = spawn(program, ['run', '--settings', settings], { stdio: ['ignore', 'ignore', 'pipe'] });
    this.child.stderr.pipe(createWriteStream(join(folder, 'player.log')));
    this.ended = new Promise((resolve) => this.child.once('exit', resolve));
  }

  async stop() {
    this.child.kill('SIGTERM');
    const kill = setTimeout(() => this.child.kill('SIGKILL'), 10000);
    await this.ended;
    clearTimeout(kill);
  }
}

/** The text of the player's card, and the width of the live picture on it. */
const cardOf = (page) =>
  page.page.evaluate((name) => {
    const card = [...document.querySelectorAll('.screen')].find((each) => each.querySelector('h2').innerText === name);
    return { text: card?.innerText ?? '', width: card?.querySelector('.live img')?.naturalWidth ?? 0 };
  }, kName);

const stateOf = (page) =>
  page.page.evaluate(
    (name) => [...document.querySelectorAll('.screen-states li')].find((each) => each.innerText.includes(name))?.innerText ?? '',
    kName,
  );

export const cases = [
  [
    'a real player is approved, loads the programme and shows it live',
    async (world) => {
      const { page, scheduler, programs, folder } = world;
      const program = join(programs, 'jtv-player');
      const commands = existsSync(program) ? String(spawnSync(program, ['--help']).stdout) : '';
      if (!/^\s+run\s/m.test(commands)) {
        skip('there is no jtv-player with the command run beside the scheduler');
      }
      world.player = new Player(program, join(folder, 'player'), scheduler.address);
      const waiting = await until('the player asks to be let in', async () => (await scheduler.read('/api/v1/enrolment')).enrolments?.[0], 30000);
      await page.page.goto(`${scheduler.address}/?code=${waiting.user_code}`);
      await page.says(waiting.fingerprint, 'dialog');
      await page.fill('Name', kName);
      await page.press('Freigeben');
      await page.says(kName, '.screen h2');
      await page.go('publish');
      await page.press('Jetzt veröffentlichen');
      await page.says('Veröffentlicht als Nr.', '.published', 60000);
      await until('the player shows it', async () => (await stateOf(page)).includes('Zeigt das Neue'), 60000);
      await page.go('screens');
      await until('its live picture is there', async () => (await cardOf(page)).width > 0, 30000);
      await until('it says what it plays', async () => !(await cardOf(page)).text.includes('Noch keine Angabe'), 60000);
      await page.picture('screens-with-player');
      await page.inspect('screens with player');
    },
  ],
];
