// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What streaming threads tell the owner of a video.
#include "player/media/pipeline.h"

#include <utility>

namespace jtv::media {

void Signals::frameWaits()
{
    if (wanted_.exchange(false)) {
        wakeNow();
    }
}

void Signals::endOfStream()
{
    atEnd_ = true;
    wakeNow();
}

void Signals::wakeNow()
{
    const std::lock_guard lock(mutex_);
    if (wake_) {
        wake_();
    }
}

void Signals::silence()
{
    const std::lock_guard lock(mutex_);
    wake_ = nullptr;
}

void Signals::setDecoder(const std::string& name)
{
    const std::lock_guard lock(mutex_);
    decoder_ = name;
}

void Signals::setChoice(Choice choice)
{
    const std::lock_guard lock(mutex_);
    choice_ = std::move(choice);
}

Choice Signals::choice() const
{
    const std::lock_guard lock(mutex_);
    return choice_;
}

std::string Signals::decoder() const
{
    const std::lock_guard lock(mutex_);
    return decoder_;
}

} // namespace jtv::media
