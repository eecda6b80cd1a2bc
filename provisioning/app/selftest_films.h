// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The part of the self-test that plays films on the screen.
#pragma once

#include "provisioning/app/selftest.h"

#include <filesystem>
#include <vector>

namespace jtv::app {

struct FilmWishes {
    std::vector<std::filesystem::path> files; // empty: films are made, and gone afterwards
    int loops = 100;                          // of the first one
    bool offscreen = false;                   // no screen: nothing is seen
};

// Plays each by itself, all in turn, and the first so many times; takes minutes. The screen must be
// free.
std::vector<Finding> testFilms(const FilmWishes& wishes);

} // namespace jtv::app
