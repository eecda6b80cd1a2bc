// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Styles and override codes: what of them concerns the text and its place.
#include "content/captions/ass.h"
#include "content/captions/colours.h"
#include "content/captions/encoding.h"
#include "content/captions/line_builder.h"
#include "content/captions/plain_markup.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace jtv::captions {
namespace {

std::optional<double> numberOf(std::string_view text)
{
    text = trimmed(text);
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

// 1, 2, 3 below, 5, 6, 7 above, 9, 10, 11 in the middle → as on a numeric pad.
int modernCorner(int old)
{
    const int column = std::clamp(old & 3, 1, 3);
    return column + ((old & 4) != 0 ? 6 : (old & 8) != 0 ? 3 : 0);
}

struct Point {
    double x = 0;
    double y = 0;
};

// "(150, 50.5)" and "(x,y,x2,y2)": the first two.
std::optional<Point> pointOf(std::string_view text)
{
    const auto open = text.find('(');
    const auto fields =
        fieldsOf(open == std::string_view::npos ? std::string_view{} : text.substr(open + 1), 3);
    if (fields.size() < 2) {
        return std::nullopt;
    }
    const auto x = numberOf(fields[0]);
    const auto y = numberOf(fields[1].substr(0, fields[1].find(')')));
    return x && y ? std::optional(Point{*x, *y}) : std::nullopt;
}

// One event on its way.
class Event {
public:
    Event(model::CaptionSpan look, int corner)
        : plain_(look), look_(std::move(look)), corner_(corner)
    {}

    void read(std::string_view text)
    {
        while (!text.empty()) {
            const auto close = text.front() == '{' ? text.find('}') : std::string_view::npos;
            if (close != std::string_view::npos) {
                codes(text.substr(1, close - 1));
                text.remove_prefix(close + 1);
                continue;
            }
            // A brace that is never closed is a letter.
            const auto end = std::min(text.find('{', 1), text.size());
            letters(text.substr(0, end));
            text.remove_prefix(end);
        }
    }

    std::vector<model::CaptionLine> lines() { return lines_.take(); }
    int corner() const { return corner_; }
    const std::optional<Point>& point() const { return point_; }

private:
    void letters(std::string_view text)
    {
        if (drawing_) {
            return;
        }
        std::string out;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char next = text[i] == '\\' && i + 1 < text.size() ? text[i + 1] : '\0';
            if (next == 'N' || next == 'n') {
                out += '\n';
                ++i;
            } else if (next == 'h') {
                appendUtf8(out, 0xA0);
                ++i;
            } else {
                out += text[i];
            }
        }
        lines_.add(out, look_);
    }

    // "\i1\pos(10,20)"; what stands before the first backslash is a comment.
    void codes(std::string_view text)
    {
        auto at = text.find('\\');
        while (at != std::string_view::npos) {
            const auto next = text.find('\\', at + 1);
            code(trimmed(
                text.substr(at + 1, next == std::string_view::npos ? next : next - at - 1)));
            at = next;
        }
    }

    void code(std::string_view text)
    {
        if (text.starts_with("pos(") || text.starts_with("move(")) {
            const auto point = pointOf(text);
            point_ = point ? point : point_;
        } else if (text == "r") {
            look_ = plain_;
        } else if (text.starts_with("c&H") || text.starts_with("1c&H")) {
            colour(text.substr(text.find('H') + 1));
        } else {
            const auto digits = std::min(text.find_first_of("0123456789"), text.size());
            const auto number = numberOf(text.substr(digits)).value_or(0);
            numbered(text.substr(0, digits), static_cast<int>(std::clamp(number, 0.0, 1e6)));
        }
    }

    void numbered(std::string_view name, int value)
    {
        constexpr int kBoldWeight = 600;
        if (name == "an") {
            corner_ = value >= 1 && value <= 9 ? value : corner_;
        } else if (name == "a") {
            corner_ = modernCorner(value);
        } else if (name == "b") {
            look_.bold = value == 1 || value >= kBoldWeight;
        } else if (name == "i") {
            look_.italic = value != 0;
        } else if (name == "u") {
            look_.underline = value != 0;
        } else if (name == "p") {
            drawing_ = value != 0;
        }
    }

    // Hexadecimal, blue first.
    void colour(std::string_view digits)
    {
        std::uint32_t bgr = 0;
        if (std::from_chars(digits.data(), digits.data() + digits.size(), bgr, 16).ec ==
            std::errc()) {
            look_.colour =
                nearestColour((bgr & 0xFFU) << 16U | (bgr & 0xFF00U) | (bgr >> 16U & 0xFFU));
        }
    }

    model::CaptionSpan plain_;
    model::CaptionSpan look_;
    int corner_;
    bool drawing_ = false;
    std::optional<Point> point_;
    LineBuilder lines_;
};

model::CaptionPlace placeAt(double across, double down, int corner)
{
    using LineAlign = model::CaptionLineAlign;
    using Across = model::CaptionPositionAlign;
    const int row = (corner - 1) / 3;
    const int column = (corner - 1) % 3;
    auto place = placeOfCorner(corner);
    place.snapToLines = false;
    place.line = std::clamp(down, 0.0, 100.0);
    place.lineAlign = row == 0   ? LineAlign::kEnd
                      : row == 1 ? LineAlign::kCentre
                                 : LineAlign::kStart;
    place.position = std::clamp(across, 0.0, 100.0);
    place.positionAlign = column == 0   ? Across::kLineLeft
                          : column == 1 ? Across::kCentre
                                        : Across::kLineRight;
    return place;
}

} // namespace

