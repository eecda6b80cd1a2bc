-- SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
-- SPDX-License-Identifier: EUPL-1.2
-- What screens told of themselves, and the slides as they were drawn for them.
CREATE TABLE displays (
  screen TEXT PRIMARY KEY REFERENCES screens(id) ON DELETE CASCADE,
  width BIGINT NOT NULL, height BIGINT NOT NULL, typesetting TEXT NOT NULL);
CREATE TABLE slide_pictures (
  key TEXT PRIMARY KEY, digest TEXT NOT NULL, image TEXT NOT NULL, size BIGINT NOT NULL);
