// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Memory that a display controller can show.
#include "player/screen/kms_buffer.h"

#include <drm_fourcc.h>
#include <set>
#include <sys/mman.h>
#include <xf86drm.h>
#include <xf86drmMode.h>

namespace jtv::screen {
namespace {

bool planar(std::uint32_t fourcc)
{
    return fourcc == DRM_FORMAT_NV12 || fourcc == DRM_FORMAT_YUV420;
}

} // namespace

Result<std::unique_ptr<KmsBuffer>>
KmsBuffer::allocate(int fd, std::uint32_t fourcc, int width, int height)
{
    std::unique_ptr<KmsBuffer> buffer(new KmsBuffer(fd));
    buffer->fourcc_ = fourcc;
    buffer->width_ = width;
    buffer->height_ = height;
    if (!buffer->makeDumb() || !buffer->makeFramebuffer(DRM_FORMAT_MOD_LINEAR, false)) {
        return Error{
            ErrorKind::kFull,
            "the display controller has no memory for a picture; give it more (dtoverlay=…,cma-512 "
            "on a Raspberry Pi)"};
    }
    return buffer;
}

Result<std::unique_ptr<KmsBuffer>> KmsBuffer::import(int fd, const frame::DmaBuf& picture)
{
    std::unique_ptr<KmsBuffer> buffer(new KmsBuffer(fd));
    buffer->fourcc_ = picture.fourcc;
    buffer->width_ = picture.width;
    buffer->height_ = picture.height;
    buffer->owner_ = picture.owner;
    for (std::size_t i = 0; i < static_cast<std::size_t>(picture.planeCount); ++i) {
        const auto& plane = picture.planes.at(i);
        if (drmPrimeFDToHandle(fd, plane.fd, &buffer->handles_.at(i)) != 0) {
            return Error{
                ErrorKind::kUnsupported,
                "the display controller cannot reach the decoder's memory"};
        }
        buffer->pitches_.at(i) = plane.stride;
        buffer->offsets_.at(i) = plane.offset;
    }
    const bool tiled = picture.modifier != DRM_FORMAT_MOD_LINEAR;
    if (!buffer->makeFramebuffer(picture.modifier, tiled)) {
        return Error{
            ErrorKind::kUnsupported, "the display controller cannot show the decoder's pictures"};
    }
    return buffer;
}

KmsBuffer::~KmsBuffer()
{
    if (framebuffer_ != 0) {
        drmModeRmFB(fd_, framebuffer_);
    }
    if (memory_ != nullptr) {
        ::munmap(memory_, size_);
    }
    // Planes of one picture often share their memory, and then the handle.
    for (const auto handle : std::set<std::uint32_t>(handles_.begin(), handles_.end())) {
        if (handle != 0) {
            drmCloseBufferHandle(fd_, handle);
        }
    }
}

// Planes of 4:2:0 lie below each other: half as much again below the first.
bool KmsBuffer::makeDumb()
{
    const auto rows = static_cast<std::uint32_t>(planar(fourcc_) ? (height_ * 3 + 1) / 2 : height_);
    const std::uint32_t bits = planar(fourcc_) ? 8 : 32;
    std::uint64_t size = 0;
    const auto columns = static_cast<std::uint32_t>(width_ + (width_ & 1));
    if (drmModeCreateDumbBuffer(
            fd_, columns, rows, bits, 0, handles_.data(), pitches_.data(), &size) != 0) {
        return false;
    }
    std::uint64_t offset = 0;
    if (drmModeMapDumbBuffer(fd_, handles_[0], &offset) != 0) {
        return false;
    }
    void* memory =
        ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, fd_, static_cast<off_t>(offset));
    if (memory == MAP_FAILED) {
        return false;
    }
    memory_ = static_cast<std::uint8_t*>(memory);
    size_ = size;
    if (!planar(fourcc_)) {
        return true;
    }
    const auto luma = pitches_[0] * static_cast<std::uint32_t>(height_);
    handles_[1] = handles_[0];
    offsets_[1] = luma;
    pitches_[1] = pitches_[0];
    if (fourcc_ == DRM_FORMAT_YUV420) {
        pitches_[1] = pitches_[2] = pitches_[0] / 2;
        handles_[2] = handles_[0];
        offsets_[2] = luma + pitches_[1] * static_cast<std::uint32_t>((height_ + 1) / 2);
    }
    return true;
}

bool KmsBuffer::makeFramebuffer(std::uint64_t modifier, bool withModifier)
{
    std::array<std::uint64_t, 4> modifiers{};
    for (std::size_t i = 0; i < handles_.size() && handles_.at(i) != 0; ++i) {
        modifiers.at(i) = modifier;
    }
    return drmModeAddFB2WithModifiers(
               fd_,
               static_cast<std::uint32_t>(width_),
               static_cast<std::uint32_t>(height_),
               fourcc_,
               handles_.data(),
               pitches_.data(),
               offsets_.data(),
               withModifier ? modifiers.data() : nullptr,
               &framebuffer_,
               withModifier ? DRM_MODE_FB_MODIFIERS : 0) == 0;
}

KmsBuffer::Plane KmsBuffer::plane(std::size_t index) const
{
    return {memory_ + offsets_.at(index), static_cast<int>(pitches_.at(index))};
}

} // namespace jtv::screen
