// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What a display controller shows now.
#include "player/screen/kms_screenshot.h"

#include "base/c_handle.h"
#include "player/screen/painter.h"

#include <algorithm>
#include <cstring>
#include <drm_fourcc.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <libyuv/convert_argb.h>
#include <libyuv/scale_argb.h>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>
#include <xf86drm.h>
#include <xf86drmMode.h>

namespace jtv::screen {
namespace {

using Buffer = CHandle<drmModeFB2, drmModeFreeFB2>;
using Plane = CHandle<drmModePlane, drmModeFreePlane>;

// Handles that GETFB2 gave us are ours to close.
class Handles {
public:
    Handles(int fd, const drmModeFB2& buffer) : fd_(fd), buffer_(buffer) {}
    Handles(const Handles&) = delete;
    Handles& operator=(const Handles&) = delete;
    ~Handles()
    {
        for (std::size_t i = 0; i < 4; ++i) {
            const bool again = i > 0 && buffer_.handles[i] == buffer_.handles[i - 1];
            if (buffer_.handles[i] != 0 && !again) {
                drmCloseBufferHandle(fd_, buffer_.handles[i]);
            }
        }
    }

private:
    int fd_;
    const drmModeFB2& buffer_;
};

class Mapping {
public:
    Mapping(int fd, std::uint32_t handle)
    {
        int shared = -1;
        if (drmPrimeHandleToFD(fd, handle, DRM_CLOEXEC, &shared) != 0) {
            return;
        }
        const UniqueFd owner(shared);
        const off_t size = ::lseek(shared, 0, SEEK_END);
        if (size <= 0) {
            return;
        }
        size_ = static_cast<std::size_t>(size);
        data_ = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, shared, 0);
    }
    Mapping(const Mapping&) = delete;
    Mapping& operator=(const Mapping&) = delete;
    ~Mapping()
    {
        if (data_ != MAP_FAILED) {
            ::munmap(data_, size_);
        }
    }
    const std::uint8_t* data() const
    {
        return data_ == MAP_FAILED ? nullptr : static_cast<const std::uint8_t*>(data_);
    }

private:
    void* data_ = MAP_FAILED;
    std::size_t size_ = 0;
};

const libyuv::YuvConstants* constantsFor(const PlaneMemory& memory)
{
    if (memory.bt709) {
        return memory.fullRange ? &libyuv::kYuvF709Constants : &libyuv::kYuvH709Constants;
    }
    return memory.fullRange ? &libyuv::kYuvJPEGConstants : &libyuv::kYuvI601Constants;
}

// Broadcom's SAND: the picture is cut into columns of 128 bytes; within a column its rows follow
// each other, first all of Y, then all of UV. The modifier carries the rows from column to column.
void copyColumns(
    const std::uint8_t* from,
    std::size_t column,
    std::uint8_t* to,
    std::size_t width,
    std::size_t rows)
{
    constexpr std::size_t kColumn = 128;
    for (std::size_t x = 0; x < width; x += kColumn) {
        const std::uint8_t* source = from + x / kColumn * column;
        const std::size_t bytes = std::min(kColumn, width - x);
        for (std::size_t y = 0; y < rows; ++y) {
            std::memcpy(to + y * width + x, source + y * kColumn, bytes);
        }
    }
}

bool isSand(std::uint64_t modifier)
{
    return fourcc_mod_broadcom_mod(modifier) == DRM_FORMAT_MOD_BROADCOM_SAND128;
}

Pixels readNv12(const PlaneMemory& memory)
{
    Pixels pixels(memory.width, memory.height);
    const std::uint8_t* luma = memory.data + memory.offsets[0];
    const std::uint8_t* chroma = memory.data + memory.offsets[1];
    int lumaStride = static_cast<int>(memory.pitches[0]);
    int chromaStride = static_cast<int>(memory.pitches[1]);
    std::vector<std::uint8_t> rows;
    if (isSand(memory.modifier)) {
        const auto width = static_cast<std::size_t>(memory.width + 1) & ~std::size_t{1};
        const auto height = static_cast<std::size_t>(memory.height);
        const auto rowsApart = static_cast<std::size_t>(fourcc_mod_broadcom_param(memory.modifier));
        const std::size_t column = 128 * rowsApart;
        rows.resize(width * (height + (height + 1) / 2));
        copyColumns(luma, column, rows.data(), width, height);
        copyColumns(chroma, column, rows.data() + width * height, width, (height + 1) / 2);
        luma = rows.data();
        chroma = rows.data() + width * height;
        lumaStride = chromaStride = static_cast<int>(width);
    }
    libyuv::NV12ToARGBMatrix(
        luma,
        lumaStride,
        chroma,
        chromaStride,
        pixels.bgra.data(),
        pixels.stride(),
        constantsFor(memory),
        memory.width,
        memory.height);
    return pixels;
}

Pixels readYuv420(const PlaneMemory& memory)
{
    Pixels pixels(memory.width, memory.height);
    libyuv::I420ToARGBMatrix(
        memory.data + memory.offsets[0],
        static_cast<int>(memory.pitches[0]),
        memory.data + memory.offsets[1],
        static_cast<int>(memory.pitches[1]),
        memory.data + memory.offsets[2],
        static_cast<int>(memory.pitches[2]),
        pixels.bgra.data(),
        pixels.stride(),
        constantsFor(memory),
        memory.width,
        memory.height);
    return pixels;
}

Pixels readRgb(const PlaneMemory& memory)
{
    Pixels pixels(memory.width, memory.height);
    for (int y = 0; y < memory.height; ++y) {
        std::memcpy(
            pixels.row(y),
            memory.data + memory.offsets[0] +
                std::size_t{memory.pitches[0]} * static_cast<std::size_t>(y),
            static_cast<std::size_t>(pixels.stride()));
    }
    if (memory.fourcc == DRM_FORMAT_XRGB8888) {
        for (std::size_t i = 3; i < pixels.bgra.size(); i += 4) {
            pixels.bgra[i] = 255;
        }
    }
    return pixels;
}

std::string nameOf(std::uint32_t fourcc)
{
    std::string name(4, ' ');
    std::memcpy(name.data(), &fourcc, name.size());
    return name;
}

Error unreadable(std::string_view why)
{
    return {ErrorKind::kUnsupported, fmt::format("video plane not readable: {}", why)};
}

// One plane onto the picture, as the controller does it.
Status blendPlane(const KmsOutput& output, const PlaneGeometry& geometry, const Canvas& canvas)
{
    const Buffer buffer(drmModeGetFB2(output.fd(), geometry.framebuffer));
    if (!buffer || buffer->handles[0] == 0) {
        return unreadable("the display controller does not hand out its memory");
    }
    const Handles handles(output.fd(), *buffer);
    const Mapping mapping(output.fd(), buffer->handles[0]);
    if (mapping.data() == nullptr) {
        return unreadable("its memory cannot be mapped");
    }
    PlaneMemory memory;
    memory.data = mapping.data();
    memory.fourcc = buffer->pixel_format;
    memory.modifier = buffer->modifier == DRM_FORMAT_MOD_INVALID ? 0 : buffer->modifier;
    memory.width = static_cast<int>(buffer->width);
    memory.height = static_cast<int>(buffer->height);
    std::copy_n(buffer->offsets, memory.offsets.size(), memory.offsets.begin());
    std::copy_n(buffer->pitches, memory.pitches.size(), memory.pitches.begin());
    auto pixels = readPlane(memory);
    if (!pixels) {
        return std::move(pixels).error();
    }
    Still still =
        makeStill(*std::move(pixels), geometry.target.width, geometry.target.height, Fit::kFill);
    paintStill(canvas, still, geometry.target.x, geometry.target.y);
    return Done{};
}

} // namespace

