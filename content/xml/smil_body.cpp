// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Containers, media, and what is left out.
#include "content/xml/smil_body.h"

#include "content/xml/smil_captions.h"
#include "content/xml/smil_condition.h"
#include "content/xml/smil_media.h"
#include "content/xml/smil_shuffle.h"
#include "content/xml/smil_timing.h"
#include "content/xml/words.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>
#include <utility>

namespace jtv::xml {
namespace {

using Kind = model::Container::Kind;
using model::PriorityClass;

constexpr std::string_view kBlankScreen = "adapi:blankScreen";

std::optional<Kind> containerKind(std::string_view name)
{
    if (name == "seq") {
        return Kind::kSeq;
    }
    if (name == "par") {
        return Kind::kPar;
    }
    if (name == "excl") {
        return Kind::kExcl;
    }
    return name == "switch" ? std::optional(Kind::kSwitch) : std::nullopt;
}

// Purely descriptive attributes of SMIL, and those by which foreign systems keep their books; they
// say nothing to a screen.
bool isDescriptive(std::string_view name)
{
    return isOneOf(
        name,
        {"id",
         "title",
         "alt",
         "longdesc",
         "abstract",
         "author",
         "copyright",
         "class",
         "label",
         "style",
         "readIndex",
         "version",
         "popName",
         "popType",
         "tabindex",
         "name",
         "popTags",
         "popCustomId"});
}

std::string_view nameOf(const model::TimeNode& node)
{
    if (const auto* media = std::get_if<model::Media>(&node.body)) {
        static constexpr std::array<std::string_view, 6> kNames{
            "video", "img", "ref", "audio", "brush", "text"};
        return kNames[static_cast<std::size_t>(media->kind)];
    }
    static constexpr std::array<std::string_view, 4> kNames{"seq", "par", "excl", "switch"};
    return kNames[static_cast<std::size_t>(std::get<model::Container>(node.body).kind)];
}

class BodyReader {
public:
    BodyReader(const ReadLayout& layout, model::Playlist& playlist, SmilRemarks& remarks)
        : media_{layout, playlist.transitions, playlist.data}, remarks_(remarks)
    {
        for (const auto& trigger : playlist.triggers) {
            triggers_.insert(trigger.id);
        }
    }

    void run(const Element& body, model::TimeNode& node)
    {
        node.place = body.place();
        fillTiming(body, node);
        nameUnknown(body, false);
        node.body.emplace<model::Container>();
        for (const auto& attribute : body.attributes()) {
            if (isConditionAttribute(attribute.name)) {
                remarks_.warning(body, fmt::format("{} of <body> has no effect", attribute.name));
            }
        }
        readChildren(body, std::get<model::Container>(node.body));
        captions_.drop(0, remarks_);
        collectIds(node);
        nameUnknownIds(node);
    }

private:
    // False: it will not play, and the reason is among the remarks.
    bool fillTiming(const Element& element, model::TimeNode& node)
    {
        node.id = idOf(element);
        auto read = readTiming(element, triggers_, remarks_);
        node.timing = std::move(read.timing);
        return read.plays;
    }

    bool fillHead(const Element& element, model::TimeNode& node)
    {
        node.place = element.place();
        if (!fillTiming(element, node)) {
            return false;
        }
        auto condition = readCondition(element, media_.data, remarks_);
        if (!condition) {
            return false;
        }
        node.condition = *std::move(condition);
        return true;
    }

    // What may stand there and plays nothing is left out with a warning.
    bool leavesOut(const Element& child)
    {
        if (isOneOf(child.name(), {"metadata", "meta", "param", "area", "anchor"})) {
            if (child.name() != "param") {
                remarks_.warning(child, fmt::format("<{}> has no effect here", child.name()));
            }
            return true;
        }
        return false;
    }

    // True: the child is about the order of its neighbours.
    bool readShuffle(const Element& child, model::Container& container)
    {
        if (!isAboutShuffling(child)) {
            return false;
        }
        if (container.kind == Kind::kSeq) {
            container.shuffle = xml::readShuffle(child, remarks_);
        } else {
            remarks_.warning(
                child, "only the children of a <seq> can be shuffled; this has no effect");
        }
        return true;
    }

