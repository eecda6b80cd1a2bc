// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Builds the page into dist/ so that it obeys the server's content policy: no inline script, style or font.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [svelte()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
  },
  // The development server (npm run dev) hands the API on to a scheduler started by hand.
  server: {
    proxy: Object.fromEntries(
      ['/api', '/blobs', '/healthz'].map((path) => [path, process.env.JTV_SCHEDULER ?? 'http://127.0.0.1:8080']),
    ),
  },
  test: { include: ['tests/**/*.test.ts'], environment: 'node' },
});
