// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// SMIL text → the timed tree. Timing and layout are read beside: smil_timing.cpp, smil_layout.cpp.
#include "content/xml/smil.h"

#include "base/file.h"
#include "content/xml/document.h"
#include "content/xml/smil_layout.h"
#include "content/xml/smil_media.h"
#include "content/xml/smil_remarks.h"
#include "content/xml/smil_timing.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

namespace jtv::xml {
namespace {

using Kind = model::Container::Kind;

constexpr std::string_view kBlankScreen = "adapi:blankScreen";

bool isOneOf(std::string_view name, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Purely descriptive attributes of SMIL; they say nothing to a screen.
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
         "version",
         "readIndex",
         "tabindex"});
}

class SmilReader {
public:
    SmilReader(const Document& document, model::Playlist& playlist)
        : document_(document), playlist_(playlist), remarks_(playlist.remarks)
    {}

    void run()
    {
        const auto root = document_.root();
        for (const auto& child : root.children()) {
            if (child.name() == "head") {
                readHead(child);
            } else if (child.name() == "body") {
                readBody(child);
            } else {
                remarks_.warning(
                    child,
                    fmt::format("<{}> may not stand in <smil> and is left out", child.name()));
            }
        }
        if (!root.child("body")) {
            remarks_.error(root, "there is no <body>, so nothing will play; add one");
        }
    }

private:
    void readHead(const Element& head)
    {
        for (const auto& child : head.children()) {
            if (child.name() == "layout") {
                auto read = readLayout(child, remarks_);
                playlist_.layout = std::move(read.layout);
                regionNames_ = std::move(read.names);
            } else if (child.name() == "title") {
                playlist_.title = child.plainText();
            } else if (child.name() == "meta") {
                readMeta(child);
            } else {
                remarks_.warning(
                    child,
                    fmt::format("<{}> in the head has no effect in this version", child.name()));
            }
        }
    }

    static bool isRefresh(const Element& meta)
    {
        const auto name = meta.attribute("http-equiv").value_or("");
        return name == "Refresh" || name == "refresh" || name == "REFRESH";
    }

