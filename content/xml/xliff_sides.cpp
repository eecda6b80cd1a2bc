// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Source and target of one unit side by side: the same ids, nothing lost, nothing out of order.
#include "content/xml/xliff_constraints.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <utility>

namespace jtv::xml::xliff {
namespace {

std::string kindOf(const Code& code)
{
    const auto name = code.element.name();
    return std::string(name == "sc" ? "pc" : name == "sm" ? "mrk" : name);
}

using Owners = std::map<std::string, std::string>; // id → the kind of its owner

Status takeId(const Element& element, const std::string& id, std::string kind, Owners& taken)
{
    return id.empty() || taken.emplace(id, std::move(kind)).second
               ? Status(Done{})
               : element.error(
                     fmt::format("the id \"{}\" stands twice in the unit; change one", id));
}

Status takeCodes(const std::vector<Code>& codes, Owners& taken)
{
    for (const auto& code : codes) {
        if (!hasOwnId(code)) {
            continue;
        }
        if (auto ok = takeId(code.element, code.id, kindOf(code), taken); !ok) {
            return ok;
        }
    }
    return Done{};
}

// [4.3.1.18] Ids are unique in the unit; those in targets repeat those of the source.
Status checkIds(const std::vector<Part>& parts)
{
    Owners inSource;
    for (const auto& part : parts) {
        if (auto ok = takeId(part.element, valueOf(part.element, "id", ""), "part", inSource);
            !ok) {
            return ok;
        }
    }
    if (auto ok = takeCodes(sourceCodesOf(parts), inSource); !ok) {
        return ok;
    }
    Owners inTarget;
    const auto codes = targetCodesOf(parts);
    if (auto ok = takeCodes(codes, inTarget); !ok) {
        return ok;
    }
    for (const auto& code : codes) {
        const auto source = inSource.find(code.id);
        if (hasOwnId(code) && source != inSource.end() && source->second != kindOf(code)) {
            return code.element.error(fmt::format(
                "the id \"{}\" belongs to something else in the source; change it", code.id));
        }
    }
    return Done{};
}

// [4.3.1.4] What must not be deleted is in the translation, in whichever segment.
Status checkDeleted(const std::vector<Part>& parts)
{
    std::set<std::string> kept;
    for (const auto& part : parts) {
        for (const auto& code : part.targetCodes) {
            kept.insert(code.id);
        }
    }
    for (const auto& part : parts) {
        if (!part.target) {
            continue;
        }
        for (const auto& code : part.sourceCodes) {
            if (!code.marker && isNo(code.element, "canDelete") && kept.count(code.id) == 0) {
                return part.target->error(fmt::format(
                    "the code \"{}\" of the source must not be deleted, but the translation lacks "
                    "it; put it back",
                    code.id));
            }
        }
    }
    return Done{};
}

using Step = std::pair<std::string, Code::What>;

Step stepOf(const Code& code)
{
    return {code.id, code.what};
}

bool isFixed(const Code& code, bool& begins)
{
    const auto value = valueOf(code.element, "canReorder", "yes");
    // The end of a <pc> follows its start.
    begins = value == "firstNo" && code.what != Code::What::kClose;
    return !code.marker && value != "yes";
}

// [4.3.1.5] A sequence begins with "firstNo"; its order, and what stands between, stays.
Result<std::vector<std::vector<Step>>> sequencesIn(const std::vector<Code>& codes)
{
    std::vector<std::vector<Step>> sequences;
    for (const auto& code : codes) {
        bool begins = false;
        if (!isFixed(code, begins)) {
            continue;
        }
        if (begins) {
            sequences.emplace_back();
        }
        if (sequences.empty()) {
            return code.element.error(
                "canReorder=\"no\" follows no code with \"firstNo\"; the first "
                "of a sequence has \"firstNo\"");
        }
        sequences.back().push_back(stepOf(code));
    }
    return sequences;
}

std::vector<Step> stepsOf(const std::vector<Code>& codes)
{
    std::vector<Step> steps;
    for (const auto& code : codes) {
        if (!code.marker && code.element.name() != "cp") {
            steps.push_back(stepOf(code));
        }
    }
    return steps;
}

// Whether `next` follows `before` in `steps` with nothing between that `allowed` lacks there.
bool follows(
    const std::vector<Step>& steps,
    const std::vector<Step>& allowed,
    const Step& before,
    const Step& next)
{
    const auto first = std::find(steps.begin(), steps.end(), before);
    const auto second = std::find(steps.begin(), steps.end(), next);
    if (first == steps.end() || second == steps.end()) {
        return true; // checkDeleted() looks for what is missing
    }
    const auto from = std::find(allowed.begin(), allowed.end(), before);
    const auto to = std::find(allowed.begin(), allowed.end(), next);
    return first < second && std::all_of(first + 1, second, [&](const Step& between) {
               return std::find(from, to, between) != to;
           });
}

Status checkOrder(
    const std::vector<Code>& source,
    const std::vector<Code>& target,
    const std::vector<Part>& parts)
{
    const auto sequences = sequencesIn(source);
    if (!sequences) {
        return sequences.error();
    }
    const auto allowed = stepsOf(source);
    const auto steps = stepsOf(target);
    for (const auto& sequence : *sequences) {
        for (std::size_t i = 1; i < sequence.size(); ++i) {
            if (!follows(steps, allowed, sequence[i - 1], sequence[i])) {
                return parts.front()
                    .target.value_or(parts.front().element)
                    .error(fmt::format(
                        "the code \"{}\" must follow \"{}\" in the translation as in the source; "
                        "move "
                        "it back",
                        sequence[i].first,
                        sequence[i - 1].first));
            }
        }
    }
    return Done{};
}

} // namespace

Status checkSides(
    const std::vector<Part>& parts,
    const std::vector<Code>& source,
    const std::vector<Code>& target)
{
    for (auto checked : {checkIds(parts), checkDeleted(parts), checkOrder(source, target, parts)}) {
        if (!checked) {
            return checked;
        }
    }
    return Done{};
}

} // namespace jtv::xml::xliff
