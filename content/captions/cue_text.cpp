// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// WebVTT's cue text: b, i, u, c, v, lang and ruby [webvtt1, 6.4 "WebVTT cue text parsing rules"].
#include "content/captions/captions.h"
#include "content/captions/colours.h"
#include "content/captions/cue_tokens.h"
#include "content/captions/line_builder.h"
#include "content/captions/timestamp.h"

#include <algorithm>
#include <array>

namespace jtv::captions {
namespace {

// Deeper is nobody's text; what is below it keeps the look of its parent.
constexpr std::size_t kMaxDepth = 64;

struct Node {
    std::string name;
    model::CaptionSpan look;
};

class CueText {
public:
    void take(const CueToken& token)
    {
        switch (token.kind) {
        case CueToken::Kind::kText:
            text(token.value);
            break;
        case CueToken::Kind::kStart:
            begin(token);
            break;
        case CueToken::Kind::kEnd:
            end(token.value);
            break;
        case CueToken::Kind::kTime:
            if (const auto time = parseTimestamp(token.value)) {
                from_ = time;
            }
            break;
        }
    }

    std::vector<model::CaptionLine> finish()
    {
        closeReading();
        return lines_.take();
    }

private:
    const std::string& current() const { return nodes_.back().name; }

    void text(const std::string& value)
    {
        if (current() == "rt") {
            reading_ += value;
            return;
        }
        auto look = nodes_.back().look;
        look.from = from_;
        lines_.add(value, look);
    }

    void begin(const CueToken& token)
    {
        constexpr std::array<std::string_view, 7> kKnown{"b", "i", "u", "c", "v", "lang", "ruby"};
        const bool known = std::find(kKnown.begin(), kKnown.end(), token.value) != kKnown.end();
        const bool reading = token.value == "rt" && current() == "ruby";
        if (nodes_.size() > kMaxDepth || (!known && !reading)) {
            return;
        }
        Node node{token.value, nodes_.back().look};
        node.look.bold = node.look.bold || token.value == "b";
        node.look.italic = node.look.italic || token.value == "i";
        node.look.underline = node.look.underline || token.value == "u";
        if (token.value == "v") {
            node.look.voice = token.annotation;
        }
        if (token.value == "lang") {
            node.look.language = token.annotation;
        }
        for (const auto& name : token.classes) {
            if (const auto colour = colourNamed(name); colour != model::CaptionColour::kNone) {
                node.look.colour = colour;
            }
        }
        if (token.value == "ruby") {
            lines_.seal();
        }
        nodes_.push_back(std::move(node));
    }

    void end(const std::string& name)
    {
        if (name == "ruby" && current() == "rt") {
            closeReading();
            nodes_.pop_back();
        }
        if (nodes_.size() < 2 || current() != name) {
            return;
        }
        if (name == "rt") {
            closeReading();
        }
        if (name == "ruby") {
            lines_.seal();
        }
        nodes_.pop_back();
    }

    void closeReading()
    {
        if (current() == "rt") {
            std::replace(reading_.begin(), reading_.end(), '\n', ' ');
            lines_.ruby(reading_);
            reading_.clear();
        }
    }

    std::vector<Node> nodes_{Node{}};
    LineBuilder lines_;
    std::string reading_; // inside <rt>
    std::optional<Milliseconds> from_;
};

} // namespace

std::vector<model::CaptionLine> parseCueText(std::string_view webVtt)
{
    CueText text;
    CueTokens tokens(webVtt);
    while (const auto token = tokens.next()) {
        text.take(*token);
    }
    return text.finish();
}

} // namespace jtv::captions
