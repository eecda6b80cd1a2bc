// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The table of decoders, asked with what ffprobe's words mean.
#include "content/ingest/boards.h"

#include "content/model/decoders.h"

#include <string_view>

namespace jtv::ingest {
namespace {

bool isOtherSampling(std::string_view profile)
{
    return profile.find("4:2:2") != std::string_view::npos ||
           profile.find("4:4:4") != std::string_view::npos || profile == "Rext" ||
           profile == "Profile 1" || profile == "Profile 3";
}

} // namespace

model::BoardSupport boardsFor(const model::VideoFacts& video)
{
    const model::CodedVideo coded{
        video.codec,
        video.width,
        video.height,
        video.fps,
        video.bitDepth,
        !isOtherSampling(video.profile)};
    const auto takes = [&](model::Board board) {
        return model::decodes(board, coded, model::Promise::kEvery);
    };
    return {
        takes(model::Board::kPi3),
        takes(model::Board::kPi4),
        takes(model::Board::kPi5),
        takes(model::Board::kVaapi)};
}

} // namespace jtv::ingest
