// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Soft hyphens for long German words, so that they may break at the end of a line.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct _HyphenDict;

namespace jtv::typeset {

// Any one thread. Reads Debian's dictionary (package hyphen-de) on its first use; where it is
// missing, nothing is hyphenated.
class Hyphenation {
public:
    Hyphenation();
    Hyphenation(const Hyphenation&) = delete;
    Hyphenation& operator=(const Hyphenation&) = delete;
    ~Hyphenation();

    // Other languages than German come back as they are.
    std::string withSoftHyphens(std::string_view text, std::string_view language) const;

private:
    std::unique_ptr<_HyphenDict, void (*)(_HyphenDict*)> german_;
};

} // namespace jtv::typeset
