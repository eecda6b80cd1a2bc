-- SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
-- SPDX-License-Identifier: EUPL-1.2
-- Accounts, content, timetable, published plans, screens. Times are milliseconds since 1970, UTC.
CREATE TABLE users (
  id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, role TEXT NOT NULL, password_hash TEXT NOT NULL,
  created BIGINT NOT NULL);
CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  created BIGINT NOT NULL, expires BIGINT NOT NULL);
CREATE TABLE audit (
  id IDENTITY_KEY, at BIGINT NOT NULL, who TEXT NOT NULL, address TEXT NOT NULL,
  action TEXT NOT NULL, subject TEXT NOT NULL);
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE assets (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL,
  reason TEXT, sha256 TEXT, size BIGINT NOT NULL, width BIGINT, height BIGINT, duration_ms BIGINT,
  created BIGINT NOT NULL);
CREATE TABLE slides (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, languages TEXT NOT NULL, sha256 TEXT NOT NULL,
  size BIGINT NOT NULL, updated BIGINT NOT NULL);
CREATE TABLE playlists (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, smil TEXT, updated BIGINT NOT NULL);
CREATE TABLE playlist_items (
  playlist TEXT NOT NULL REFERENCES playlists(id) ON DELETE CASCADE, position BIGINT NOT NULL,
  asset TEXT REFERENCES assets(id), slide TEXT REFERENCES slides(id), duration_ms BIGINT,
  PRIMARY KEY (playlist, position));
CREATE INDEX playlist_items_asset ON playlist_items(asset);
CREATE INDEX playlist_items_slide ON playlist_items(slide);
CREATE TABLE default_playlist (
  one BIGINT PRIMARY KEY CHECK (one = 1), playlist TEXT NOT NULL REFERENCES playlists(id));
CREATE TABLE rules (
  id TEXT PRIMARY KEY, playlist TEXT NOT NULL REFERENCES playlists(id), priority BIGINT NOT NULL,
  recurrence TEXT NOT NULL, screens TEXT NOT NULL, created BIGINT NOT NULL);

CREATE TABLE screens (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, state TEXT NOT NULL, public_key TEXT NOT NULL UNIQUE,
  hardware TEXT NOT NULL, languages TEXT NOT NULL, timezone TEXT NOT NULL,
  diagonal_inches DOUBLE PRECISION NOT NULL, distance_m DOUBLE PRECISION NOT NULL,
  created BIGINT NOT NULL);
CREATE TABLE device_tokens (
  token_hash TEXT PRIMARY KEY, screen TEXT NOT NULL REFERENCES screens(id) ON DELETE CASCADE,
  expires BIGINT NOT NULL);
CREATE TABLE enrolments (
  device_code_hash TEXT PRIMARY KEY, user_code TEXT NOT NULL UNIQUE, public_key TEXT NOT NULL,
  hardware TEXT NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL, state TEXT NOT NULL,
  screen TEXT REFERENCES screens(id), created BIGINT NOT NULL, expires BIGINT NOT NULL);

CREATE TABLE revisions (
  revision BIGINT PRIMARY KEY, note TEXT NOT NULL, author TEXT NOT NULL, created BIGINT NOT NULL,
  programme TEXT NOT NULL);
CREATE TABLE plans (
  screen TEXT NOT NULL REFERENCES screens(id), revision BIGINT NOT NULL REFERENCES revisions(revision),
  xml TEXT NOT NULL, signature TEXT NOT NULL, PRIMARY KEY (screen, revision));
