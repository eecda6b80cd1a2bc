// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// zimg's graphs as values, with the aligned memory they work on.
#pragma once

#include "base/c_handle.h"
#include "base/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <zimg.h>

namespace jtv::ingest {

using Graph = CHandle<zimg_filter_graph, zimg_filter_graph_free>;

// Three planes in memory as zimg wants it: every row begins at a multiple of 64 bytes.
class AlignedPlanes {
public:
    AlignedPlanes() = default;
    // `format`'s size, subsampling and sample type.
    explicit AlignedPlanes(const zimg_image_format& format);

    std::uint8_t* row(std::size_t plane, unsigned y) const
    {
        return plane_[plane] + static_cast<std::ptrdiff_t>(y) * stride_[plane];
    }
    std::ptrdiff_t stride(std::size_t plane) const { return stride_[plane]; }
    unsigned rowBytes(std::size_t plane) const { return rowBytes_[plane]; }
    unsigned rows(std::size_t plane) const { return rows_[plane]; }

    zimg_image_buffer writable() const;
    zimg_image_buffer_const readable() const;

private:
    std::unique_ptr<std::uint8_t[]> memory_;
    std::array<std::uint8_t*, 3> plane_{};
    std::array<std::ptrdiff_t, 3> stride_{}; // bytes
    std::array<unsigned, 3> rowBytes_{};
    std::array<unsigned, 3> rows_{};
};

// One conversion between two formats with the scratch memory it needs.
class Conversion {
public:
    // `white`: cd/m² of 1.0 in linear light. Errors: kUnsupported with zimg's words.
    static Result<Conversion>
    make(const zimg_image_format& from, const zimg_image_format& to, double white);

    Status run(const zimg_image_buffer_const& from, const zimg_image_buffer& to);

private:
    Graph graph_;
    std::unique_ptr<std::uint8_t[]> memory_;
    void* scratch_ = nullptr; // in memory_, aligned
};

} // namespace jtv::ingest
