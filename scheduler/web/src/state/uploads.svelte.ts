// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The uploads that run in this page; they go on while the person looks at other views.
import { pathOf, upload } from '../api/tus';
import { ApiFailure } from '../api/http';
import { failureText } from '../language/failures';
import { t } from '../language/language.svelte';
import { catalogue, loadAssets, loadRevisions } from './catalogue.svelte';
import { announce, tellBad } from './notices.svelte';

export interface RunningUpload {
  id: number;
  name: string;
  size: number;
  sent: number;
  interrupted: boolean;
  stop(): void;
}

const kTypes = /^(video\/(mp4|webm|quicktime|x-matroska|x-m4v)|image\/(jpeg|png|webp))$/;
const kEndings = /\.(mp4|m4v|webm|mov|mkv|jpe?g|png|webp)$/i;

let next = 1;
let running = $state<RunningUpload[]>([]);

export function uploads(): RunningUpload[] {
  return running;
}

/** Where an unfinished upload of the same name and size goes on, if there is one. */
function placeOfUnfinished(file: File): string | undefined {
  const found = catalogue.assets?.find(
    (asset) => asset.state === 'uploading' && asset.name === file.name && asset.size === file.size,
  );
  return found ? `/api/v1/assets/${encodeURIComponent(found.id)}` : undefined;
}

function refusedBeforehand(file: File): string | null {
  if (file.size === 0) {
    return t().media.empty_file(file.name);
  }
  const fits = kTypes.test(file.type) || (file.type === '' && kEndings.test(file.name));
  return fits ? null : t().media.wrong_type(file.name);
}

async function run(file: File) {
  const stopper = new AbortController();
  const job: RunningUpload = $state({
    id: next++,
    name: file.name,
    size: file.size,
    sent: 0,
    interrupted: false,
    stop: () => stopper.abort(),
  });
  let place = placeOfUnfinished(file);
  running = [...running, job];
  try {
    await upload({
      file,
      signal: stopper.signal,
      resumeAt: place,
      progress: (bytes) => (job.sent = bytes),
      interrupted: (yes) => (job.interrupted = yes),
      location: (path) => (place = pathOf(path)),
    });
    announce(t().media.uploaded(file.name));
  } catch (failure) {
    const stopped = failure instanceof ApiFailure && failure.word === 'stopped';
    if (stopped && place !== undefined) {
      await fetch(place, { method: 'DELETE', headers: { 'X-Jtv-Request': '1', 'Tus-Resumable': '1.0.0' } }).catch(
        () => undefined,
      );
    }
    tellBad(`${file.name}: ${failureText(failure, t())}`);
  } finally {
    running = running.filter((each) => each.id !== job.id);
  }
  await Promise.all([loadAssets(), loadRevisions()]);
}

/** Uploads files one after the other, so that the first is ready soonest. */
export async function uploadFiles(files: Iterable<File>) {
  for (const file of files) {
    const refusal = refusedBeforehand(file);
    if (refusal !== null) {
      tellBad(refusal);
    } else {
      await run(file);
    }
  }
}