Result<Pixels> readPlane(const PlaneMemory& memory)
{
    const bool linear = memory.modifier == DRM_FORMAT_MOD_LINEAR;
    if (memory.fourcc == DRM_FORMAT_NV12 && (linear || isSand(memory.modifier))) {
        return readNv12(memory);
    }
    if (memory.fourcc == DRM_FORMAT_YUV420 && linear) {
        return readYuv420(memory);
    }
    if ((memory.fourcc == DRM_FORMAT_XRGB8888 || memory.fourcc == DRM_FORMAT_ARGB8888) && linear) {
        return readRgb(memory);
    }
    return unreadable(
        fmt::format("{} in the order {:#x} is not known", nameOf(memory.fourcc), memory.modifier));
}

Result<Pixels> readDisplay(const KmsOutput& output)
{
    Pixels picture(output.width(), output.height());
    for (std::size_t i = 3; i < picture.bgra.size(); i += 4) {
        picture.bgra[i] = 255;
    }
    const Canvas canvas{picture.bgra.data(), picture.stride(), picture.width, picture.height};
    for (const PlaneGeometry& geometry : output.shownPlanes()) {
        if (auto blended = blendPlane(output, geometry, canvas); !blended) {
            return std::move(blended).error();
        }
    }
    return picture;
}

} // namespace jtv::screen
