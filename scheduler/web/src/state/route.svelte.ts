// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Which view the address names: #/screens, #/media, #/slides, #/playlists[/ID], #/publish.

export const kAreas = ['screens', 'media', 'slides', 'playlists', 'publish'] as const;
export type Area = (typeof kAreas)[number];

export interface Route {
  area: Area;
  id: string | null;
}

/** The view of an address's part after '#'; an unknown one is the list of screens. */
export function parseRoute(hash: string): Route {
  const [area = '', id = ''] = hash.replace(/^#\/?/, '').split('/');
  const known = kAreas.find((each) => each === area);
  return { area: known ?? 'screens', id: known && id !== '' ? decodeURIComponent(id) : null };
}

let current = $state<Route>(parseRoute(location.hash));
addEventListener('hashchange', () => (current = parseRoute(location.hash)));

export function route(): Route {
  return current;
}

export function go(area: Area, id?: string) {
  location.hash = `/${area}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`;
}

/** The code of `/?code=BCDF-GHJK` (the QR on a new screen), or null; `dropCode` takes it from the address. */
export function codeOfAddress(): string | null {
  return new URLSearchParams(location.search).get('code');
}

export function dropCode() {
  history.replaceState(null, '', `${location.pathname}${location.hash}`);
}
