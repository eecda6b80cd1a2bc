// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Values → XML text that any reader takes: escaped, UTF-8, indented by two spaces, the same bytes
// for the same calls.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jtv::xml {

// Characters that XML 1.0 cannot hold, and bytes that are not UTF-8, become U+FFFD.
std::string escapeText(std::string_view text);
std::string escapeAttribute(std::string_view text);

// Any one thread. Names are ours and are asserted, values may be anything.
//   Writer w; w.open("smil").attribute("version", "3.0").leaf("title", title).close(); w.finish();
class Writer {
public:
    Writer();

    Writer& open(std::string_view name);
    Writer& attribute(std::string_view name, std::string_view value); // right after open()
    Writer& text(std::string_view text); // from here on the element is not indented (mixed content)
    Writer& close();
    Writer& leaf(std::string_view name, std::string_view text); // open, text, close

    // The whole document with its declaration; every element must be closed. Call once.
    std::string finish();

private:
    struct Level {
        std::string name;
        bool mixed = false;
    };
    void beginContent();
    void newLine();

    std::string out_;
    std::vector<Level> open_;
    bool tagOpen_ = false;
};

} // namespace jtv::xml
