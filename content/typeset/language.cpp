// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The languages, as data.
#include "content/typeset/language.h"

#include "content/model/language_tag.h"
#include "content/typeset/locale.h"

#include <algorithm>
#include <array>

namespace jtv::typeset {
namespace {

// How a script's fonts differ from Latin's of the same size.
struct Script {
    std::string_view family; // before "Noto Sans"; empty = Noto Sans itself has it
    double scale;
    double lineHeight;
};
constexpr Script kAlphabet{"", 1, 1.34};
constexpr Script kArabic{"Noto Sans Arabic", 1.1, 1.58}; // its small letters are lower than Latin's
constexpr Script kHebrew{"Noto Sans Hebrew", 1.05, 1.34};
constexpr Script kEthiopic{"Noto Sans Ethiopic", 1, 1.42};
constexpr Script kDevanagari{"Noto Sans Devanagari", 1.06, 1.56};
constexpr Script kThai{"Noto Sans Thai", 1.06, 1.6};
constexpr Script kKhmer{"Noto Sans Khmer", 1, 1.7};
constexpr Script kMyanmar{"Noto Sans Myanmar", 1, 1.8};
constexpr Script kGeorgian{"Noto Sans Georgian", 1, 1.4};
constexpr Script kArmenian{"Noto Sans Armenian", 1, 1.36};
constexpr Script kSimplified{"Noto Sans CJK SC", 1, 1.46};
constexpr Script kTraditional{"Noto Sans CJK TC", 1, 1.46};
constexpr Script kJapanese{"Noto Sans CJK JP", 1, 1.46};
constexpr Script kKorean{"Noto Sans CJK KR", 1, 1.46};

struct Entry {
    std::string_view tag; // primary language
    std::string_view name;
    const Script& script;
    std::string_view germanPage; // "The page is in German."
    std::string_view closed;
};

// The words are unreviewed, as the demo's texts.
constexpr std::array kLanguages{
    Entry{"am", "አማርኛ", kEthiopic, "ገጹ በጀርመንኛ ነው።", "ዝግ"},
    Entry{"ar", "العربية", kArabic, "الصفحة باللغة الألمانية.", "مغلق"},
    Entry{"bg", "Български", kAlphabet, "Страницата е на немски език.", "затворено"},
    Entry{"ckb", "کوردی", kArabic, "پەڕەکە بە زمانی ئەڵمانییە.", "داخراوە"},
    Entry{"de", "Deutsch", kAlphabet, "Die Seite ist auf Deutsch.", "geschlossen"},
    Entry{"el", "Ελληνικά", kAlphabet, "Η σελίδα είναι στα γερμανικά.", "κλειστά"},
    Entry{"en", "English", kAlphabet, "The page is in German.", "closed"},
    Entry{"es", "Español", kAlphabet, "La página está en alemán.", "cerrado"},
    Entry{"fa", "فارسی", kArabic, "این صفحه به زبان آلمانی است.", "تعطیل"},
    Entry{"fr", "Français", kAlphabet, "La page est en allemand.", "fermé"},
    Entry{"he", "עברית", kHebrew, "הדף בגרמנית.", "סגור"},
    Entry{"hi", "हिन्दी", kDevanagari, "यह पेज जर्मन भाषा में है।", "बंद"},
    Entry{"hr", "Hrvatski", kAlphabet, "Stranica je na njemačkom jeziku.", "zatvoreno"},
    Entry{"hy", "Հայերեն", kArmenian, "Էջը գերմաներեն է։", "փակ է"},
    Entry{"it", "Italiano", kAlphabet, "La pagina è in tedesco.", "chiuso"},
    Entry{"ja", "日本語", kJapanese, "このページはドイツ語です。", "休み"},
    Entry{"ka", "ქართული", kGeorgian, "გვერდი გერმანულ ენაზეა.", "დაკეტილია"},
    Entry{"km", "ខ្មែរ", kKhmer, "ទំព័រនេះជាភាសាអាល្លឺម៉ង់។", "បិទ"},
    Entry{"ko", "한국어", kKorean, "이 페이지는 독일어로 되어 있습니다.", "휴무"},
    Entry{"ku", "Kurdî", kAlphabet, "Rûpel bi almanî ye.", "girtî"},
    Entry{"my", "မြန်မာ", kMyanmar, "", ""},
    Entry{"nl", "Nederlands", kAlphabet, "De pagina is in het Duits.", "gesloten"},
    Entry{"pl", "Polski", kAlphabet, "Strona jest w języku niemieckim.", "nieczynne"},
    Entry{"prs", "دری", kArabic, "این صفحه به زبان آلمانی است.", "بسته"},
    Entry{"ps", "پښتو", kArabic, "دا پاڼه په الماني ژبه ده.", "تړلی"},
    Entry{"pt", "Português", kAlphabet, "A página está em alemão.", "fechado"},
    Entry{"ro", "Română", kAlphabet, "Pagina este în limba germană.", "închis"},
    Entry{"ru", "Русский", kAlphabet, "Страница на немецком языке.", "закрыто"},
    Entry{"so", "Soomaali", kAlphabet, "Boggu waa Jarmal.", "waa xiran yahay"},
    Entry{"sq", "Shqip", kAlphabet, "Faqja është në gjermanisht.", "mbyllur"},
    Entry{"sr", "Српски", kAlphabet, "Страница је на немачком језику.", "затворено"},
    Entry{"th", "ไทย", kThai, "หน้านี้เป็นภาษาเยอรมัน", "ปิด"},
    Entry{"ti", "ትግርኛ", kEthiopic, "እቲ ገጽ ብጀርመንኛ እዩ።", "ዕጹው"},
    Entry{"tr", "Türkçe", kAlphabet, "Sayfa Almancadır.", "kapalı"},
    Entry{"uk", "Українська", kAlphabet, "Сторінка німецькою мовою.", "зачинено"},
    Entry{"ur", "اردو", kArabic, "یہ صفحہ جرمن زبان میں ہے۔", "بند"},
    Entry{"vi", "Tiếng Việt", kAlphabet, "Trang này bằng tiếng Đức.", "đóng cửa"},
    Entry{"zh", "中文", kSimplified, "该网页为德语。", "休息"},
};

const Entry* entryOf(std::string_view tag)
{
    const auto primary = model::primaryLanguage(tag);
    const auto* const found =
        std::find_if(kLanguages.begin(), kLanguages.end(), [&](const Entry& entry) {
            return entry.tag == primary;
        });
    return found == kLanguages.end() ? nullptr : found;
}

const Script& scriptOf(std::string_view tag, const Entry* entry)
{
    const auto script = scriptNameOf(tag);
    if (script == "Hant") {
        return kTraditional;
    }
    if (script == "Arab") {
        return kArabic;
    }
    return entry == nullptr || script == "Latn" ? kAlphabet : entry->script;
}

struct FontRange {
    char32_t first;
    char32_t last;
    std::string_view package;
};
constexpr std::array kFontRanges{
    FontRange{0x2E80, 0x312F, "fonts-noto-cjk"},
    FontRange{0x3130, 0x9FFF, "fonts-noto-cjk"},
    FontRange{0xA960, 0xA97F, "fonts-noto-cjk"},
    FontRange{0xAC00, 0xD7FF, "fonts-noto-cjk"},
    FontRange{0xF900, 0xFAFF, "fonts-noto-cjk"},
    FontRange{0xFF00, 0xFFEF, "fonts-noto-cjk"},
    FontRange{0x20000, 0x3FFFF, "fonts-noto-cjk"},
    FontRange{0x1F000, 0x1FAFF, "fonts-noto-color-emoji"},
    FontRange{0x2600, 0x27BF, "fonts-noto-color-emoji"},
};

} // namespace

Language languageOf(std::string_view tag, std::string_view font)
{
    const auto* const entry = entryOf(tag);
    const auto& script = scriptOf(tag, entry);
    Language language;
    language.tag = std::string(tag);
    language.rightToLeft = isRightToLeft(tag);
    language.scale = script.scale;
    language.lineHeight = script.lineHeight;
    for (const auto family : {font, script.family, std::string_view("Noto Sans")}) {
        if (!family.empty()) {
            language.families += (language.families.empty() ? "" : ",") + std::string(family);
        }
    }
    return language;
}

std::string nativeName(std::string_view tag)
{
    if (model::isLeicht(tag) && model::primaryLanguage(tag) == "de") {
        return "Leichte Sprache";
    }
    if (model::isSimple(tag) && model::primaryLanguage(tag) == "de") {
        return "Einfache Sprache";
    }
    const auto* const entry = entryOf(tag);
    return entry == nullptr ? displayName(tag) : std::string(entry->name);
}

std::string pageLanguageNote(std::string_view language, std::string_view pageLanguage)
{
    const auto* const entry = entryOf(language);
    const bool german = model::primaryLanguage(pageLanguage) == "de";
    if (german && entry != nullptr && !entry->germanPage.empty()) {
        return std::string(entry->germanPage);
    }
    return "(" + nativeName(pageLanguage) + ")";
}

std::string closedWord(std::string_view language)
{
    const auto* const entry = entryOf(language);
    return entry == nullptr || entry->closed.empty() ? "–" : std::string(entry->closed);
}

std::string_view fontPackageFor(char32_t character)
{
    const auto* const found =
        std::find_if(kFontRanges.begin(), kFontRanges.end(), [&](const FontRange& range) {
            return character >= range.first && character <= range.last;
        });
    return found == kFontRanges.end() ? "fonts-noto-core" : found->package;
}

std::vector<std::string> knownLanguages()
{
    std::vector<std::string> tags;
    tags.reserve(kLanguages.size());
    for (const auto& entry : kLanguages) {
        tags.emplace_back(entry.tag);
    }
    return tags;
}

} // namespace jtv::typeset