    void readChildren(const Element& parent, model::Container& container)
    {
        const auto outer = std::exchange(parent_, container.kind);
        for (const auto& child : parent.children()) { // nested as deep as ReadOptions::depth
            if (readShuffle(child, container) || leavesOut(child)) {
                continue;
            }
            if (child.name() == "a") {
                remarks_.warning(child, "<a> has no effect on a screen; what stands in it plays");
                readChildren(child, container);
            } else if (isCaptionTrack(child)) {
                captions_.read(child, media_.data, remarks_);
            } else if (child.name() == "priorityClass") {
                readClass(child, container);
            } else {
                readNode(child, container);
            }
        }
        parent_ = outer;
    }

    void readNode(const Element& element, model::Container& container)
    {
        model::TimeNode node;
        if (!readAny(element, node)) {
            return;
        }
        container.children.push_back(std::move(node));
        if (container.kind == Kind::kExcl && !inClass_) {
            countUnclassified(container);
        }
    }

    // Children of an excl beside its classes are in one of their own, next to one another.
    void countUnclassified(model::Container& container)
    {
        if (!loose_ || container.classes.empty()) {
            container.classes.emplace_back();
            loose_ = true;
        }
        ++container.classes.back().size;
    }

    void readClass(const Element& element, model::Container& container)
    {
        if (container.kind != Kind::kExcl || inClass_) {
            remarks_.warning(
                element, "<priorityClass> works in <excl> only; what stands in it plays");
            readChildren(element, container);
            return;
        }
        PriorityClass made;
        readRules(element, made);
        for (const auto& attribute : element.attributes()) {
            if (!isOneOf(
                    attribute.name,
                    {"peers", "peer", "higher", "lower", "pauseDisplay", "id", "title", "class"})) {
                remarks_.warning(
                    element, fmt::format("{} of <priorityClass> has no effect", attribute.name));
            }
        }
        inClass_ = true;
        const auto before = container.children.size();
        readChildren(element, container);
        inClass_ = false;
        made.size = container.children.size() - before;
        if (made.size > 0) {
            container.classes.push_back(made);
            loose_ = false;
        }
    }

    void readRules(const Element& element, PriorityClass& made)
    {
        const auto* peers = element.attribute("peers") ? "peers" : "peer";
        word(
            element,
            peers,
            made.peers,
            {{"stop", PriorityClass::Peers::kStop},
             {"pause", PriorityClass::Peers::kPause},
             {"defer", PriorityClass::Peers::kDefer},
             {"never", PriorityClass::Peers::kNever}});
        word(
            element,
            "higher",
            made.higher,
            {{"stop", PriorityClass::Higher::kStop}, {"pause", PriorityClass::Higher::kPause}});
        word(
            element,
            "lower",
            made.lower,
            {{"defer", PriorityClass::Lower::kDefer}, {"never", PriorityClass::Lower::kNever}});
        word(
            element,
            "pauseDisplay",
            made.pauseDisplay,
            {{"disable", PriorityClass::PauseDisplay::kDisable},
             {"hide", PriorityClass::PauseDisplay::kHide},
             {"show", PriorityClass::PauseDisplay::kShow}});
    }

    template <typename Enum>
    void word(const Element& element, std::string_view name, Enum& meaning, Words<Enum> words)
    {
        const auto value = element.attribute(name);
        std::string accepted;
        for (const auto& [text, what] : words) {
            if (!value || *value == text) {
                meaning = value ? what : meaning;
                return;
            }
            accepted += (accepted.empty() ? "" : ", ") + std::string(text);
        }
        remarks_.error(
            element,
            fmt::format("{}=\"{}\" has no effect; write one of {}", name, *value, accepted));
    }

    bool readAny(const Element& element, model::TimeNode& node)
    {
        const auto name = element.name();
        if (const auto kind = containerKind(name)) {
            return readContainer(element, *kind, node);
        }
        if (isMediaElement(name)) {
            return readMedia(element, node);
        }
        if (name == "prefetch") {
            remarks_.warning(
                element, "<prefetch> takes no time: everything is fetched before it plays");
            node.body.emplace<model::Container>();
            node.place = element.place();
            node.id = idOf(element);
            return !node.id.empty();
        }
        remarks_.error(
            element,
            fmt::format(
                "<{}> is not played and is skipped with all in it; use seq, par, excl, switch, "
                "video, img, audio, text, brush or ref",
                name));
        return false;
    }

