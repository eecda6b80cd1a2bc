// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What the page knows of the server: screens, media, slides, programmes, rules. Loaded by part, kept fresh
// by the server's push and, as a safety net, by asking again.
import { api } from '../api/calls';
import { ApiFailure } from '../api/http';
import type { Asset, Enrolment, Playlist, Revision, Rule, Screen, Slide } from '../api/types';
import { tellFailure } from './notices.svelte';
import { session } from './session.svelte';

/** Asking again while the push works, and while media are being checked, in milliseconds. */
const kSafetyMs = 10_000;
const kCheckingMs = 1500;

interface Catalogue {
  screens: Screen[] | null;
  enrolments: Enrolment[];
  assets: Asset[] | null;
  slides: Slide[] | null;
  playlists: Playlist[] | null;
  defaultPlaylist: string | null;
  rules: Rule[];
  revisions: Revision[] | null;
  /** Changes since the last publication; null when the server does not count them. */
  changes: number | null;
}

function nothing(): Catalogue {
  return {
    screens: null,
    enrolments: [],
    assets: null,
    slides: null,
    playlists: null,
    defaultPlaylist: null,
    rules: [],
    revisions: null,
    changes: null,
  };
}

export const catalogue = $state<Catalogue>(nothing());

/** Forgets everything, so that the next person sees nothing of the last. */
export function forgetCatalogue() {
  Object.assign(catalogue, nothing());
}

async function quietly(load: () => Promise<void>) {
  if (session.ended) {
    return;
  }
  try {
    await load();
  } catch (failure) {
    if (!session.serverAway) {
      tellFailure(failure);
    }
  }
}

/** Who may not approve screens sees none that wait. */
async function waitingScreens(): Promise<Enrolment[]> {
  try {
    return await api.enrolments();
  } catch (failure) {
    if (failure instanceof ApiFailure && failure.status === 403) {
      return [];
    }
    throw failure;
  }
}

export const loadScreens = () =>
  quietly(async () => {
    const [screens, enrolments] = await Promise.all([api.screens(), waitingScreens()]);
    catalogue.screens = screens.filter((screen) => screen.state === 'approved');
    catalogue.enrolments = enrolments;
  });

export const loadAssets = () =>
  quietly(async () => {
    catalogue.assets = await api.assets();
  });

export const loadSlides = () =>
  quietly(async () => {
    catalogue.slides = await api.slides();
  });

export const loadPlaylists = () =>
  quietly(async () => {
    const [playlists, chosen, rules] = await Promise.all([api.playlists(), api.defaultPlaylist(), api.rules()]);
    catalogue.playlists = playlists;
    catalogue.defaultPlaylist = chosen;
    catalogue.rules = rules;
  });

export const loadRevisions = () =>
  quietly(async () => {
    const answer = await api.revisions();
    catalogue.revisions = [...answer.revisions].sort((a, b) => b.revision - a.revision);
    catalogue.changes = answer.changes ?? null;
  });

/** Loads everything once after logging in. */
export function loadAll() {
  return Promise.all([loadScreens(), loadAssets(), loadSlides(), loadPlaylists(), loadRevisions()]);
}

/** Keeps the catalogue fresh until the returned function is called. */
export function keepFresh(): () => void {
  const events = new EventSource('/api/v1/events');
  events.addEventListener('screens', () => void loadScreens());
  events.addEventListener('revision', () => void Promise.all([loadScreens(), loadRevisions()]));
  const safety = setInterval(() => {
    if (document.visibilityState === 'visible') {
      void loadScreens();
    }
  }, kSafetyMs);
  const checking = setInterval(() => {
    if (catalogue.assets?.some((asset) => asset.state === 'checking')) {
      void loadAssets();
    }
  }, kCheckingMs);
  return () => {
    events.close();
    clearInterval(safety);
    clearInterval(checking);
  };
}
