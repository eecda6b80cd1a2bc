// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Liang's algorithm over the two levels of the German dictionary.
#include "content/typeset/hyphenation.h"

#include "base/ascii.h"
#include "base/file.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace jtv::typeset {
namespace {

constexpr const char* kGerman = "/usr/share/hyphen/hyph_de_DE.dic"; // ISO 8859-1
constexpr std::size_t kLargestDictionary = std::size_t{8} << 20U;
constexpr std::string_view kNextLevel = "\nNEXTLEVEL";
constexpr std::size_t kShortestWord = 10; // letters
constexpr std::size_t kFewestLetters = 4; // before and after a hyphen
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

// Comments, keywords (upper case), and the few patterns that change letters.
bool isPattern(std::string_view line)
{
    return !line.empty() && std::none_of(line.begin(), line.end(), [](char c) {
        return c == '#' || c == '%' || c == '/' || (c >= 'A' && c <= 'Z');
    });
}

std::pair<std::string, std::string> levelsOfGerman()
{
    auto text = readFile(kGerman, kLargestDictionary);
    if (!text) {
        return {};
    }
    const auto end = text->find(kNextLevel);
    if (end == std::string::npos) {
        return {std::string(), std::move(*text)};
    }
    return {text->substr(0, end), text->substr(end + kNextLevel.size())};
}

} // namespace

HyphenPatterns::HyphenPatterns(std::string_view lines)
{
    while (!lines.empty()) {
        const auto end = std::min(lines.find('\n'), lines.size());
        const auto line = lines.substr(0, end);
        lines.remove_prefix(std::min(end + 1, lines.size()));
        if (!isPattern(line)) {
            continue;
        }
        Pattern pattern{
            static_cast<std::uint32_t>(letters_.size()),
            static_cast<std::uint32_t>(values_.size()),
            0};
        values_ += '0';
        for (const char c : line) {
            if (isDigit(c)) {
                values_.back() = c;
            } else if (c != '\r' && c != ' ') {
                letters_ += c;
                values_ += '0';
                ++pattern.length;
            }
        }
        patterns_.push_back(pattern);
    }
    std::sort(patterns_.begin(), patterns_.end(), [this](const auto& a, const auto& b) {
        return lettersOf(a) < lettersOf(b);
    });
}

std::string_view HyphenPatterns::lettersOf(const Pattern& pattern) const
{
    return std::string_view(letters_).substr(pattern.letters, pattern.length);
}

std::vector<bool> HyphenPatterns::breaks(std::string_view word) const
{
    const std::string text = "." + std::string(word) + ".";
    std::string strongest(text.size() + 1, '0'); // before each letter
    for (std::size_t start = 0; start < text.size(); ++start) {
        auto first = patterns_.begin();
        auto last = patterns_.end();
        // The patterns that begin with the letters from here on, fewer with each letter.
        for (std::size_t count = 1; start + count <= text.size() && first != last; ++count) {
            const auto prefix = std::string_view(text).substr(start, count);
            const auto cut = [&](const Pattern& pattern) {
                return lettersOf(pattern).substr(0, count);
            };
            first = std::lower_bound(
                first, last, prefix, [&](const auto& a, const auto& b) { return cut(a) < b; });
            last = std::upper_bound(
                first, last, prefix, [&](const auto& a, const auto& b) { return a < cut(b); });
            if (first != last && first->length == count) {
                for (std::size_t i = 0; i <= count; ++i) {
                    strongest[start + i] =
                        std::max(strongest[start + i], values_[first->values + i]);
                }
            }
        }
    }
    std::vector<bool> result(word.size());
    for (std::size_t i = 0; i + 1 < word.size(); ++i) {
        result[i] = (strongest[i + 2] - '0') % 2 == 1;
    }
    return result;
}

Hyphenation::Hyphenation() : joints_({}), syllables_({})
{
    const auto levels = levelsOfGerman();
    joints_ = HyphenPatterns(levels.first);
    syllables_ = HyphenPatterns(levels.second);
}

std::string Hyphenation::hyphenated(std::string_view word) const
{
    const auto form = dictionaryForm(word);
    if (form.size() < kShortestWord) {
        return std::string(word);
    }
    auto breaks = joints_.breaks(form);
    // Each part of a compound word has its own syllables.
    std::size_t begin = 0;
    for (std::size_t end = 1; end <= form.size(); ++end) {
        if (end < form.size() && !breaks[end - 1]) {
            continue;
        }
        const auto inner = syllables_.breaks(std::string_view(form).substr(begin, end - begin));
        for (std::size_t i = 0; i + 1 < inner.size(); ++i) {
            breaks[begin + i] = breaks[begin + i] || inner[i];
        }
        begin = end;
    }
    std::string result;
    std::size_t byte = 0;
    for (std::size_t letter = 0; letter < form.size(); ++letter) {
        const auto length = letterLength(word.substr(byte));
        result += word.substr(byte, length);
        byte += length;
        const auto before = letter + 1;
        if (breaks[letter] && before >= kFewestLetters && form.size() - before >= kFewestLetters) {
            result += kSoftHyphen;
        }
    }
    return result;
}

std::string Hyphenation::withSoftHyphens(std::string_view text) const
{
    std::string result;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t end = at;
        std::size_t length = 1;
        while (end < text.size() && length > 0) {
            length = letterLength(text.substr(end));
            end += length;
        }
        if (end > at) {
            result += hyphenated(text.substr(at, end - at));
            at = end;
        } else {
            result += text[at++];
        }
    }
    return result;
}

} // namespace jtv::typeset
