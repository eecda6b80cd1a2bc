// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Videos that belong together, a main picture and its sign-language inset: they begin with the same
// refresh, and when one has to wait for its decoder, the others wait with it.
#pragma once

#include "base/clock.h"
#include "content/model/decoders.h"
#include "content/model/playlist.h"

#include <map>
#include <vector>

namespace jtv::show {

class Slot;

// Which videos belong together: those written side by side in a par, directly or as the
// alternatives of a switch. Zones with playlists of their own (a seq each) go on by themselves.
// Never changed.
class Companions {
public:
    // The tree must outlive it.
    explicit Companions(const model::TimeNode& body) { collect(body); }

    // The same for all that belong together; null: it stands alone.
    const void* groupOf(const model::Media& media) const;

private:
    void collect(const model::TimeNode& node);

    std::map<const model::Media*, const void*> groups_;
};

// Those of one group that are all ready and have not begun: who is more than the board decodes at
// once is refused; the first of them never is.
void refuseTooMany(const std::vector<Slot*>& slots, model::Board board);

// Of one group, begun by the same instant of the timeline. To be called before their pictures are
// taken.
void keepInStep(const std::vector<Slot*>& slots, SteadyTime now);

} // namespace jtv::show
