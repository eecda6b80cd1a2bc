// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What a form sends to the server: whether it is under way, and why it failed last.

export class Attempt {
  working = $state(false);
  /** null: it did not fail. */
  fault = $state<unknown>(null);

  /** Gives whether it succeeded. */
  async make(action: () => Promise<void>): Promise<boolean> {
    this.working = true;
    this.fault = null;
    try {
      await action();
    } catch (failure) {
      this.fault = failure;
    } finally {
      this.working = false;
    }
    return this.fault === null;
  }
}
