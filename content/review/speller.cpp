// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Hunspell in the dictionary's own encoding, compounds and ignored words on top.
#include "content/review/speller.h"

#include "content/review/german_text.h"
#include "spelling_words.h"

#include <algorithm>
#include <cctype>
#include <hunspell/hunspell.hxx>
#include <optional>

namespace jtv::review {
namespace {

// nullopt: a character that ISO 8859-1 lacks.
std::optional<std::string> toLatin1(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80U) {
            result += text[i];
        } else if ((byte == 0xC2U || byte == 0xC3U) && i + 1 < text.size()) {
            const auto next = static_cast<unsigned char>(text[++i]);
            result += static_cast<char>(byte == 0xC2U ? next : next + 0x40U);
        } else {
            return std::nullopt;
        }
    }
    return result;
}

std::string fromLatin1(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80U) {
            result += c;
        } else {
            result += static_cast<char>(0xC0U | (byte >> 6U));
            result += static_cast<char>(0x80U | (byte & 0x3FU));
        }
    }
    return result;
}

// The same but for one letter added, left out or changed, or two neighbours changed about; a letter
// of two bytes differs in one.
bool isOneSlipAway(std::string_view one, std::string_view other)
{
    if (one.size() > other.size()) {
        std::swap(one, other);
    }
    if (other.size() - one.size() > 2) {
        return false;
    }
    std::size_t head = 0;
    while (head < one.size() && one[head] == other[head]) {
        ++head;
    }
    std::size_t tail = 0;
    while (tail < one.size() - head &&
           one[one.size() - 1 - tail] == other[other.size() - 1 - tail]) {
        ++tail;
    }
    const auto left = one.size() - head - tail;
    const auto right = other.size() - head - tail;
    const bool turned =
        left == 2 && right == 2 && one[head] == other[head + 1] && one[head + 1] == other[head];
    const bool twoBytes = right == 2 && static_cast<unsigned char>(other[head]) >= 0xC2U;
    return turned || (left <= 1 && (right <= 1 || twoBytes));
}

void addLines(std::string_view text, std::set<std::string>& words)
{
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (!line.empty() && line.front() != '#') {
            words.insert(lowered(line));
        }
    }
}

} // namespace

struct Speller::State {
    State(const std::string& aff, const std::string& dic)
        : hunspell(aff.c_str(), dic.c_str()), utf8(hunspell.get_dict_encoding() == "UTF-8")
    {}

    bool accepts(const std::string& word)
    {
        const auto encoded = utf8 ? std::optional(word) : toLatin1(word);
        return !encoded || hunspell.spell(*encoded);
    }

    Hunspell hunspell;
    bool utf8;
    std::set<std::string> ignored; // lower case
};

Speller::Speller(std::unique_ptr<State> state) : state_(std::move(state)) {}
Speller::Speller(Speller&&) noexcept = default;
Speller& Speller::operator=(Speller&&) noexcept = default;
Speller::~Speller() = default;

Result<Speller> Speller::german(const std::filesystem::path& folder, std::string_view ignored)
{
    const auto aff = folder / "de_DE.aff";
    const auto dic = folder / "de_DE.dic";
    if (!std::filesystem::exists(aff) || !std::filesystem::exists(dic)) {
        return Error{
            ErrorKind::kNotFound,
            "the German spelling dictionary is missing; install the package hunspell-de-de"};
    }
    auto state = std::make_unique<State>(aff.string(), dic.string());
    addLines(kSpellingIgnored, state->ignored);
    addLines(ignored, state->ignored);
    return Speller(std::move(state));
}

bool Speller::knows(const std::string& word) const
{
    const bool digit =
        std::any_of(word.begin(), word.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
    const bool capitals =
        word.size() > 1 && std::none_of(word.begin(), word.end(), [](unsigned char c) {
            return std::islower(c) != 0;
        });
    if (digit || capitals || word.size() < 3 || state_->ignored.count(lowered(word)) != 0) {
        return true;
    }
    if (state_->accepts(word)) {
        return true;
    }
    return word.find_first_of("-*") != std::string::npos || isCompound(word);
}

// "Ziehgriff", "Anmeldungsblatt": two known words, with or without a linking s.
bool Speller::isCompound(const std::string& word) const
{
    constexpr std::size_t kShortest = 4;
    for (std::size_t at = kShortest; at + kShortest <= word.size(); ++at) {
        auto second = word.substr(at);
        if (!std::islower(static_cast<unsigned char>(second[0]))) {
            continue; // inside a letter of several bytes, too
        }
        second[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(second[0])));
        auto first = word.substr(0, at);
        if (!state_->accepts(second)) {
            continue;
        }
        if (state_->accepts(first) || state_->accepts(lowered(first))) {
            return true;
        }
        if (first.back() == 's') {
            first.pop_back();
            if (state_->accepts(first)) {
                return true;
            }
        }
    }
    return false;
}

std::vector<std::string> Speller::suggestions(const std::string& word) const
{
    constexpr std::size_t kMost = 5;
    const auto encoded = state_->utf8 ? std::optional(word) : toLatin1(word);
    std::vector<std::string> found;
    if (!encoded) {
        return found;
    }
    for (const auto& suggestion : state_->hunspell.suggest(*encoded)) {
        if (found.size() < kMost) {
            found.push_back(state_->utf8 ? suggestion : fromLatin1(suggestion));
        }
    }
    return found;
}

std::vector<std::string>
likenesses(const std::string& word, const std::vector<std::string>& suggestions)
{
    constexpr std::size_t kLongName = 8;
    constexpr std::size_t kShortest = 4;
    std::vector<std::string> found;
    if (word.size() < (startsUpper(word) ? kLongName : kShortest)) {
        return found;
    }
    for (const auto& suggestion : suggestions) {
        const bool parted = suggestion.find_first_of(" -.") != std::string::npos;
        if (!parted && isOneSlipAway(lowered(word), lowered(suggestion))) {
            found.push_back(suggestion);
        }
    }
    return found;
}

} // namespace jtv::review
