// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Calls on the screen.
#include "player/show/call_layer.h"

#include "base/log.h"
#include "content/typeset/call.h"
#include "player/screen/overlay.h"

#include <algorithm>
#include <utility>

namespace jtv::show {
namespace {

constexpr Log kCallLog{"calls"};

} // namespace

CallPicture drawCalls(const CallOrder& order)
{
    CallPicture picture{order.view, nullptr};
    auto patch = typeset::renderCalls(order.view.calls, order.view.lit, order.target);
    if (!patch) {
        kCallLog.error("a call is not shown: {}", patch.error().message);
        return picture;
    }
    auto still = std::make_shared<screen::Still>();
    still->target = {patch->x, patch->y, patch->pixels.width, patch->pixels.height};
    still->pixels = std::move(patch->pixels);
    still->opaque = true;
    picture.still = std::move(still);
    return picture;
}

CallLayer::CallLayer(screen::Screen& screen, Send send) : screen_(screen), send_(std::move(send))
{
    target_.width = screen.width();
    target_.height = screen.height();
}

Status CallLayer::add(model::Call call, SteadyTime now)
{
    return calls_.add(std::move(call), now);
}

void CallLayer::order(CallView view)
{
    const bool known = std::any_of(pictures_.begin(), pictures_.end(), [&](const auto& picture) {
        return picture.view == view;
    });
    if (!known) {
        pictures_.push_back({view, nullptr});
        send_({std::move(view), target_});
    }
}

void CallLayer::take(CallPicture picture)
{
    for (auto& known : pictures_) {
        if (known.view == picture.view) {
            known.still = std::move(picture.still);
        }
    }
}

void CallLayer::step(SteadyTime now)
{
    const auto view = calls_.at(now);
    std::erase_if(pictures_, [&](const CallPicture& one) { return one.view.calls != view.calls; });
    if (view.calls.empty()) {
        if (!shown_.calls.empty()) {
            shown_ = view;
            screen_.overlay(static_cast<int>(screen::Level::kCalls), nullptr);
        }
        return;
    }
    order(view);
    order({view.calls, !view.lit}); // for the next flash
    const auto found = std::find_if(pictures_.begin(), pictures_.end(), [&](const auto& picture) {
        return picture.view == view;
    });
    if (view != shown_ && found->still) {
        shown_ = view;
        screen_.overlay(static_cast<int>(screen::Level::kCalls), found->still);
    }
}

} // namespace jtv::show
