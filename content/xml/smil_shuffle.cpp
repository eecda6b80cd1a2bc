// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Shuffled sequences, in and out.
#include "content/xml/smil_shuffle.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace jtv::xml {
namespace {

constexpr std::string_view kAlgorithm = "adapi:pickingAlgorithm";
constexpr std::string_view kBehavior = "adapi:pickingBehavior";
constexpr std::string_view kNumber = "adapi:pickNumber";

std::optional<std::string> contentOf(const Element& metadata, std::string_view name)
{
    for (const auto& meta : metadata.children("meta")) {
        if (meta.attribute("name") == std::string(name)) {
            return meta.attribute("content").value_or("");
        }
    }
    return std::nullopt;
}

} // namespace

bool isAboutShuffling(const Element& element)
{
    return element.name() == "metadata" &&
           (contentOf(element, kAlgorithm) || contentOf(element, kBehavior) ||
            contentOf(element, kNumber));
}

std::optional<model::Shuffle> readShuffle(const Element& metadata, SmilRemarks& remarks)
{
    const auto algorithm = contentOf(metadata, kAlgorithm).value_or("");
    if (algorithm != "shuffle") {
        remarks.error(
            metadata,
            fmt::format(
                "the order \"{}\" is not known and has no effect; write {} with "
                "content=\"shuffle\"",
                algorithm,
                kAlgorithm));
        return std::nullopt;
    }
    model::Shuffle shuffle;
    const auto number = contentOf(metadata, kNumber);
    if (contentOf(metadata, kBehavior).value_or(number ? "pickN" : "") != "pickN") {
        return shuffle;
    }
    const auto text = number.value_or("1");
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), shuffle.pick);
    if (fault != std::errc() || end != text.data() + text.size()) {
        remarks.error(
            metadata,
            fmt::format(
                "{}=\"{}\" is not a number, so all are shown; write how many are shown in each "
                "round",
                kNumber,
                text));
        shuffle.pick = 0;
    }
    return shuffle;
}

void writeShuffle(Writer& writer, const model::Shuffle& shuffle)
{
    const auto meta = [&writer](std::string_view name, std::string_view content) {
        writer.open("meta").attribute("name", name).attribute("content", content).close();
    };
    writer.open("metadata");
    meta(kAlgorithm, "shuffle");
    if (shuffle.pick > 0) {
        meta(kBehavior, "pickN");
        meta(kNumber, std::to_string(shuffle.pick));
    }
    writer.close();
}

} // namespace jtv::xml