    // How often a player of a server asks again: "900", and what smil-player's users write.
    void readRefresh(const Element& meta)
    {
        auto written = meta.attribute("smilFileRefresh");
        if (!written) {
            written = meta.attribute("content");
        }
        int seconds = 0;
        const std::string_view text = written ? std::string_view(*written) : std::string_view();
        const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), seconds);
        if (fault != std::errc() || seconds <= 0 || (end != text.data() + text.size() && *end != ';')) {
            remarks_.warning(meta, "the Refresh needs content=\"SECONDS\"; it has no effect");
            return;
        }
        playlist_.refresh = std::chrono::seconds(seconds);
    }

    void readMeta(const Element& meta)
    {
        const auto name = meta.attribute("name").value_or("");
        if (name == "title") {
            playlist_.title = meta.attribute("content").value_or("");
        } else if (isRefresh(meta)) {
            readRefresh(meta);
        } else if (!isOneOf(
                       name,
                       {"author",
                        "copyright",
                        "description",
                        "keywords",
                        "generator",
                        "date",
                        "base"})) {
            remarks_.warning(
                meta,
                fmt::format(
                    "<meta {}=\"{}\"> has no effect in this version",
                    name.empty() ? "http-equiv" : "name",
                    name.empty() ? meta.attribute("http-equiv").value_or("") : name));
        }
    }

    void readBody(const Element& body)
    {
        if (std::get<model::Container>(playlist_.body.body).children.empty()) {
            fillContainer(body, playlist_.body, Kind::kSeq, Kind::kPar);
        }
        if (const auto condition = body.attribute("systemComponent")) {
            remarks_.warning(body, "systemComponent of <body> has no effect in this version");
        }
    }

    // False: it will not play, and the reason is among the remarks.
    bool fillContainer(const Element& element, model::TimeNode& node, Kind kind, Kind parent)
    {
        if (!fillTiming(element, node, parent)) {
            return false;
        }
        nameUnknown(element, {});
        auto& container = node.body.emplace<model::Container>();
        container.kind = kind;
        readChildren(element, container);
        return true;
    }

    bool fillTiming(const Element& element, model::TimeNode& node, Kind parent)
    {
        node.id = idOf(element);
        node.place = element.place();
        auto read = readTiming(element, parent, remarks_);
        node.timing = read.timing;
        return read.plays && meetsConditions(element);
    }

    // Conditions are not decided by this version, and showing what nobody wanted shown is worse
    // than leaving it out.
    bool meetsConditions(const Element& element)
    {
        for (const auto& attribute : element.attributes()) {
            const bool isCondition = attribute.name == "expr" || attribute.name == "customTest" ||
                                     attribute.name.substr(0, 6) == "system";
            if (isCondition && attribute.namespaceUri.empty() && element.name() != "body") {
                remarks_.error(
                    element,
                    fmt::format(
                        "<{}> is skipped: its condition {}=\"{}\" is not decided by this version",
                        element.name(),
                        attribute.name,
                        attribute.value));
                return false;
            }
        }
        return true;
    }

    void readChildren(const Element& parent, model::Container& container)
    {
        for (const auto& child : parent.children()) {
            if (child.name() == "a") {
                remarks_.warning(child, "<a> has no effect on a screen; what stands in it plays");
                readChildren(child, container); // bounded by ReadOptions::depth
                continue;
            }
            model::TimeNode node;
            if (readNode(child, container.kind, node)) {
                container.children.push_back(std::move(node));
            }
        }
    }

    bool readNode(const Element& element, Kind parent, model::TimeNode& node)
    {
        const auto name = element.name();
        if (name == "seq" || name == "par") {
            return fillContainer(element, node, name == "seq" ? Kind::kSeq : Kind::kPar, parent);
        }
        if (isMediaElement(name)) {
            return readMedia(element, parent, node);
        }
        if (name == "prefetch") {
            remarks_.warning(
                element, "<prefetch> has no effect: everything is fetched before it plays");
        } else if (isOneOf(name, {"metadata", "meta", "param"})) {
            remarks_.warning(element, fmt::format("<{}> has no effect in this version", name));
        } else {
            remarks_.error(
                element,
                fmt::format(
                    "<{}> is not played by this version and is skipped with all in it; use seq, "
                    "par, "
                    "video, img, audio or ref",
                    name));
        }
        return false;
    }

    bool readMedia(const Element& element, Kind parent, model::TimeNode& node)
    {
        if (!fillTiming(element, node, parent)) {
            return false;
        }
        nameUnknown(element, {"src", "type", "region", "fit", "soundLevel"});
        if (element.attribute("src") == std::string(kBlankScreen)) {
            node.body.emplace<model::Container>(); // time without a picture
            return true;
        }
        auto media = readMediaBody(element, remarks_);
        if (!media) {
            return false;
        }
        resolveRegion(element, *media);
        namePictureWithoutEnd(element, node, *media, parent);
        nameChildren(element);
        node.body = *std::move(media);
        return true;
    }

    void resolveRegion(const Element& element, model::Media& media)
    {
        const auto written = element.attribute("region").value_or("");
        if (written.empty()) {
            return;
        }
        if (const auto found = regionNames_.find(written); found != regionNames_.end()) {
            media.region = found->second;
            return;
        }
        remarks_.error(
            element,
            fmt::format(
                "there is no region \"{}\" in the layout; it plays on the whole screen, correct "
                "the name",
                written));
    }

    void namePictureWithoutEnd(
        const Element& element, const model::TimeNode& node, const model::Media& media, Kind parent)
    {
        const bool timed = node.timing.dur.kind != model::Duration::Kind::kUnset || !node.timing.end.empty();
        if (media.kind == model::MediaKind::kImage && !timed && parent == Kind::kSeq) {
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
            const auto text = fmt::format(
                "<{}> in <{}> has no effect in this version", child.name(), element.name());
            if (isOneOf(child.name(), {"param", "metadata", "area", "anchor"})) {
                remarks_.warning(child, text);
            } else {
                remarks_.error(child, text + "; it plays without");
            }
        }
    }

    void nameUnknown(const Element& element, std::initializer_list<std::string_view> known)
    {
        for (const auto& attribute : element.attributes()) {
            const auto name = attribute.name;
            const bool silent =
                isDescriptive(name) || isOneOf(name, known) || isTimingAttribute(name) ||
                attribute.namespaceUri == kXmlNamespace || name.substr(0, 6) == "system" ||
                (name == "fill" && isOneOf(attribute.value, {"remove", "auto", "default"}));
            if (!silent) {
                remarks_.warning(
                    element,
                    fmt::format(
                        "{}=\"{}\" of <{}> has no effect in this version",
                        name,
                        attribute.value,
                        element.name()));
            }
        }
    }

    const Document& document_;
    model::Playlist& playlist_;
    SmilRemarks remarks_;
    std::map<std::string, std::string, std::less<>> regionNames_;
};

bool hasMedia(const model::TimeNode& node)
{
    const auto* container = std::get_if<model::Container>(&node.body);
    return container == nullptr ||
           std::any_of(container->children.begin(), container->children.end(), hasMedia);
}

// A playlist that shows nothing has said why, or is told so.
void nameEmptiness(model::Playlist& playlist)
{
    const bool explained =
        std::any_of(playlist.remarks.begin(), playlist.remarks.end(), [](const auto& remark) {
            return remark.severity == model::Remark::Severity::kError;
        });
    if (!explained && !hasMedia(playlist.body)) {
        playlist.remarks.push_back(
            {model::Remark::Severity::kError,
             playlist.body.place,
             "nothing in this playlist can be shown; put a video, a picture or a slide into it"});
    }
}

} // namespace

Result<model::Playlist> parseSmil(std::string_view bytes, std::string file)
{
    auto document = Document::parse(bytes, std::move(file), {.repair = true});
    if (!document) {
        return std::move(document).error();
    }
    const auto root = document->root();
    if (root.name() != "smil") {
        return root.error(fmt::format(
            "the root element is <{}>, but a playlist begins with <smil>; check that this is the "
            "right "
            "file",
            root.name()));
    }
    model::Playlist playlist;
    playlist.body.place = root.place();
    playlist.remarks = document->repairs();
    SmilReader(*document, playlist).run();
    nameEmptiness(playlist);
    return playlist;
}

Result<model::Playlist> readSmil(const std::filesystem::path& path)
{
    auto bytes = readFile(path, ReadOptions().bytes);
    if (!bytes) {
        return std::move(bytes).error();
    }
    return parseSmil(*bytes, path.string());
}

} // namespace jtv::xml
