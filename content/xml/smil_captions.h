// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// <textstream>: captions written beside their video.
#pragma once

#include "content/model/playlist.h"
#include "content/xml/document.h"
#include "content/xml/smil_remarks.h"

#include <cstddef>
#include <vector>

namespace jtv::xml {

// A <textstream>, or a <text> or <ref> that names a caption file. It has no time and no place of
// its own: it goes with the videos beside it in a par, and the screen's languages choose among
// several, as in a switch.
bool isCaptionTrack(const Element& element);

// The tracks read so far that have not found their video. Used while a body is read.
class CaptionTracks {
public:
    void read(const Element& track, const model::StateData& data, SmilRemarks& remarks);

    std::size_t waiting() const { return waiting_.size(); }
    // Those from the given one on were written in this par. Without a video in it they are told in
    // the remarks, and are gone.
    void giveTo(model::Container& par, std::size_t from, SmilRemarks& remarks);
    // They stand in no par.
    void drop(std::size_t from, SmilRemarks& remarks);

private:
    struct Track {
        Element element;
        std::vector<model::Param> params; // "captions-LANGUAGE" or "captions"
    };
    std::vector<Track> waiting_;
};

} // namespace jtv::xml
