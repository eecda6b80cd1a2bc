// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The screen's own panels: enrolment, standby, a bare QR panel.
#include "content/model/web_address.h"
#include "content/typeset/glyph_lock.h"
#include "content/typeset/slide_layout.h"
#include "content/typeset/typeset.h"

#include <algorithm>
#include <array>

namespace jtv::typeset {
namespace {

// Who enrols a screen stands before it.
constexpr double kStandingDistance = 1.2; // m

Status addSteps(Scene& scene, const EnrolmentPanel& panel, const Box& area)
{
    FlowText text{"Diesen Bildschirm anmelden", {}};
    text.blocks.emplace_back(model::StepList{
        {"Öffnen Sie " + panel.address + " und melden Sie sich an.",
         "Geben Sie diesen Code ein.",
         "Vergleichen Sie den Fingerabdruck und bestätigen Sie."}});
    FlowText english{"Set up this screen", {}};
    english.blocks.emplace_back(model::StepList{
        {"Open " + panel.address + " and sign in.",
         "Enter this code.",
         "Compare the fingerprint and approve."}});
    const auto& ground = scene.theme().panel;
    const double gap = scene.sizes().margin * 0.7;
    const double half = (area.height - gap) / 2;
    const Scene::FlowOptions options{.titleScale = 1.3, .largest = 0.62, .rest = 0};
    if (auto added = scene.addFlow(text, {area.x, area.y, area.width, half}, ground, options);
        !added) {
        return added;
    }
    return scene.addFlow(english, {area.x, area.y + half + gap, area.width, half}, ground, options);
}

Status addEnrolmentCode(Scene& scene, const EnrolmentPanel& panel, const Box& area)
{
    const auto& ground = scene.theme().code;
    const double unit = std::min(scene.width(), scene.height());
    const double line = unit * 0.15;
    const double small = unit * 0.08;
    const Box square{area.x, area.y, area.width, area.height - line - small};
    if (!panel.codeAddress.empty()) {
        const model::QrCode code{panel.codeAddress, "", "", ""};
        if (auto added = addCode(scene, code, square, unit * 0.55); !added) {
            return added;
        }
    }
    const double below = area.y + area.height - line - small;
    scene.addCentred(
        panel.code,
        {.size = unit * 0.1, .bold = true, .leftToRight = true},
        ground.title,
        {area.x, below, area.width, line},
        ground);
    scene.addCentred(
        panel.fingerprint,
        {.size = unit * 0.024, .leftToRight = true},
        ground.text,
        {area.x, below + line, area.width, small},
        ground);
    return Done{};
}

} // namespace

Result<Pixels> renderQr(
    const std::string& address, const Target& target, const std::vector<std::string>& ownDomains)
{
    const GlyphLock lock;
    if (const auto parsed = model::parseWebAddress(address); !parsed) {
        return parsed.error();
    }
    auto scene = Scene::make(target, "de", defaultTheme());
    if (!scene) {
        return std::move(scene).error();
    }
    scene->fill(scene->whole(), scene->theme().code);
    const double edge = std::min(scene->width(), scene->height());
    const auto capitals = model::inCapitals(address, model::isOnDomain(address, ownDomains));
    const bool smaller = !capitals.empty() && !ownDomains.empty();
    const model::QrCode code{smaller ? capitals : address, model::printedAddress(address), "", ""};
    if (auto added = addCode(*scene, code, scene->whole(), edge); !added) {
        return std::move(added).error();
    }
    return scene->painted();
}

Result<Pixels> renderEnrolment(const EnrolmentPanel& panel, const Target& target)
{
    const GlyphLock lock;
    if (panel.code.empty()) {
        return renderStandby("", target);
    }
    auto near = target;
    near.distanceMetres = std::min(target.distanceMetres, kStandingDistance);
    auto scene = Scene::make(near, "de", defaultTheme());
    if (!scene) {
        return std::move(scene).error();
    }
    const double margin = scene->sizes().margin;
    const bool wide = scene->landscape();
    const double share = 0.5;
    const Box left = wide ? Box{0, 0, scene->width() * share, scene->height()}
                          : Box{0, 0, scene->width(), scene->height() * share};
    const Box right = wide ? Box{left.width, 0, scene->width() - left.width, scene->height()}
                           : Box{0, left.height, scene->width(), scene->height() - left.height};
    scene->fill(left, scene->theme().panel);
    scene->fill(right, scene->theme().code);
    const auto inset = [&](const Box& box, double by) {
        return Box{box.x + by, box.y + by, box.width - 2 * by, box.height - 2 * by};
    };
    if (auto added = addSteps(*scene, panel, inset(left, margin)); !added) {
        return std::move(added).error();
    }
    if (auto added = addEnrolmentCode(*scene, panel, inset(right, margin * 0.5)); !added) {
        return std::move(added).error();
    }
    return scene->painted();
}

Result<Pixels> renderStandby(std::string_view name, const Target& target)
{
    const GlyphLock lock;
    auto scene = Scene::make(target, "de", defaultTheme());
    if (!scene) {
        return std::move(scene).error();
    }
    constexpr std::array kGreetings{
        "Herzlich willkommen", "Welcome", "أهلاً وسهلاً", "خوش آمدید", "Ласкаво просимо"};
    const auto& ground = scene->theme().panel;
    scene->fill(scene->whole(), ground);
    const double unit = std::min(scene->width(), scene->height());
    const double margin = scene->sizes().margin;
    const double line = unit * 0.115;
    const double height = line * (kGreetings.size() + 0.5);
    double y = (scene->height() - height) * 0.47;
    for (std::size_t i = 0; i < kGreetings.size(); ++i) {
        const bool first = i == 0;
        const Box box{margin, y, scene->width() - 2 * margin, first ? line * 1.5 : line};
        scene->addCentred(
            kGreetings.at(i),
            {.size = unit * (first ? 0.078 : 0.054), .bold = first},
            first ? ground.title : ground.quiet,
            box,
            ground);
        y += box.height;
    }
    if (!name.empty()) {
        scene->addCentred(
            std::string(name),
            {.size = unit * 0.03},
            ground.quiet,
            {margin, scene->height() - margin * 1.4, scene->width() - 2 * margin, margin},
            ground);
    }
    return scene->painted();
}

} // namespace jtv::typeset
