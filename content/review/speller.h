// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// German spelling by Hunspell; the only user of its headers.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace jtv::review {

// One thread at a time.
class Speller {
public:
    // Debian's package hunspell-de-de. Errors: kNotFound, naming the package.
    static Result<Speller> german(
        const std::filesystem::path& folder = "/usr/share/hunspell",
        std::string_view ignored = {}); // a word a line, besides the built-in list
    Speller(Speller&&) noexcept;
    Speller& operator=(Speller&&) noexcept;
    Speller(const Speller&) = delete;
    Speller& operator=(const Speller&) = delete;
    ~Speller();

    // Also true for what is no German word at all: numbers, addresses, names on the ignore list,
    // and what the dictionary's encoding cannot hold.
    bool knows(const std::string& word) const;
    // At most five, best first.
    std::vector<std::string> suggestions(const std::string& word) const;

private:
    bool isCompound(const std::string& word) const;

    struct State;
    explicit Speller(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

// Those of the suggestions that one slip of the fingers away turns into the word: a letter too
// many, too few, wrong, or two changed about. A capitalised word must be long to be no name.
std::vector<std::string>
likenesses(const std::string& word, const std::vector<std::string>& suggestions);

} // namespace jtv::review
