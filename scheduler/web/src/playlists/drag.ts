// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Dragging the rows of a list by their grip, with mouse, pen or finger. Every row also has buttons for it.
import { placeAt } from './order';

export interface Drag {
  /** The row that moves, and where it would be put now. */
  moving(from: number, to: number): void;
  dropped(from: number, to: number): void;
  cancelled(): void;
}

/** Distance from the window's edge, in pixels, at which the page scrolls along. */
const kEdge = 60;

/** A Svelte action for the list; its grips are `[data-grip]`, its rows the list's children. */
export function draggable(list: HTMLElement, drag: Drag) {
  let target = drag;

  function start(event: PointerEvent) {
    const grip = (event.target as Element).closest('[data-grip]');
    const row = grip?.closest('li');
    if (!grip || !row || event.button !== 0) {
      return;
    }
    event.preventDefault();
    const from = [...list.children].indexOf(row);
    let to = from;
    // Middles in page coordinates, taken once: rows do not move in the document while one is dragged.
    const middles = [...list.children].map((each) => {
      const box = each.getBoundingClientRect();
      return box.top + box.height / 2 + scrollY;
    });

    const move = (moved: PointerEvent) => {
      to = placeAt(moved.clientY + scrollY, middles, from);
      target.moving(from, to);
      if (moved.clientY < kEdge) {
        scrollBy(0, -kEdge / 4);
      } else if (moved.clientY > innerHeight - kEdge) {
        scrollBy(0, kEdge / 4);
      }
    };
    const end = (kept: boolean) => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', drop);
      removeEventListener('pointercancel', cancel);
      removeEventListener('keydown', key);
      if (kept) {
        target.dropped(from, to);
      } else {
        target.cancelled();
      }
    };
    const drop = () => end(true);
    const cancel = () => end(false);
    const key = (pressed: KeyboardEvent) => {
      if (pressed.key === 'Escape') {
        end(false);
      }
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', drop);
    addEventListener('pointercancel', cancel);
    addEventListener('keydown', key);
    target.moving(from, from);
  }

  list.addEventListener('pointerdown', start);
  return {
    update(next: Drag) {
      target = next;
    },
    destroy() {
      list.removeEventListener('pointerdown', start);
    },
  };
}
