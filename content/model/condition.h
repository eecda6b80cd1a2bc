// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What must hold for an element to be played: tests of the screen [SMIL 3.0 Content Control] and an
// expression [SMIL 3.0 State].
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace jtv::model {

struct ScreenSize {
    int width = 0, height = 0;
    friend bool operator==(const ScreenSize&, const ScreenSize&) = default;
};

// A test of something no screen of ours can do, or that nobody knows; never met.
struct OtherTest {
    std::string name; // systemComponent, systemRequired …
    std::string value;
    friend bool operator==(const OtherTest&, const OtherTest&) = default;
};

struct Condition {
    std::optional<std::vector<std::string>> languages; // systemLanguage, BCP 47: one of them
    std::optional<bool> captions;                      // systemCaptions
    std::optional<ScreenSize> screenSize;              // systemScreenSize: at least so large
    std::optional<std::int64_t> bitrate; // systemBitrate, bit/s: met by what lies on the disk
    std::vector<OtherTest> others;
    std::string expression; // `expr`, checked by model::Expression::parse; empty: none

    friend bool operator==(const Condition&, const Condition&) = default;
};

} // namespace jtv::model
