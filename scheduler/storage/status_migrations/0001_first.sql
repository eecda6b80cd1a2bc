-- SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
-- SPDX-License-Identifier: EUPL-1.2
-- What screens reported last. A power cut may lose the last seconds of this file, nothing more.
CREATE TABLE screen_status (
  screen TEXT PRIMARY KEY, received BIGINT NOT NULL, report TEXT NOT NULL);
