// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// PNG in, by libpng row by row: its simplified interface knows no profiles, and takes 16 bits for
// light instead of sRGB.
#include "content/picture/chunks.h"
#include "content/picture/codecs.h"
#include "content/picture/colours.h"

#include <array>
#include <bit>
#include <csetjmp>
#include <cstring>
#include <fmt/format.h>
#include <png.h>
#include <vector>

namespace jtv::picture {
namespace {

struct Header {
    std::uint64_t width = 0;
    std::uint64_t height = 0;
    int depth = 0; // bits a sample
    int kind = 0;  // PNG_COLOR_TYPE_…
    bool interlaced = false;

    bool deep() const { return depth == 16; }
    bool grey() const { return (kind & PNG_COLOR_MASK_COLOR) == 0; }
};

// Reads a PNG with 8 bits a sample as Pixels has it, or with 16 as ToSrgb wants it. libpng leaves a
// fault by longjmp: each step that may do so runs below guarded() and owns nothing.
class PngReader {
public:
    explicit PngReader(std::string_view bytes) : rest_(bytes)
    {
        png_ = png_create_read_struct(PNG_LIBPNG_VER_STRING, this, onFault, onWarning);
        info_ = png_ != nullptr ? png_create_info_struct(png_) : nullptr;
    }
    PngReader(const PngReader&) = delete;
    PngReader& operator=(const PngReader&) = delete;
    ~PngReader() { png_destroy_read_struct(&png_, &info_, nullptr); }

    Result<Header> readHeader()
    {
        if (info_ == nullptr || !guarded(startReading)) {
            return fault();
        }
        Header header;
        header.width = png_get_image_width(png_, info_);
        header.height = png_get_image_height(png_, info_);
        header.depth = png_get_bit_depth(png_, info_);
        header.kind = png_get_color_type(png_, info_);
        header.interlaced = png_get_interlace_type(png_, info_) != PNG_INTERLACE_NONE;
        return header;
    }

    // What its colours mean: a profile, sRGB, or a curve with primaries, in this order.
    std::optional<ToSrgb> colours(const Header& header) const;

    // `deep`: 16 bits a sample. Then as often as it says all rows from the top. 0 = damaged.
    int startRows(bool deep)
    {
        deep_ = deep;
        return guarded(startTransforms) ? passes_ : 0;
    }
    bool readRow(std::uint8_t* row)
    {
        row_ = row;
        return guarded([](PngReader& self) { png_read_row(self.png_, self.row_, nullptr); });
    }
    // The checksum of the last row stands behind it.
    bool readEnd()
    {
        return guarded([](PngReader& self) { png_read_end(self.png_, nullptr); });
    }

    Error fault() const
    {
        return {
            ErrorKind::kInvalid,
            fmt::format("the PNG picture is damaged ({}); export it again", fault_.data())};
    }

private:
    bool guarded(void (*step)(PngReader&))
    {
        if (setjmp(png_jmpbuf(png_)) != 0) {
            return false;
        }
        step(*this);
        return true;
    }

    static void startReading(PngReader& self)
    {
        constexpr png_uint_32 kAnySide = 0x7fffffff; // checkSize() has a better sentence
        // Texts and palettes for others may be large, and nobody looks at them.
        constexpr std::string_view kUnread("tEXt\0zTXt\0iTXt\0sPLT\0hIST\0pCAL\0sCAL", 34);
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): libpng's bytes are unsigned
        const auto* names = reinterpret_cast<png_const_bytep>(kUnread.data());
        png_set_keep_unknown_chunks(self.png_, PNG_HANDLE_CHUNK_NEVER, names, 7);
        png_set_user_limits(self.png_, kAnySide, kAnySide);
        png_set_read_fn(self.png_, &self.rest_, readBytes);
        png_read_info(self.png_, self.info_);
    }

    static void startTransforms(PngReader& self)
    {
        png_set_expand(self.png_);
        png_set_gray_to_rgb(self.png_);
        if (self.deep_) {
            png_set_add_alpha(self.png_, 0xffff, PNG_FILLER_AFTER);
            if (std::endian::native == std::endian::little) {
                png_set_swap(self.png_);
            }
        } else {
            png_set_scale_16(self.png_);
            png_set_bgr(self.png_);
            png_set_add_alpha(self.png_, 0xff, PNG_FILLER_AFTER);
        }
        self.passes_ = png_set_interlace_handling(self.png_);
        png_read_update_info(self.png_, self.info_);
        const auto wanted =
            std::size_t{png_get_image_width(self.png_, self.info_)} * (self.deep_ ? 8 : 4);
        if (png_get_rowbytes(self.png_, self.info_) != wanted) {
            png_error(self.png_, "its rows have an odd length");
        }
    }

    static void readBytes(png_structp png, png_bytep to, std::size_t count)
    {
        auto& rest = *static_cast<std::string_view*>(png_get_io_ptr(png));
        if (rest.size() < count) {
            png_error(png, "it stops in the middle");
        }
        std::memcpy(to, rest.data(), count);
        rest.remove_prefix(count);
    }

    [[noreturn]] static void onFault(png_structp png, png_const_charp message)
    {
        auto& fault = static_cast<PngReader*>(png_get_error_ptr(png))->fault_;
        std::strncpy(fault.data(), message, fault.size() - 1);
        png_longjmp(png, 1);
    }
    static void onWarning(png_structp /*png*/, png_const_charp /*message*/) {}

