// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Versions of what sets type, as they are loaded and not as they were compiled against.
#include "content/typeset/stack.h"

#include "base/c_handle.h"
#include "base/crypto/crypto.h"

#include <array>
#include <cairo.h>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <pango/pango.h>
#include <set>
#include <string>
#include <string_view>
#include <sys/utsname.h>
#include <unicode/uversion.h>
#include <vector>

namespace jtv::typeset {
namespace {

using Pattern = CHandle<FcPattern, FcPatternDestroy>;
using ObjectSet = CHandle<FcObjectSet, FcObjectSetDestroy>;
using FontSet = CHandle<FcFontSet, FcFontSetDestroy>;

// File name and version of every font there is.
std::string digestOfFonts()
{
    const Pattern any(FcPatternCreate());
    const ObjectSet wanted(FcObjectSetBuild(FC_FILE, FC_FONTVERSION, nullptr));
    const FontSet fonts(FcFontList(nullptr, any.get(), wanted.get()));
    std::set<std::string> lines;
    for (int i = 0; fonts != nullptr && i < fonts->nfont; ++i) {
        FcChar8* file = nullptr;
        int version = 0;
        FcPatternGetString(fonts->fonts[i], FC_FILE, 0, &file);
        FcPatternGetInteger(fonts->fonts[i], FC_FONTVERSION, 0, &version);
        // FcChar8 is unsigned char, which may stand for any bytes.
        const auto name = file == nullptr ? "" : reinterpret_cast<const char*>(file);
        lines.insert(
            fmt::format("{} {}\n", std::filesystem::path(name).filename().string(), version));
    }
    crypto::Sha256 digest;
    for (const auto& line : lines) {
        digest.update(line);
    }
    return digest.finishHex().substr(0, 16);
}

std::string icuVersion()
{
    UVersionInfo version{};
    u_getVersion(version);
    std::array<char, U_MAX_VERSION_STRING_LENGTH> text{};
    u_versionToString(version, text.data());
    return text.data();
}

std::string machine()
{
    utsname name{};
    return uname(&name) == 0 ? name.machine : "";
}

// A row as few words from which it can be told again. Most of a slide is paper: hashing all of its
// 8 MB would take as long as drawing it.
void shorten(
    const std::uint8_t* row,
    const std::uint8_t* above,
    std::size_t width,
    std::vector<std::uint32_t>& words)
{
    enum : std::uint32_t { kAsAbove, kRuns, kPixels };
    const auto colour = [row](std::size_t x) {
        std::uint32_t value = 0;
        std::memcpy(&value, row + x * sizeof(value), sizeof(value));
        return value;
    };
    if (above != nullptr && std::memcmp(row, above, width * 4) == 0) {
        words.assign(1, kAsAbove);
        return;
    }
    words.assign(1, kRuns);
    for (std::size_t x = 0; x < width && words.size() < width;) {
        const auto first = x;
        const auto value = colour(x);
        while (x < width && colour(x) == value) {
            ++x;
        }
        words.push_back(static_cast<std::uint32_t>(x - first));
        words.push_back(value);
    }
    if (words.size() >= width) { // a photograph
        words.assign(width + 1, kPixels);
        std::memcpy(&words[1], row, width * 4);
    }
}

} // namespace

const std::string& stackVersion()
{
    static const std::string kVersion = fmt::format(
        "pango {}, cairo {}, harfbuzz {}, fontconfig {}, icu {}, {}, fonts {}",
        pango_version_string(),
        cairo_version_string(),
        hb_version_string(),
        FcGetVersion(),
        icuVersion(),
        machine(),
        digestOfFonts());
    return kVersion;
}

std::string digestOf(const Pixels& pixels)
{
    crypto::Sha256 digest;
    digest.update(fmt::format("{}x{}\n", pixels.width, pixels.height));
    std::vector<std::uint32_t> words;
    for (int y = 0; y < pixels.height; ++y) {
        const auto* const above = y > 0 ? pixels.row(y - 1) : nullptr;
        shorten(pixels.row(y), above, static_cast<std::size_t>(pixels.width), words);
        digest.update(
            {reinterpret_cast<const char*>(words.data()), words.size() * sizeof(std::uint32_t)});
    }
    return digest.finishHex();
}

} // namespace jtv::typeset
