// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// SMIL text → playlist: the head, and what the others read beside (smil_layout.cpp, smil_body.cpp).
#include "content/xml/smil.h"

#include "base/file.h"
#include "content/xml/document.h"
#include "content/xml/smil_body.h"
#include "content/xml/smil_layout.h"
#include "content/xml/smil_remarks.h"
#include "content/xml/smil_transition.h"
#include "content/xml/words.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace jtv::xml {
namespace {

class SmilReader {
public:
    SmilReader(const Document& document, model::Playlist& playlist)
        : document_(document), playlist_(playlist), remarks_(playlist.remarks)
    {}

    void run()
    {
        const auto root = document_.root();
        playlist_.layout.width = 0; // the screen's own, unless a layout says another
        playlist_.layout.height = 0;
        bool hasBody = false;
        for (const auto& child : root.children()) {
            if (child.name() == "head") {
                readHead(child);
            } else if (child.name() == "body" && !std::exchange(hasBody, true)) {
                readBody(child, layout_, playlist_, remarks_);
            } else {
                remarks_.warning(
                    child, fmt::format("<{}> may not stand there and is left out", child.name()));
            }
        }
        if (!hasBody) {
            remarks_.error(root, "there is no <body>, so nothing will play; add one");
        }
    }

private:
    void readHead(const Element& head)
    {
        for (const auto& child : head.children()) {
            if (child.name() == "layout") {
                readLayoutOnce(child);
            } else if (child.name() == "switch") {
                readLayoutSwitch(child);
            } else if (child.name() == "transition") {
                addTransition(child);
            } else if (child.name() == "state") {
                readState(child);
            } else if (child.name() == "triggers") {
                readTriggers(child);
            } else if (child.name() == "title") {
                playlist_.title = child.plainText();
            } else if (child.name() == "meta") {
                readMeta(child);
            } else {
                remarks_.warning(
                    child, fmt::format("<{}> in the head has no effect", child.name()));
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
        if (fault != std::errc() || seconds <= 0 ||
            (end != text.data() + text.size() && *end != ';')) {
            remarks_.warning(meta, "the Refresh needs content=\"SECONDS\"; it has no effect");
            return;
        }
        playlist_.refresh = std::chrono::seconds(seconds);
    }

    void readLayoutOnce(const Element& element)
    {
        if (std::exchange(hasLayout_, true)) {
            remarks_.warning(element, "the first layout is used; this one has no effect");
            return;
        }
        layout_ = readLayout(element, remarks_);
        playlist_.layout = layout_.layout;
        for (const auto& transition : element.children("transition")) {
            addTransition(transition);
        }
    }

    // Of alternatives the first that is written in SMIL's own layout language.
    void readLayoutSwitch(const Element& element)
    {
        for (const auto& layout : element.children("layout")) {
            const auto type = layout.attribute("type").value_or("text/smil-basic-layout");
            if (type == "text/smil-basic-layout" && !hasLayout_) {
                readLayoutOnce(layout);
            } else {
                remarks_.warning(layout, "another layout is used; this one has no effect");
            }
        }
    }

    void addTransition(const Element& element)
    {
        if (auto transition = readTransition(element, remarks_)) {
            playlist_.transitions.push_back(*std::move(transition));
        }
    }

    // Simple values only: <state><data><name>text</name></data></state>.
    void readState(const Element& state)
    {
        if (state.attribute("src")) {
            remarks_.error(
                state, "a state in a file of its own is not read; write it into the playlist");
        }
        for (const auto& data : state.children("data")) {
            for (const auto& value : data.children()) {
                playlist_.data.insert_or_assign(std::string(value.name()), value.plainText());
            }
        }
    }

    void readTriggers(const Element& element)
    {
        for (const auto& child : element.children("trigger")) {
            model::Trigger trigger;
            trigger.id = idOf(child);
            trigger.all = isOneOf(child.attribute("condition").value_or("or"), {"and", "AND"});
            for (const auto& condition : child.children("condition")) {
                trigger.conditions.push_back(
                    {condition.attribute("origin").value_or(""),
                     condition.attribute("data").value_or(""),
                     condition.attribute("action").value_or("")});
            }
            if (trigger.id.empty()) {
                remarks_.error(child, "this trigger has no id and cannot be used; give it one");
                continue;
            }
            playlist_.triggers.push_back(std::move(trigger));
        }
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
                    "<meta {}=\"{}\"> has no effect",
                    name.empty() ? "http-equiv" : "name",
                    name.empty() ? meta.attribute("http-equiv").value_or("") : name));
        }
    }

    const Document& document_;
    model::Playlist& playlist_;
    SmilRemarks remarks_;
    ReadLayout layout_;
    bool hasLayout_ = false;
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
