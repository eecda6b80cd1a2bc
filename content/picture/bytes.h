// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Numbers out of bytes, never past their end.
#pragma once

#include <cstddef>
#include <string_view>

namespace jtv::picture {

// 0 where there are no bytes.
class Bytes {
public:
    explicit Bytes(std::string_view bytes, bool bigEndian = true)
        : bytes_(bytes), bigEndian_(bigEndian)
    {}

    unsigned byte(std::size_t at) const
    {
        return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0U;
    }
    unsigned two(std::size_t at) const
    {
        return bigEndian_ ? byte(at) << 8U | byte(at + 1) : byte(at + 1) << 8U | byte(at);
    }
    unsigned four(std::size_t at) const
    {
        return bigEndian_ ? two(at) << 16U | two(at + 2) : two(at + 2) << 16U | two(at);
    }
    std::size_t size() const { return bytes_.size(); }

private:
    std::string_view bytes_;
    bool bigEndian_;
};

} // namespace jtv::picture
