// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Any bytes as MP4 and as Matroska: what is to be written over lies within them.
#include "content/ingest/scrub.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

class Input final : public jtv::ingest::Bytes {
public:
    Input(const std::uint8_t* bytes, std::size_t size)
        : text_(reinterpret_cast<const char*>(bytes), size)
    {}
    std::uint64_t size() const override { return text_.size(); }
    std::string read(std::uint64_t offset, std::size_t count) const override
    {
        return offset < text_.size() ? text_.substr(offset, count) : std::string();
    }

private:
    std::string text_;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const Input input(bytes, size);
    for (const auto& patches : {jtv::ingest::scrubIso(input), jtv::ingest::scrubMatroska(input)}) {
        for (const auto& patch : patches) {
            if (patch.offset + patch.bytes.size() + patch.zeros > size) {
                std::abort();
            }
        }
    }
    return 0;
}