    png_structp png_ = nullptr;
    png_infop info_ = nullptr;
    std::string_view rest_;
    std::array<char, 128> fault_{};
    std::uint8_t* row_ = nullptr;
    bool deep_ = false;
    int passes_ = 0;
};

std::optional<ToSrgb> PngReader::colours(const Header& header) const
{
    const auto plain = header.grey() ? Samples::kGreyBgra : Samples::kBgra;
    char* name = nullptr;
    png_bytep profile = nullptr;
    png_uint_32 length = 0;
    int compression = 0;
    if (png_get_iCCP(png_, info_, &name, &compression, &profile, &length) != 0) {
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): libpng's bytes are unsigned
        const std::string_view icc(reinterpret_cast<const char*>(profile), length);
        auto deep = header.deep() ? ToSrgb::byProfile(icc, Samples::kRgba16) : std::nullopt;
        return deep ? std::move(deep) : ToSrgb::byProfile(icc, plain);
    }
    double gamma = 0; // of the file: value = light ^ gamma
    if (png_get_valid(png_, info_, PNG_INFO_sRGB) != 0 || png_get_gAMA(png_, info_, &gamma) == 0 ||
        gamma <= 0) {
        return std::nullopt;
    }
    auto primaries = kSrgbPrimaries;
    auto& [white, red, green, blue] = primaries;
    png_get_cHRM(
        png_, info_, &white.x, &white.y, &red.x, &red.y, &green.x, &green.y, &blue.x, &blue.y);
    // What nearly all programs write for sRGB.
    constexpr double kUsual = 1 / 2.2;
    const bool usual = std::abs(gamma - kUsual) < 0.005;
    return ToSrgb::byPrimaries(
        primaries, usual ? 0 : 1 / gamma, header.deep() ? Samples::kRgba16 : Samples::kBgra);
}

// How a pixel is read: 16 bits are kept only where they are converted to something.
struct Reading {
    std::optional<ToSrgb> converter;
    bool deep = false;
};

// Where it is deep and interlaced all of it has to be there before it is converted.
std::uint64_t bytesAPixel(const Header& header)
{
    return header.deep() && header.interlaced ? 12 : 4;
}

bool readDeep(PngReader& reader, const Reading& reading, int passes, Pixels& pixels)
{
    const auto width = static_cast<std::size_t>(pixels.width);
    const auto rows = passes > 1 ? static_cast<std::size_t>(pixels.height) : 1;
    std::vector<std::uint16_t> samples(width * 4 * rows);
    for (int pass = 0; pass < passes; ++pass) {
        for (int y = 0; y < pixels.height; ++y) {
            auto* row = samples.data() + (passes > 1 ? static_cast<std::size_t>(y) * width * 4 : 0);
            // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): libpng fills bytes
            if (!reader.readRow(reinterpret_cast<std::uint8_t*>(row))) {
                return false;
            }
            if (pass + 1 == passes) {
                reading.converter->convert(row, pixels.row(y), width);
            }
        }
    }
    return true;
}

bool readPlain(PngReader& reader, const Reading& reading, int passes, Pixels& pixels)
{
    for (int pass = 0; pass < passes; ++pass) {
        for (int y = 0; y < pixels.height; ++y) {
            if (!reader.readRow(pixels.row(y))) {
                return false;
            }
        }
    }
    if (reading.converter) {
        reading.converter->convert(pixels.bgra.data(), pixels.bgra.data(), pixels.bgra.size() / 4);
    }
    return true;
}

Result<Header> checkedHeader(PngReader& reader, const Limits& limits)
{
    auto header = reader.readHeader();
    if (!header) {
        return header;
    }
    auto fits = checkSize(header->width, header->height, bytesAPixel(*header), limits);
    return fits ? std::move(header) : Result<Header>(std::move(fits).error());
}

} // namespace

bool pngMoves(std::string_view bytes)
{
    return !pngChunk(bytes, "acTL").empty();
}

Result<Size> pngSize(std::string_view bytes, const Limits& limits)
{
    PngReader reader(bytes);
    const auto header = checkedHeader(reader, limits);
    if (!header) {
        return header.error();
    }
    return uprightSize(
        {static_cast<int>(header->width), static_cast<int>(header->height)},
        exifOrientation(pngChunk(bytes, "eXIf")));
}

Result<Pixels> decodePng(std::string_view bytes, const Limits& limits)
{
    PngReader reader(bytes);
    const auto header = checkedHeader(reader, limits);
    if (!header) {
        return header.error();
    }
    Reading reading{reader.colours(*header)};
    reading.deep = reading.converter && reading.converter->samples() == Samples::kRgba16;
    const int passes = reader.startRows(reading.deep);
    Pixels pixels(static_cast<int>(header->width), static_cast<int>(header->height));
    const bool read = passes > 0 && (reading.deep ? readDeep(reader, reading, passes, pixels)
                                                  : readPlain(reader, reading, passes, pixels));
    if (!read || !reader.readEnd()) {
        return reader.fault();
    }
    premultiply(pixels);
    return upright(std::move(pixels), exifOrientation(pngChunk(bytes, "eXIf")));
}

} // namespace jtv::picture
