// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A rule's form, what is sent for it, and the sentence that says it.
import { describe, expect, it } from 'vitest';
import type { Rule } from '../src/api/types';
import { de } from '../src/language/de';
import { en } from '../src/language/en';
import { faultOf, firstDate, ruleSentence, sentence, toForm, toRule, untilOf, type RuleForm } from '../src/rules/rule';

const weekdayMornings: RuleForm = {
  playlist: 'p1',
  weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'],
  from: '08:00',
  to: '12:00',
  start: '2026-11-21', // a Saturday
  end: '',
  timezone: 'Europe/Berlin',
};
const form = (change: Partial<RuleForm>): RuleForm => ({ ...weekdayMornings, ...change });
const german = (change: Partial<RuleForm>) => sentence(form(change), 'Wartebereich', de, 'de');

describe('rule', () => {
  it('starts on the first day it applies, because DTSTART is itself an occurrence', () => {
    expect(toRule(weekdayMornings)).toEqual({
      playlist: 'p1',
      dtstart: '2026-11-23T08:00:00',
      duration: 'PT4H',
      timezone: 'Europe/Berlin',
      rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    });
    expect(firstDate('2026-11-21', ['SA'])).toBe('2026-11-21');
    expect(firstDate('nonsense', ['SA'])).toBeNull();
  });

  it('says every day as DAILY', () => {
    const everyDay = form({ weekdays: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] });
    expect(toRule(everyDay).rrule).toBe('FREQ=DAILY');
  });

  it('ends at the last second of the local day, written in UTC', () => {
    expect(untilOf('2026-12-31', 'Europe/Berlin')).toBe('20261231T225959Z');
    expect(untilOf('2026-07-31', 'Europe/Berlin')).toBe('20260731T215959Z');
    expect(untilOf('2026-03-29', 'Europe/Berlin')).toBe('20260329T215959Z'); // the clocks change that night
    expect(untilOf('2026-10-25', 'Europe/Berlin')).toBe('20261025T225959Z');
    expect(untilOf('2026-12-31', 'UTC')).toBe('20261231T235959Z');
  });

  it('measures windows over midnight and of a whole day', () => {
    expect(toRule(form({ from: '22:00', to: '06:30' })).duration).toBe('PT8H30M');
    expect(toRule(form({ from: '00:00', to: '00:00' })).duration).toBe('PT24H');
    expect(toRule(form({ from: '08:15', to: '08:45' })).duration).toBe('PT30M');
  });

  it.each<Partial<RuleForm>>([
    {},
    { weekdays: ['TU', 'TH'], end: '2027-03-31' },
    { weekdays: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], from: '22:00', to: '06:00' },
    { weekdays: ['SU'], from: '00:00', to: '00:00', timezone: 'UTC' },
  ])('comes back from what is sent: %j', (change) => {
    const sent = toRule(form(change));
    const back = toForm(sent);
    expect(back).not.toBeNull();
    expect(toRule(back as RuleForm)).toEqual(sent);
  });

  it('shows a single occurrence as one day', () => {
    const one = toForm({ playlist: 'p1', dtstart: '2026-11-23T08:00:00', dtend: '2026-11-23T12:00:00', timezone: 'Europe/Berlin' });
    expect(one).toMatchObject({ weekdays: ['MO'], from: '08:00', to: '12:00', start: '2026-11-23', end: '2026-11-23' });
  });

  it.each<Partial<Rule>>([
    { rrule: 'FREQ=MONTHLY;BYDAY=1MO' },
    { rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO' },
    { rrule: 'FREQ=WEEKLY;COUNT=3' },
    { exdate: ['2026-12-24T08:00:00'] },
    { duration: 'P2D' },
  ])('leaves alone what the form cannot say: %j', (change) => {
    const rule: Rule = { ...toRule(weekdayMornings), id: 'r1', ...change };
    expect(toForm(rule)).toBeNull();
    expect(ruleSentence(rule, 'X', de, 'de')).toContain('nach eigener Regel');
  });

  it('names what is missing', () => {
    expect(faultOf(weekdayMornings)).toBeNull();
    expect(faultOf(form({ weekdays: [] }))).toBe('weekdays_one');
    expect(faultOf(form({ from: '' }))).toBe('times_needed');
    expect(faultOf(form({ start: '' }))).toBe('start_needed');
    expect(faultOf(form({ end: '2026-11-20' }))).toBe('end_before');
    expect(faultOf(form({ end: '2026-11-22' }))).toBe('never');
  });

  it('is said in plain German', () => {
    expect(german({})).toBe(
      'Montag bis Freitag von 8 Uhr bis 12 Uhr läuft „Wartebereich“, ab Montag, 23. November 2026.',
    );
    expect(german({ weekdays: ['TU', 'TH'], from: '13:30', to: '16:00', end: '2026-12-31' })).toBe(
      'Dienstag und Donnerstag von 13:30 Uhr bis 16 Uhr läuft „Wartebereich“, ' +
        'vom Dienstag, 24. November 2026 bis Donnerstag, 31. Dezember 2026.',
    );
    expect(german({ weekdays: ['MO', 'TU', 'WE', 'SA', 'SU'] })).toContain('Montag bis Mittwoch, Samstag und Sonntag');
    expect(german({ weekdays: ['SA'], from: '20:00', to: '00:00' })).toContain('von 20 Uhr bis 24 Uhr');
    expect(german({ from: '22:00', to: '06:00' })).toContain('von 22 Uhr bis 6 Uhr am nächsten Tag');
    expect(german({ weekdays: ['MO'], from: '00:00', to: '00:00' })).toContain('Montag den ganzen Tag');
    expect(german({ start: '2026-11-23', end: '2026-11-23' })).toContain('nur am Montag, 23. November 2026');
    expect(sentence(weekdayMornings, 'X', de, 'de', 'Asia/Tokyo')).toContain('(Zeitzone Europe/Berlin)');
  });

  it('is said in plain English', () => {
    // Releases of ICU differ in the comma after the weekday.
    expect(sentence(weekdayMornings, 'Waiting area', en, 'en')).toMatch(
      /^Monday to Friday from 08:00 to 12:00, “Waiting area” runs, starting Monday,? 23 November 2026\.$/,
    );
  });
});
