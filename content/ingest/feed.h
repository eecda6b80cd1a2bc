// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The way into a pipeline: never so far ahead of it that memory fills, never blind to its errors.
#pragma once

#include "content/ingest/pipeline.h"

namespace jtv::ingest {

// *any one thread*. Borrows the pipeline.
class Feed {
public:
    // `name`: of an appsrc in the pipeline.
    Feed(Pipeline& pipeline, const char* name);

    // Waits while the pipeline has enough to do. Errors: its own, kUnavailable (cancelled).
    Status push(Buffer buffer, const Cancelled& cancelled);
    // As push(); the times of the sample's segment hold from here.
    Status pushSample(const Sample& sample, const Cancelled& cancelled);
    void end();

private:
    Status waitForRoom(const Cancelled& cancelled);

    Pipeline& pipeline_;
    Element source_;
};

} // namespace jtv::ingest