std::vector<std::string> fieldsOf(std::string_view text, std::size_t most)
{
    std::vector<std::string> fields;
    while (fields.size() + 1 < most) {
        const auto comma = text.find(',');
        if (comma == std::string_view::npos) {
            break;
        }
        fields.emplace_back(trimmed(text.substr(0, comma)));
        text.remove_prefix(comma + 1);
    }
    fields.emplace_back(trimmed(text));
    return fields;
}

void AssScript::line(std::string_view text)
{
    constexpr std::size_t kMostFields = 64;
    const auto colon = text.find(':');
    if (trimmed(text) == "[V4 Styles]") {
        oldCorners_ = true;
    }
    if (colon == std::string_view::npos) {
        return;
    }
    const auto key = trimmed(text.substr(0, colon));
    const auto value = text.substr(colon + 1);
    if (key == "PlayResX" || key == "PlayResY") {
        const auto size = numberOf(value);
        auto& to = key == "PlayResX" ? width_ : height_;
        to = size && *size >= 1 ? *size : to;
    } else if (key == "Format") {
        format_ = fieldsOf(value, kMostFields);
    } else if (key == "Style" && styles_.size() < 1000) {
        style(value);
    }
}

void AssScript::style(std::string_view text)
{
    const auto fields = fieldsOf(text, format_.size());
    Style style;
    std::string name;
    for (std::size_t i = 0; i < std::min(fields.size(), format_.size()); ++i) {
        const auto number =
            static_cast<int>(std::clamp(numberOf(fields[i]).value_or(0), -1.0, 99.0));
        if (format_[i] == "Name") {
            name = fields[i];
        } else if (format_[i] == "Bold") {
            style.bold = number != 0;
        } else if (format_[i] == "Italic") {
            style.italic = number != 0;
        } else if (format_[i] == "Underline") {
            style.underline = number != 0;
        } else if (format_[i] == "Alignment") {
            style.corner = oldCorners_ ? modernCorner(number) : std::clamp(number, 1, 9);
        }
    }
    styles_[name] = style;
}

AssScript AssScript::fromHeader(std::string_view header)
{
    AssScript script;
    const auto decoded = decode(header);
    for (const auto text : linesOf(decoded.text)) {
        if (trimmed(text) == "[Events]") {
            break;
        }
        script.line(text);
    }
    return script;
}

model::Caption AssScript::event(const std::string& style, std::string_view text) const
{
    const auto found = styles_.find(style);
    const Style used = found == styles_.end() ? Style{} : found->second;
    model::CaptionSpan look;
    look.bold = used.bold;
    look.italic = used.italic;
    look.underline = used.underline;
    Event event(look, used.corner);
    event.read(text);
    model::Caption caption;
    caption.lines = event.lines();
    const auto& point = event.point();
    caption.place = point
                        ? placeAt(point->x / width_ * 100, point->y / height_ * 100, event.corner())
                        : placeOfCorner(event.corner());
    return caption;
}

std::optional<model::Caption> AssScript::matroskaEvent(std::string_view text) const
{
    constexpr std::size_t kFields = 9;
    const auto fields = fieldsOf(text, kFields);
    if (fields.size() < kFields) {
        return std::nullopt;
    }
    return event(fields[2], fields[kFields - 1]);
}

} // namespace jtv::captions
