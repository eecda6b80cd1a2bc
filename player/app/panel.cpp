// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Typesets the panels and puts them on the whole screen.
#include "player/app/panel.h"

#include "base/log.h"
#include "content/typeset/typeset.h"
#include "player/screen/still.h"

#include <memory>

namespace jtv::app {
namespace {

constexpr Log kPanelLog{"panel"};

} // namespace

Panel::Panel(screen::Screen& screen, std::string name, std::string fingerprint)
    : screen_(screen), name_(std::move(name)), fingerprint_(std::move(fingerprint))
{}

void Panel::show(const std::optional<enrolment::Code>& code)
{
    const auto wanted = code ? code->userCode : std::string();
    if (shown_ == wanted) {
        return;
    }
    typeset::Target target;
    target.width = screen_.width();
    target.height = screen_.height();
    auto picture =
        code ? typeset::renderEnrolment(
                   {code->userCode, code->address, code->codeAddress, fingerprint_}, target)
             : typeset::renderStandby(name_, target);
    if (!picture) {
        kPanelLog.warning("{}", picture.error().message);
        picture = Pixels(target.width, target.height);
    }
    shown_ = wanted;
    const screen::Rect whole{0, 0, screen_.width(), screen_.height()};
    screen_.setRegions({{whole, 0, false, 0}}, 0);
    screen_.show(
        0,
        0,
        std::make_shared<const screen::Still>(screen::makeStill(
            *std::move(picture),
            target.width,
            target.height,
            screen::Fit::kFill,
            screen_.rotation())));
    screen_.present();
}

} // namespace jtv::app