    bool readContainer(const Element& element, Kind kind, model::TimeNode& node)
    {
        const bool plays = fillHead(element, node);
        nameUnknown(element, false);
        if (!plays) {
            return false;
        }
        auto& container = node.body.emplace<model::Container>();
        container.kind = kind;
        const bool outerInClass = std::exchange(inClass_, false);
        const bool outerLoose = std::exchange(loose_, false);
        const auto tracks = captions_.waiting();
        readChildren(element, container);
        if (kind == Kind::kPar) {
            captions_.giveTo(container, tracks, remarks_);
        } else if (kind != Kind::kSwitch) { // a switch of tracks belongs to what is around it
            captions_.drop(tracks, remarks_);
        }
        inClass_ = outerInClass;
        loose_ = outerLoose;
        return true;
    }

    bool readMedia(const Element& element, model::TimeNode& node)
    {
        const bool plays = fillHead(element, node);
        nameUnknown(element, true);
        if (!plays) {
            return false;
        }
        if (element.attribute("src") == std::string(kBlankScreen)) {
            node.body.emplace<model::Container>(); // time without a picture
            return true;
        }
        auto media = readMediaBody(element, media_, remarks_);
        if (!media) {
            return false;
        }
        nameChildren(element);
        node.body = *std::move(media);
        namePictureWithoutEnd(element, node);
        return true;
    }

    void collectIds(const model::TimeNode& node)
    {
        if (!node.id.empty()) {
            ids_.insert(node.id);
        }
        if (const auto* container = std::get_if<model::Container>(&node.body)) {
            std::for_each(
                container->children.begin(), container->children.end(), [this](const auto& child) {
                    collectIds(child);
                });
        }
    }

    void nameUnknownIds(const model::TimeNode& node)
    {
        for (const auto* times : {&node.timing.begin, &node.timing.end}) {
            for (const auto& time : *times) {
                const auto* sync = std::get_if<model::SyncTime>(&time);
                if (sync != nullptr && sync->id != model::kPrefetchEnd && sync->id != "prev" &&
                    ids_.count(sync->id) == 0) {
                    remarks_.error(
                        node.place,
                        fmt::format(
                            "<{}> waits for \"{}\", but nothing has this id; correct it",
                            nameOf(node),
                            sync->id));
                }
            }
        }
        if (const auto* container = std::get_if<model::Container>(&node.body)) {
            for (const auto& child : container->children) {
                nameUnknownIds(child);
            }
        }
    }

    // SMIL gives a picture no time at all in a seq; a visitor could not see it.
    void namePictureWithoutEnd(const Element& element, const model::TimeNode& node)
    {
        const auto& timing = node.timing;
        const bool timed = timing.dur.kind != model::Duration::Kind::kUnset ||
                           !timing.end.empty() || timing.min || timing.repeatDur;
        const auto kind = std::get<model::Media>(node.body).kind;
        const bool still = kind == model::MediaKind::kImage || kind == model::MediaKind::kBrush ||
                           kind == model::MediaKind::kText;
        if (still && !timed && parent_ == Kind::kSeq) {
            remarks_.warning(
                element,
                fmt::format(
                    "<{}> says not how long it is shown, so it is shown for 10 seconds; write dur",
                    element.name()));
        }
    }

    void nameChildren(const Element& element)
    {
        for (const auto& child : element.children()) {
            if (element.name() == "smilText" || leavesOut(child)) {
                continue;
            }
            remarks_.error(
                child,
                fmt::format(
                    "<{}> in <{}> has no effect; it plays without", child.name(), element.name()));
        }
    }

    void nameUnknown(const Element& element, bool ofMedia)
    {
        for (const auto& attribute : element.attributes()) {
            const auto name = attribute.name;
            const bool known = isDescriptive(name) || isTimingAttribute(name) ||
                               isConditionAttribute(name) || (ofMedia && isMediaAttribute(name)) ||
                               attribute.namespaceUri == kXmlNamespace;
            if (!known) {
                remarks_.warning(
                    element,
                    fmt::format(
                        "{}=\"{}\" of <{}> has no effect", name, attribute.value, element.name()));
            }
        }
    }

    MediaContext media_;
    SmilRemarks& remarks_;
    TriggerNames triggers_;
    CaptionTracks captions_;
    std::set<std::string> ids_;
    Kind parent_ = Kind::kSeq;
    bool inClass_ = false; // the children now read stand in a priorityClass
    bool loose_ = false;   // the last class of the excl now read was not written
};

} // namespace

void readBody(
    const Element& body, const ReadLayout& layout, model::Playlist& playlist, SmilRemarks& remarks)
{
    BodyReader(layout, playlist, remarks).run(body, playlist.body);
}

} // namespace jtv::xml
