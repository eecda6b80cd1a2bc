// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// AVIF and HEIC by libheif, which turns them upright itself.
#include "base/c_handle.h"
#include "content/ingest/foreign_picture.h"
#include "content/picture/colours.h"
#include "content/picture/picture.h"

#include <fmt/format.h>
#include <libheif/heif.h>
#include <optional>
#include <string>

namespace jtv::ingest {
namespace {

void releaseImage(heif_image* image)
{
    heif_image_release(image);
}
void releaseHandle(heif_image_handle* handle)
{
    heif_image_handle_release(handle);
}
using Context = CHandle<heif_context, heif_context_free>;
using Handle = CHandle<heif_image_handle, releaseHandle>;
using Image = CHandle<heif_image, releaseImage>;

Error unreadable(const heif_error& fault)
{
    return {
        fault.code == heif_error_Unsupported_feature ? ErrorKind::kUnsupported
                                                     : ErrorKind::kInvalid,
        fmt::format(
            "the picture (AVIF or HEIC) cannot be read ({}); save it as JPEG or PNG",
            fault.message)};
}

// Red, green, blue, alpha to ours, not premultiplied.
Pixels pixelsOf(const heif_image* image)
{
    int stride = 0;
    const auto* data = heif_image_get_plane_readonly(image, heif_channel_interleaved, &stride);
    Pixels pixels(
        heif_image_get_width(image, heif_channel_interleaved),
        heif_image_get_height(image, heif_channel_interleaved));
    for (int y = 0; y < pixels.height; ++y) {
        const auto* from = data + std::ptrdiff_t{y} * stride;
        auto* to = pixels.row(y);
        for (int x = 0; x < pixels.width; ++x, from += 4, to += 4) {
            to[0] = from[2];
            to[1] = from[1];
            to[2] = from[0];
            to[3] = from[3];
        }
    }
    return pixels;
}

std::optional<picture::ToSrgb> byProfile(const heif_image_handle* handle)
{
    std::string profile(heif_image_handle_get_raw_color_profile_size(handle), '\0');
    if (heif_image_handle_get_raw_color_profile(handle, profile.data()).code != heif_error_Ok) {
        return std::nullopt;
    }
    auto coloured = picture::ToSrgb::byProfile(profile, picture::Samples::kBgra);
    return coloured ? std::move(coloured)
                    : picture::ToSrgb::byProfile(profile, picture::Samples::kGreyBgra);
}

void freeColours(heif_color_profile_nclx* colours)
{
    heif_nclx_color_profile_free(colours);
}

// Gamma of the transfer curve, 0 for the one of sRGB, which stands for those of television too;
// nullopt: more light than a screen has, nothing is known to make of it.
std::optional<double> gammaOf(heif_transfer_characteristics curve)
{
    switch (curve) {
    case heif_transfer_characteristic_ITU_R_BT_470_6_System_M:
        return 2.2;
    case heif_transfer_characteristic_ITU_R_BT_470_6_System_B_G:
        return 2.8;
    case heif_transfer_characteristic_linear:
        return 1;
    case heif_transfer_characteristic_ITU_R_BT_2100_0_PQ:
    case heif_transfer_characteristic_ITU_R_BT_2100_0_HLG:
        return std::nullopt;
    default:
        return 0;
    }
}

std::optional<picture::ToSrgb> byNumbers(const heif_image_handle* handle)
{
    heif_color_profile_nclx* found = nullptr;
    if (heif_image_handle_get_nclx_color_profile(handle, &found).code != heif_error_Ok) {
        return std::nullopt;
    }
    const CHandle<heif_color_profile_nclx, freeColours> owner(found);
    const auto gamma = gammaOf(found->transfer_characteristics);
    if (!gamma || found->color_primaries == heif_color_primaries_unspecified) {
        return std::nullopt;
    }
    const picture::Primaries primaries{
        {found->color_primary_white_x, found->color_primary_white_y},
        {found->color_primary_red_x, found->color_primary_red_y},
        {found->color_primary_green_x, found->color_primary_green_y},
        {found->color_primary_blue_x, found->color_primary_blue_y}};
    return picture::ToSrgb::byPrimaries(primaries, *gamma, picture::Samples::kBgra);
}

void toSrgb(Pixels& pixels, const heif_image_handle* handle)
{
    const auto kind = heif_image_handle_get_color_profile_type(handle);
    const bool profiled =
        kind == heif_color_profile_type_rICC || kind == heif_color_profile_type_prof;
    const auto converter = profiled                               ? byProfile(handle)
                           : kind == heif_color_profile_type_nclx ? byNumbers(handle)
                                                                  : std::nullopt;
    if (converter) {
        converter->convert(pixels.bgra.data(), pixels.bgra.data(), pixels.bgra.size() / 4);
    }
}

} // namespace

// A film's box beside the picture's.
bool heifMoves(std::string_view bytes)
{
    const auto number = [&](std::size_t at) {
        std::uint64_t value = 0;
        for (std::size_t i = at; i < at + 4; ++i) {
            value = value << 8U | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U);
        }
        return value;
    };
    for (std::uint64_t at = 0; at + 8 <= bytes.size();) {
        if (bytes.substr(at + 4, 4) == "moov") {
            return true;
        }
        const auto length = number(at);
        if (length < 8) { // to the end, or of 64 bits
            break;
        }
        at += length;
    }
    return false;
}

Result<Pixels> decodeHeif(std::string_view bytes, const Limits& limits)
{
    const Context context(heif_context_alloc());
    auto fault = heif_context_read_from_memory_without_copy(
        context.get(), bytes.data(), bytes.size(), nullptr);
    if (fault.code != heif_error_Ok) {
        return unreadable(fault);
    }
    heif_image_handle* found = nullptr;
    fault = heif_context_get_primary_image_handle(context.get(), &found);
    const Handle handle(found);
    if (fault.code != heif_error_Ok) {
        return unreadable(fault);
    }
    const auto width = static_cast<std::uint64_t>(heif_image_handle_get_width(found));
    const auto height = static_cast<std::uint64_t>(heif_image_handle_get_height(found));
    if (width == 0 || height == 0 || width > limits.imagePixels / height) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format("the picture has {}x{} pixels; make it smaller", width, height)};
    }
    heif_image* decoded = nullptr;
    fault = heif_decode_image(
        found, &decoded, heif_colorspace_RGB, heif_chroma_interleaved_RGBA, nullptr);
    const Image image(decoded);
    if (fault.code != heif_error_Ok) {
        return unreadable(fault);
    }
    auto pixels = pixelsOf(decoded);
    toSrgb(pixels, found);
    picture::premultiply(pixels);
    return pixels;
}

} // namespace jtv::ingest
