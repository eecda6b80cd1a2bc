// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Finished pictures into a journal of encoded ones.
#pragma once

#include "content/ingest/feed.h"
#include "content/ingest/journal.h"
#include "content/ingest/rendition.h"

#include <memory>

namespace jtv::ingest {

// *any one thread*; GStreamer's own writes the journal.
class Encoder {
public:
    // Goes on behind the last picture of the journal, which is borrowed. Errors: kInternal.
    static Result<Encoder>
    make(const Recipe& recipe, const EncoderOptions& options, Journal& journal);

    Encoder(Encoder&&) noexcept;
    Encoder& operator=(Encoder&&) = delete;
    Encoder(const Encoder&) = delete;
    Encoder& operator=(const Encoder&) = delete;
    ~Encoder();

    // A canvas's picture: planes without gaps (see bytesOf()), or with GStreamer's word on them.
    Status push(Buffer canvas, std::int64_t picture, const Cancelled& cancelled);
    // Everything is in the journal when it returns.
    Status finish(const Cancelled& cancelled);

private:
    struct Outlet;
    Encoder(std::unique_ptr<Outlet> outlet, Pipeline pipeline, const Recipe& recipe);

    std::unique_ptr<Outlet> outlet_; // outlives the pipeline, whose thread writes to it
    std::unique_ptr<Pipeline> pipeline_;
    std::unique_ptr<Feed> feed_;
    Rate rate_;
};

// A buffer for shape() that says where its planes are.
Buffer makeCanvas(Size size);

} // namespace jtv::ingest
