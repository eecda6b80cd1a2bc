// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The kinds that are drawn; all others become a crossfade, which suits every picture.
#include "content/xml/smil_transition.h"

#include "content/xml/smil_layout.h"
#include "content/xml/smil_timing.h"
#include "content/xml/words.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace jtv::xml {
namespace {

using model::Transition;

struct Drawn {
    std::string_view type;
    std::string_view subtype; // the first of a type is its default
    Transition::Kind kind;
    Transition::From from = Transition::From::kLeft;
};
constexpr std::array<Drawn, 13> kDrawn{{
    {"fade", "crossfade", Transition::Kind::kCrossfade},
    {"fade", "fadeToColor", Transition::Kind::kFadeToColor},
    {"fade", "fadeFromColor", Transition::Kind::kFadeFromColor},
    {"barWipe", "leftToRight", Transition::Kind::kWipe, Transition::From::kLeft},
    {"barWipe", "topToBottom", Transition::Kind::kWipe, Transition::From::kTop},
    {"slideWipe", "fromLeft", Transition::Kind::kSlide, Transition::From::kLeft},
    {"slideWipe", "fromTop", Transition::Kind::kSlide, Transition::From::kTop},
    {"slideWipe", "fromRight", Transition::Kind::kSlide, Transition::From::kRight},
    {"slideWipe", "fromBottom", Transition::Kind::kSlide, Transition::From::kBottom},
    {"pushWipe", "fromLeft", Transition::Kind::kPush, Transition::From::kLeft},
    {"pushWipe", "fromTop", Transition::Kind::kPush, Transition::From::kTop},
    {"pushWipe", "fromRight", Transition::Kind::kPush, Transition::From::kRight},
    {"pushWipe", "fromBottom", Transition::Kind::kPush, Transition::From::kBottom},
}};

Transition::From opposite(Transition::From from)
{
    switch (from) {
    case Transition::From::kLeft:
        return Transition::From::kRight;
    case Transition::From::kTop:
        return Transition::From::kBottom;
    case Transition::From::kRight:
        return Transition::From::kLeft;
    case Transition::From::kBottom:
        break;
    }
    return Transition::From::kTop;
}

void readLook(const Element& element, Transition& transition, SmilRemarks& remarks)
{
    const auto* found = std::find_if(kDrawn.begin(), kDrawn.end(), [&](const Drawn& drawn) {
        return drawn.type == transition.type &&
               (transition.subtype.empty() || drawn.subtype == transition.subtype);
    });
    if (found == kDrawn.end()) {
        remarks.warning(
            element,
            fmt::format(
                "the transition {} {} is shown as a crossfade; write for example barWipe "
                "leftToRight or slideWipe fromRight",
                transition.type,
                transition.subtype));
        return;
    }
    transition.kind = found->kind;
    transition.from = transition.reversed ? opposite(found->from) : found->from;
}

double
readProgress(const Element& element, std::string_view name, double otherwise, SmilRemarks& remarks)
{
    const auto text = element.attribute(name);
    if (!text) {
        return otherwise;
    }
    const auto value = parseDecimal(trim(*text));
    if (!value || *value > 1) {
        remarks.error(
            element,
            fmt::format("{}=\"{}\" has no effect; write a number from 0 to 1", name, *text));
        return otherwise;
    }
    return *value;
}

void readColour(const Element& element, Transition& transition, SmilRemarks& remarks)
{
    const auto text = element.attribute("fadeColor");
    if (!text) {
        return;
    }
    const auto colour = parseColor(*text);
    if (!colour || colour->empty()) {
        remarks.error(
            element, fmt::format("the colour \"{}\" is not known; write it as #rrggbb", *text));
        return;
    }
    transition.fadeColor = *colour;
}

} // namespace

std::optional<Transition> readTransition(const Element& element, SmilRemarks& remarks)
{
    Transition transition;
    transition.id = idOf(element);
    transition.type = element.attribute("type").value_or("");
    transition.subtype = element.attribute("subtype").value_or("");
    if (transition.id.empty() || transition.type.empty()) {
        remarks.error(
            element, "this transition cannot be used without an id and a type; give it both");
        return std::nullopt;
    }
    transition.reversed = element.attribute("direction") == "reverse";
    readLook(element, transition, remarks);
    if (const auto text = element.attribute("dur")) {
        const auto duration = parseClock(*text);
        if (duration && *duration > Milliseconds(0)) {
            transition.duration = *duration;
        } else {
            remarks.error(
                element, fmt::format("dur=\"{}\" has no effect; write for example 1s", *text));
        }
    }
    readColour(element, transition, remarks);
    transition.startProgress = readProgress(element, "startProgress", 0, remarks);
    transition.endProgress =
        std::max(transition.startProgress, readProgress(element, "endProgress", 1, remarks));
    return transition;
}

std::string readTransitionName(
    const Element& element,
    std::string_view attribute,
    const std::vector<Transition>& transitions,
    SmilRemarks& remarks)
{
    const auto text = element.attribute(attribute);
    if (!text || trim(*text).empty()) {
        return {};
    }
    for (const auto name : split(*text, ';')) {
        const auto found =
            std::find_if(transitions.begin(), transitions.end(), [&](const auto& transition) {
                return transition.id == name;
            });
        if (found != transitions.end()) {
            return found->id;
        }
    }
    remarks.error(
        element,
        fmt::format(
            "there is no transition \"{}\" in the head, so the picture is cut; correct the name",
            *text));
    return {};
}

} // namespace jtv::xml
