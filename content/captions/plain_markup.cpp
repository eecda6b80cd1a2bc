// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// SubRip's tags. What is no tag is text: "5 < 7" stays as it is.
#include "content/captions/plain_markup.h"

#include "base/ascii.h"
#include "content/captions/captions.h"
#include "content/captions/colours.h"
#include "content/captions/line_builder.h"
#include "content/captions/references.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace jtv::captions {
namespace {

// The value of color="…" or foreground="…"; kNone when there is none.
model::CaptionColour colourIn(std::string_view tag)
{
    constexpr std::array<std::string_view, 2> kNames{"color=", "foreground="};
    for (const auto name : kNames) {
        const auto at = tag.find(name);
        if (at == std::string_view::npos) {
            continue;
        }
        auto value = tag.substr(at + name.size());
        value.remove_prefix(std::min(value.find_first_not_of("\"' "), value.size()));
        value = value.substr(0, value.find_first_of("\"' >"));
        std::uint32_t rrggbb = 0;
        const bool hash = value.starts_with('#');
        const auto digits = value.substr(hash ? 1 : 0);
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), rrggbb, 16);
        if (digits.size() == 6 && read.ptr == digits.data() + digits.size()) {
            return nearestColour(rrggbb);
        }
        return value == "green" ? model::CaptionColour::kLime : colourNamed(value);
    }
    return model::CaptionColour::kNone;
}

class Plain {
public:
    explicit Plain(std::string_view text) : text_(text) {}

    PlainText read()
    {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if ((c == '<' && angle()) || (c == '{' && brace())) {
                continue;
            }
            std::string part;
            if (c == '&') {
                at_ += readReference(text_.substr(at_), part);
            } else {
                const auto end = std::min(text_.find_first_of("<{&", at_ + 1), text_.size());
                part = text_.substr(at_, end - at_);
                at_ = end;
            }
            lines_.add(part, look());
        }
        result_.lines = lines_.take();
        return std::move(result_);
    }

private:
    struct Open {
        std::string name;
        model::CaptionSpan look;
    };

    model::CaptionSpan look() const
    {
        return open_.empty() ? model::CaptionSpan{} : open_.back().look;
    }

    // No tag is longer: a lone bracket in a long text must not be looked for again and again.
    std::size_t closing(char bracket) const
    {
        constexpr std::size_t kMostLetters = 300;
        const auto length = text_.substr(at_, kMostLetters).find(bracket);
        return length == std::string_view::npos ? length : at_ + length;
    }

    // True when a tag was read.
    bool angle()
    {
        const auto close = closing('>');
        if (close == std::string_view::npos) {
            return false;
        }
        auto tag = lowered(text_.substr(at_ + 1, close - at_ - 1));
        const bool ends = tag.starts_with('/');
        const auto first = ends ? std::size_t{1} : std::size_t{0};
        const auto name = tag.substr(first, tag.find_first_of(" \t\n/", first) - first);
        constexpr std::array<std::string_view, 8> kKnown{
            "b", "i", "u", "s", "font", "span", "strong", "em"};
        if (name == "br") {
            lines_.add("\n", look());
        } else if (std::find(kKnown.begin(), kKnown.end(), name) == kKnown.end()) {
            return false;
        } else if (ends) {
            shut(name);
        } else {
            open(name, tag);
        }
        at_ = close + 1;
        return true;
    }

    void open(const std::string& name, std::string_view tag)
    {
        constexpr std::size_t kMaxDepth = 64;
        if (open_.size() >= kMaxDepth) {
            return;
        }
        auto next = look();
        next.bold = next.bold || name == "b" || name == "strong" ||
                    tag.find("weight=\"bold\"") != std::string_view::npos;
        next.italic = next.italic || name == "i" || name == "em" ||
                      tag.find("style=\"italic\"") != std::string_view::npos;
        next.underline = next.underline || name == "u";
        if (const auto colour = colourIn(tag); colour != model::CaptionColour::kNone) {
            next.colour = colour;
        }
        open_.push_back({name, std::move(next)});
    }

    // The newest of that name; what was opened inside it ends too.
    void shut(const std::string& name)
    {
        const auto found = std::find_if(
            open_.rbegin(), open_.rend(), [&](const Open& open) { return open.name == name; });
        if (found != open_.rend()) {
            open_.erase(found.base() - 1, open_.end());
        }
    }

    // "{\an8}" and its like, and "{b}"; anything else in braces is text.
    bool brace()
    {
        const auto close = closing('}');
        if (close == std::string_view::npos) {
            return false;
        }
        const auto inside = text_.substr(at_ + 1, close - at_ - 1);
        if (inside.starts_with('\\')) {
            corner(inside);
        } else if (
            inside != "b" && inside != "i" && inside != "u" && inside != "/b" && inside != "/i" &&
            inside != "/u") {
            return false;
        } else if (inside.front() == '/') {
            shut(std::string(inside.substr(1)));
        } else {
            open(std::string(inside), {});
        }
        at_ = close + 1;
        return true;
    }

    void corner(std::string_view inside)
    {
        const auto at = inside.find("\\an");
        const auto digit =
            at == std::string_view::npos ? std::string_view{} : inside.substr(at + 3, 1);
        if (!digit.empty() && digit.front() >= '1' && digit.front() <= '9' && !result_.corner) {
            result_.corner = digit.front() - '0';
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Open> open_;
    LineBuilder lines_;
    PlainText result_;
};

} // namespace

PlainText readPlainMarkup(std::string_view text)
{
    return Plain(text).read();
}

std::vector<model::CaptionLine> parseSubRipText(std::string_view text)
{
    return readPlainMarkup(text).lines;
}

model::CaptionPlace placeOfCorner(int corner)
{
    model::CaptionPlace place;
    const int row = (corner - 1) / 3;
    const int column = (corner - 1) % 3;
    if (row > 0) {
        place.snapToLines = row == 2;
        place.line = row == 2 ? 0.0 : 50.0;
        place.lineAlign =
            row == 2 ? model::CaptionLineAlign::kStart : model::CaptionLineAlign::kCentre;
    }
    place.align = column == 0   ? model::CaptionAlign::kLeft
                  : column == 1 ? model::CaptionAlign::kCentre
                                : model::CaptionAlign::kRight;
    return place;
}

} // namespace jtv::captions
