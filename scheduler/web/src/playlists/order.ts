// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Order and length of a playlist's items as plain values. Pure.
import type { Asset, Item, Playlist, Slide, Turn } from '../api/types';

/** How long a picture is shown unless the editor says otherwise, in milliseconds. */
export const kPictureMs = 10_000;
/** What a slide is counted with in an estimate; the real figure is its reading time on each screen. */
export const kSlideMs = 12_000;

/** The list with the element at `from` moved to `to`; unchanged when a place does not exist. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const result = [...items];
  if (from < 0 || to < 0 || from >= items.length || to >= items.length) {
    return result;
  }
  result.splice(to, 0, ...result.splice(from, 1));
  return result;
}

/** Where a dragged row belongs: the number of other rows whose middle lies above `y`. */
export function placeAt(y: number, middles: readonly number[], dragged: number): number {
  return middles.filter((middle, index) => index !== dragged && middle < y).length;
}

/** Milliseconds an item is on the screen, as far as it is known before publishing. */
export function lengthOf(item: Item, assets: readonly Asset[]): number {
  if (item.duration_ms) {
    return item.duration_ms;
  }
  if (item.kind === 'slide') {
    return kSlideMs;
  }
  return assets.find((asset) => asset.id === item.id)?.duration_ms ?? kPictureMs;
}

export function totalLength(items: readonly Item[], assets: readonly Asset[]): number {
  return items.reduce((sum, item) => sum + lengthOf(item, assets), 0);
}

/** The name of what an item shows, or null when it was deleted. */
export function nameOf(item: Item, assets: readonly Asset[], slides: readonly Slide[]): string | null {
  return item.kind === 'slide'
    ? (slides.find((slide) => slide.id === item.id)?.title ?? null)
    : (assets.find((asset) => asset.id === item.id)?.name ?? null);
}

/** The playlists that show an asset or slide. */
export function usersOf(id: string, playlists: readonly Playlist[]): Playlist[] {
  return playlists.filter((playlist) => playlist.items.some((item) => item.id === id));
}

/** One picture of a preview: a slide takes one for each of its turns. */
export interface Step {
  place: number;
  item: Item;
  turn: Turn | null;
}

/** The pictures of a programme the time it comes; `rounds` are the turns of its slides by their id. */
export function stepsOf(items: readonly Item[], rounds: ReadonlyMap<string, Turn[][]>, pass: number): Step[] {
  return items.flatMap<Step>((item, place) => {
    const all = rounds.get(item.id) ?? [];
    const turns = all[pass % Math.max(1, all.length)] ?? [];
    return turns.length > 0 ? turns.map((turn) => ({ place, item, turn })) : [{ place, item, turn: null }];
  });
}
