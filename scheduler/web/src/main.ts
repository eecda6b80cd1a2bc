// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Starts the page.
import { mount } from 'svelte';
import App from './App.svelte';
import './style/base.css';
import './style/controls.css';
import './style/layout.css';
import './style/cards.css';
import './style/programmes.css';
import './style/screens.css';

const target = document.getElementById('page');
if (target !== null) {
  mount(App, { target });
}
