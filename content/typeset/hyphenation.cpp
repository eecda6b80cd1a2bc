// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// libhyphen, for words that are long enough to be worth it.
#include "content/typeset/hyphenation.h"

#include <cctype>
#include <hyphen.h>
#include <optional>
#include <vector>

namespace jtv::typeset {
namespace {

constexpr const char* kGerman = "/usr/share/hyphen/hyph_de_DE.dic"; // ISO 8859-1
constexpr std::size_t kShortestWord = 10;                           // letters
constexpr std::size_t kFewestLetters = 4;                           // before and after a hyphen
constexpr std::string_view kSoftHyphen = "\u00AD";

// Length in bytes of the letter at the front: ASCII letters and U+00C0 … U+00FF; 0 for all else.
std::size_t letterLength(std::string_view text)
{
    const auto first = static_cast<unsigned char>(text.front());
    if (std::isalpha(first) != 0 && first < 0x80U) {
        return 1;
    }
    return first == 0xC3U && text.size() > 1 ? 2 : 0;
}

// One byte a letter, lower case, as the dictionary wants it.
std::string dictionaryForm(std::string_view word)
{
    std::string form;
    for (std::size_t i = 0; i < word.size(); ++i) {
        auto byte = static_cast<unsigned char>(word[i]);
        if (byte == 0xC3U) {
            byte = static_cast<unsigned char>(static_cast<unsigned char>(word[++i]) + 0x40U);
            const bool upper = byte >= 0xC0U && byte < 0xDFU;
            form += static_cast<char>(upper ? byte + 0x20U : byte);
        } else {
            form += static_cast<char>(std::tolower(byte));
        }
    }
    return form;
}

std::string hyphenated(HyphenDict* dictionary, std::string_view word)
{
    auto form = dictionaryForm(word);
    const auto letters = form.size();
    if (letters < kShortestWord) {
        return std::string(word);
    }
    std::vector<char> hyphens(letters + 5);
    char** replacements = nullptr;
    int* positions = nullptr;
    int* cuts = nullptr;
    if (hnj_hyphen_hyphenate2(
            dictionary,
            form.c_str(),
            static_cast<int>(letters),
            hyphens.data(),
            nullptr,
            &replacements,
            &positions,
            &cuts) != 0) {
        return std::string(word);
    }
    std::string result;
    std::size_t byte = 0;
    for (std::size_t letter = 0; letter < letters; ++letter) {
        const auto length = letterLength(word.substr(byte));
        result += word.substr(byte, length);
        byte += length;
        const bool allowed = letter + 1 >= kFewestLetters && letters - letter - 1 >= kFewestLetters;
        if (allowed && (static_cast<unsigned char>(hyphens[letter]) & 1U) != 0) {
            result += kSoftHyphen;
        }
    }
    return result;
}

} // namespace

Hyphenation::Hyphenation()
    : german_(hnj_hyphen_load(kGerman), [](HyphenDict* dictionary) {
          if (dictionary != nullptr) {
              hnj_hyphen_free(dictionary);
          }
      })
{}

Hyphenation::~Hyphenation() = default;

std::string Hyphenation::withSoftHyphens(std::string_view text, std::string_view language) const
{
    if (!german_ || language.substr(0, 2) != "de") {
        return std::string(text);
    }
    std::string result;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t end = at;
        while (end < text.size()) {
            const auto length = letterLength(text.substr(end));
            if (length == 0) {
                break;
            }
            end += length;
        }
        if (end > at) {
            result += hyphenated(german_.get(), text.substr(at, end - at));
            at = end;
        } else {
            result += text[at++];
        }
    }
    return result;
}

} // namespace jtv::typeset
