-- SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
-- SPDX-License-Identifier: EUPL-1.2
-- What the checks said of a slide's picture when it was drawn; those drawn before are drawn again.
DELETE FROM slide_pictures;
ALTER TABLE slide_pictures ADD COLUMN findings TEXT NOT NULL DEFAULT '[]';
