// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The scheduler's routes by name, one line each, so that no view writes a path.
import { request, send } from './http';
import type {
  Asset,
  Enrolment,
  Finding,
  Item,
  Playlist,
  Revision,
  Rule,
  RuleDraft,
  Screen,
  ScreenChange,
  Slide,
  Turn,
  User,
} from './types';

const kRoot = '/api/v1';
const at = (...parts: string[]) => [kRoot, ...parts.map(encodeURIComponent)].join('/');

export interface Approval {
  user_code: string;
  name: string;
  languages?: string[];
  timezone?: string;
  diagonal_inches?: number;
  distance_m?: number;
}

/** On which screen a slide is seen, and how often it came there before. */
export interface View {
  screen: string;
  round: number;
}

export const api = {
  whoAmI: () => request<{ user: User }>('GET', at('session')).then((answer) => answer.user),
  logIn: (name: string, password: string) =>
    request<{ user: User }>('POST', at('session'), { name, password }).then((answer) => answer.user),
  logOut: () => request<void>('DELETE', at('session')),

  screens: () => request<{ screens: Screen[] }>('GET', at('screens')).then((answer) => answer.screens),
  changeScreen: (id: string, change: ScreenChange) => request<void>('PATCH', at('screens', id), change),
  removeScreen: (id: string) => request<void>('DELETE', at('screens', id)),
  /** The picture the screen shows now, or null while there is none yet. */
  screenshot: async (id: string): Promise<Blob | null> => {
    const answer = await send('GET', at('screens', id, 'screenshot'));
    return answer.status === 204 ? null : await answer.blob();
  },

  enrolments: () =>
    request<{ enrolments?: Enrolment[]; pending?: Enrolment[] }>('GET', at('enrolment')).then(
      (answer) => answer.enrolments ?? answer.pending ?? [],
    ),
  approve: (approval: Approval) => request<{ screen: string }>('POST', at('enrolment', 'approve'), approval),
  refuse: (user_code: string) => request<void>('POST', at('enrolment', 'refuse'), { user_code }),

  assets: () => request<{ assets: Asset[] }>('GET', at('assets')).then((answer) => answer.assets),
  setCaptionsInPicture: (id: string, languages: string[]) =>
    request<void>('PUT', at('assets', id, 'captions-in-picture'), { languages }),
  removeAsset: (id: string) => request<void>('DELETE', at('assets', id)),

  slides: () => request<{ slides: Slide[] }>('GET', at('slides')).then((answer) => answer.slides),
  addSlide: (xml: Blob) =>
    request<Slide>('POST', at('slides'), { type: 'application/xml', bytes: xml }),
  removeSlide: (id: string) => request<void>('DELETE', at('slides', id)),
  previewPath: (slide: Slide, language: string, width: number, view?: View) =>
    `${at('slides', slide.id, 'preview')}?language=${encodeURIComponent(language)}&width=${width}` +
    (view === undefined ? '' : `&screen=${encodeURIComponent(view.screen)}&round=${view.round}`) +
    (slide.updated === undefined ? '' : `&v=${encodeURIComponent(String(slide.updated))}`),
  /** The slide's turns, a list for each time it comes; without a screen in all its languages. */
  rounds: (slide: string, screen: string | null) =>
    request<{ rounds: Turn[][] }>(
      'GET',
      at('slides', slide, 'rounds') + (screen === null ? '' : `?screen=${encodeURIComponent(screen)}`),
    ).then((answer) => answer.rounds),

  playlists: () =>
    request<{ playlists: Playlist[] }>('GET', at('playlists')).then((answer) => answer.playlists),
  playlist: (id: string) => request<Playlist>('GET', at('playlists', id)),
  addPlaylist: (name: string, items: Item[]) =>
    request<{ id: string }>('POST', at('playlists'), { name, items }),
  changePlaylist: (id: string, name: string, items: Item[]) =>
    request<void>('PUT', at('playlists', id), { name, items }),
  removePlaylist: (id: string) => request<void>('DELETE', at('playlists', id)),
  defaultPlaylist: () =>
    request<{ id: string | null }>('GET', at('default-playlist')).then((answer) => answer.id || null),
  chooseDefault: (id: string) => request<void>('PUT', at('default-playlist'), { id }),

  rules: () => request<{ rules: Rule[] }>('GET', at('rules')).then((answer) => answer.rules),
  addRule: (rule: RuleDraft) => request<{ id: string }>('POST', at('rules'), rule),
  changeRule: (id: string, rule: RuleDraft) => request<void>('PUT', at('rules', id), rule),
  removeRule: (id: string) => request<void>('DELETE', at('rules', id)),

  publish: (note?: string) =>
    request<{ revision: number }>('POST', at('publish'), note ? { note } : {}).then(
      (answer) => answer.revision,
    ),
  review: () => request<{ findings: Finding[] }>('GET', at('review')).then((answer) => answer.findings),
  revisions: () =>
    request<{ revisions: Revision[]; changes?: number }>('GET', at('revisions')),
};

/**
 * Width of a slide's small preview in pixels. The same everywhere, so that the browser draws on its cache; the
 * server draws nothing lower than 320 pixels.
 */
export const kSmallPicture = 640;

export function blobPath(sha256: string): string {
  return `/blobs/${sha256}`;
}
