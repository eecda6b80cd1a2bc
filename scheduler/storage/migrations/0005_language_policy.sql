-- SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
-- SPDX-License-Identifier: EUPL-1.2
-- How the languages of a screen share it, as model::writeLanguagePolicy() has it.
ALTER TABLE screens ADD COLUMN language_policy TEXT NOT NULL DEFAULT 'automatic';
