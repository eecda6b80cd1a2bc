-- SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
-- SPDX-License-Identifier: EUPL-1.2
-- What the check of an upload found (JSON; empty: it was checked before this was kept), and in which
-- languages captions are part of the picture, with a space between.
ALTER TABLE assets ADD COLUMN facts TEXT NOT NULL DEFAULT '';
ALTER TABLE assets ADD COLUMN captions_in_picture TEXT NOT NULL DEFAULT '';
