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
    std::function<void()> dropped; // what it holds may hold this
    const std::lock_guard lock(mutex_);
    wake_ = nullptr;
    silenced_ = true;
    dropped.swap(goOn_);
}

bool Signals::hasMemory() const
{
    const std::lock_guard lock(mutex_);
    return memory_ != nullptr;
}

void Signals::keep(DeviceMemory::Share memory)
{
    const std::lock_guard lock(mutex_);
    memory_ = std::move(memory);
}

void Signals::awaitMemory(std::uint64_t bytes, std::function<void()> goOn)
{
    {
        const std::lock_guard lock(mutex_);
        if (!silenced_) {
            goOn_ = std::move(goOn);
        }
    }
    awaited_ = bytes;
    wakeNow();
}

void Signals::giveMemory(DeviceMemory::Share memory)
{
    keep(std::move(memory));
    awaited_ = 0;
    std::function<void()> goOn;
    {
        const std::lock_guard lock(mutex_);
        goOn.swap(goOn_);
    }
    if (goOn) {
        goOn();
    }
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
