// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The languages, as data.
#include "content/typeset/language.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace jtv::typeset {
namespace {

struct Entry {
    std::string_view tag; // primary language
    std::string_view name;
    std::string_view digits;
    bool rightToLeft;
    std::string_view family; // before "Noto Sans"
};

constexpr std::array kLanguages{
    Entry{"am", "አማርኛ", "latn", false, "Noto Sans Ethiopic"},
    Entry{"ar", "العربية", "arab", true, "Noto Sans Arabic"},
    Entry{"bg", "Български", "latn", false, ""},
    Entry{"ckb", "کوردی", "arab", true, "Noto Sans Arabic"},
    Entry{"de", "Deutsch", "latn", false, ""},
    Entry{"el", "Ελληνικά", "latn", false, ""},
    Entry{"en", "English", "latn", false, ""},
    Entry{"es", "Español", "latn", false, ""},
    Entry{"fa", "فارسی", "arabext", true, "Noto Sans Arabic"},
    Entry{"fr", "Français", "latn", false, ""},
    Entry{"he", "עברית", "latn", true, "Noto Sans Hebrew"},
    Entry{"hi", "हिन्दी", "latn", false, "Noto Sans Devanagari"},
    Entry{"hr", "Hrvatski", "latn", false, ""},
    Entry{"it", "Italiano", "latn", false, ""},
    Entry{"km", "ខ្មែរ", "latn", false, "Noto Sans Khmer"},
    Entry{"ku", "Kurdî", "latn", false, ""},
    Entry{"pl", "Polski", "latn", false, ""},
    Entry{"prs", "دری", "arabext", true, "Noto Sans Arabic"},
    Entry{"ps", "پښتو", "arabext", true, "Noto Sans Arabic"},
    Entry{"pt", "Português", "latn", false, ""},
    Entry{"ro", "Română", "latn", false, ""},
    Entry{"ru", "Русский", "latn", false, ""},
    Entry{"sq", "Shqip", "latn", false, ""},
    Entry{"sr", "Српски", "latn", false, ""},
    Entry{"th", "ไทย", "latn", false, "Noto Sans Thai"},
    Entry{"ti", "ትግርኛ", "latn", false, "Noto Sans Ethiopic"},
    Entry{"tr", "Türkçe", "latn", false, ""},
    Entry{"uk", "Українська", "latn", false, ""},
    Entry{"ur", "اردو", "arabext", true, "Noto Sans Arabic"},
    Entry{"vi", "Tiếng Việt", "latn", false, ""},
};

struct Note {
    std::string_view language;
    std::string_view text; // about a page in German
};
constexpr std::array kGermanPage{
    Note{"ar", "الصفحة باللغة الألمانية."},
    Note{"de", "Die Seite ist auf Deutsch."},
    Note{"en", "The page is in German."},
    Note{"fa", "این صفحه به زبان آلمانی است."},
    Note{"uk", "Сторінка німецькою мовою."},
};

std::string primaryOf(std::string_view tag)
{
    std::string primary(tag.substr(0, tag.find('-')));
    std::transform(primary.begin(), primary.end(), primary.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    return primary;
}

const Entry* entryOf(std::string_view tag)
{
    const auto primary = primaryOf(tag);
    const auto* const found =
        std::find_if(kLanguages.begin(), kLanguages.end(), [&](const Entry& entry) {
            return entry.tag == primary;
        });
    return found == kLanguages.end() ? nullptr : found;
}

} // namespace

Language languageOf(std::string_view tag)
{
    Language language;
    language.tag = std::string(tag);
    language.families = "Noto Sans";
    language.digits = "latn";
    if (const auto* const entry = entryOf(tag)) {
        language.rightToLeft = entry->rightToLeft;
        language.digits = entry->digits;
        if (!entry->family.empty()) {
            language.families = std::string(entry->family) + ",Noto Sans";
        }
        if (entry->family == "Noto Sans Arabic") {
            language.scale = 1.1; // its small letters are lower than Latin's at the same size
            language.lineHeight = 1.58;
        }
    }
    return language;
}

std::string nativeName(std::string_view tag)
{
    const auto* const entry = entryOf(tag);
    return std::string(entry == nullptr ? tag : entry->name);
}

std::string localNumber(const Language& language, int number)
{
    auto plain = std::to_string(number);
    if (language.digits == "latn") {
        return plain;
    }
    std::string result;
    for (const char digit : plain) {
        // U+0660 … U+0669 and U+06F0 … U+06F9 in UTF-8.
        const auto value = static_cast<unsigned char>(digit - '0');
        const bool extended = language.digits == "arabext";
        result += extended ? '\xDB' : '\xD9';
        result += static_cast<char>((extended ? 0xB0U : 0xA0U) + value);
    }
    return result;
}

std::string pageLanguageNote(std::string_view language, std::string_view pageLanguage)
{
    if (primaryOf(pageLanguage) == "de") {
        const auto primary = primaryOf(language);
        const auto* const found =
            std::find_if(kGermanPage.begin(), kGermanPage.end(), [&](const Note& note) {
                return note.language == primary;
            });
        if (found != kGermanPage.end()) {
            return std::string(found->text);
        }
    }
    return "(" + nativeName(pageLanguage) + ")";
}

} // namespace jtv::typeset
