// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The documents of the scheduler's API as this page reads them; openapi.json is the authority.

/** A moment as the API gives it: RFC 3339 text or milliseconds since 1970. */
export type Moment = string | number;

export interface User {
  name: string;
  role: string;
}

export interface Screen {
  id: string;
  name: string;
  state: 'pending' | 'approved' | 'revoked';
  online: boolean;
  last_seen?: Moment | null;
  revision_active?: number | null;
  revision_wanted?: number | null;
  now_playing?: string | { name?: string; source?: string; language?: string } | null;
  warnings?: string[];
  languages?: string[];
  size?: string | null;
  diagonal_inches?: number | null;
  distance_m?: number | null;
  timezone?: string | null;
  /** "main-and-two; 08:00-12:00 ar de": how the languages share the screen, then parts of the day. */
  language_policy?: string;
}

/** What an administrator may change about a screen. */
export type ScreenChange = Partial<
  Pick<Screen, 'name' | 'languages' | 'timezone' | 'diagonal_inches' | 'distance_m' | 'language_policy'>
>;

/** A device that shows its code and waits for approval. */
export interface Enrolment {
  user_code: string;
  fingerprint: string;
  name?: string;
  hardware?: { model?: string } & Record<string, unknown>;
  created?: Moment;
  expires_in?: number;
}

export interface Asset {
  id: string;
  name: string;
  type: string;
  kind: 'video' | 'image';
  state: 'uploading' | 'checking' | 'ready' | 'refused';
  reason?: string | null;
  sha256?: string | null;
  size: number;
  offset?: number;
  width?: number | null;
  height?: number | null;
  duration_ms?: number | null;
  /** Languages whose captions are part of a video's picture. */
  captions_in_picture?: string[];
  created: Moment;
}

export interface Slide {
  id: string;
  title: string;
  languages: string[];
  updated?: Moment;
  sha256?: string;
}

/** A slide's turn on a screen: one language, or several side by side as "de+ar". */
export interface Turn {
  language: string;
  duration_ms: number;
}

export type ItemKind = 'video' | 'image' | 'slide';

/** One place in a playlist; without duration a video runs to its end and a slide for its reading time. */
export interface Item {
  kind: ItemKind;
  id: string;
  duration_ms?: number | null;
}

export interface Playlist {
  id: string;
  name: string;
  items: Item[];
  updated?: Moment;
  /** True when it was brought in as SMIL and says more than a list of items. */
  smil?: boolean;
}

/** A timed rule in the words of RFC 5545; dtstart and dtend are wall-clock times in `timezone`. */
export interface Rule {
  id: string;
  playlist: string;
  priority?: number;
  dtstart: string;
  duration?: string | null;
  dtend?: string | null;
  timezone: string;
  rrule?: string | null;
  exdate?: string[];
  rdate?: string[];
  /** Only on these screens; none named means all. */
  screens?: string[];
}

export type RuleDraft = Omit<Rule, 'id'>;

/** What a check before publishing says of a slide. */
export interface Finding {
  slide: string;
  /** A stable word: "text-size", "rights", … */
  rule: string;
  severity: 'advice' | 'warning' | 'error';
  german: string;
  english: string;
}

export interface Revision {
  revision: number;
  created?: Moment;
  user?: string;
  note?: string | null;
}
