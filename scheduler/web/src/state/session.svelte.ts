// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Who is logged in, whether the session ended meanwhile, and whether the server can be reached.
import { api } from '../api/calls';
import { ApiFailure, listenToRequests } from '../api/http';
import type { User } from '../api/types';
import { t } from '../language/language.svelte';
import { tellFailure, tellGood } from './notices.svelte';

/** Pause between two tries to reach a server that is away, in milliseconds. */
const kProbeMs = 3000;

interface Session {
  /** Undefined until the first answer. */
  user: User | null | undefined;
  /** The session ended while somebody worked: the view stays behind the login form. */
  ended: boolean;
  serverAway: boolean;
}

export const session = $state<Session>({ user: undefined, ended: false, serverAway: false });

let probe: ReturnType<typeof setInterval> | undefined;

async function probeServer() {
  try {
    const answer = await fetch('/healthz', { cache: 'no-store' });
    if (answer.ok) {
      reachable(true);
    }
  } catch {
    // Still away; the next try follows.
  }
}

function reachable(yes: boolean) {
  if (yes && session.serverAway) {
    session.serverAway = false;
    clearInterval(probe);
    probe = undefined;
    tellGood(t().back_again);
    if (session.user === undefined) {
      void openSession();
    }
  } else if (!yes && !session.serverAway) {
    session.serverAway = true;
    probe ??= setInterval(() => void probeServer(), kProbeMs);
  }
}

listenToRequests({
  sessionEnded() {
    session.ended = session.user !== null && session.user !== undefined;
    if (!session.ended) {
      session.user = null;
    }
  },
  reachable,
});

/** Asks who is logged in; nobody is an answer too. */
export async function openSession() {
  try {
    session.user = await api.whoAmI();
  } catch (failure) {
    if (failure instanceof ApiFailure && failure.status === 401) {
      session.user = null;
    } else if (!(failure instanceof ApiFailure && failure.word === 'server_away')) {
      tellFailure(failure);
      session.user = null;
    }
  }
}

/** Logs in; the failure is the caller's to show. */
export async function logIn(name: string, password: string) {
  session.user = await api.logIn(name, password);
  session.ended = false;
}

export async function logOut() {
  try {
    await api.logOut();
    session.user = null;
    session.ended = false;
  } catch (failure) {
    tellFailure(failure);
  }
}
