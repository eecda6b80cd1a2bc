// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One attribute after the other.
#include "content/xml/smil_condition.h"

#include "content/model/expression.h"
#include "content/xml/words.h"

#include <charconv>
#include <fmt/format.h>

namespace jtv::xml {
namespace {

std::optional<std::int64_t> parseWhole(std::string_view text)
{
    std::int64_t value = 0;
    text = trim(text);
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
    return whole && value >= 0 ? std::optional(value) : std::nullopt;
}

// "1080X1920": height first.
std::optional<model::ScreenSize> parseScreenSize(std::string_view text)
{
    const auto cross = text.find_first_of("xX");
    if (cross == std::string_view::npos) {
        return std::nullopt;
    }
    const auto height = parseWhole(text.substr(0, cross));
    const auto width = parseWhole(text.substr(cross + 1));
    if (!height || !width || *height > 100'000 || *width > 100'000) {
        return std::nullopt;
    }
    return model::ScreenSize{static_cast<int>(*width), static_cast<int>(*height)};
}

class ConditionReader {
public:
    ConditionReader(const Element& element, const model::StateData& data, SmilRemarks& remarks)
        : element_(element), data_(data), remarks_(remarks)
    {}

    std::optional<model::Condition> run()
    {
        for (const auto& attribute : element_.attributes()) {
            if (attribute.namespaceUri.empty() && isConditionAttribute(attribute.name)) {
                read(attribute.name, attribute.value);
            }
        }
        return plays_ ? std::optional(std::move(condition_)) : std::nullopt;
    }

private:
    void read(std::string_view name, const std::string& value)
    {
        if (name == "expr") {
            readExpression(value);
        } else if (isOneOf(name, {"systemLanguage", "system-language"})) {
            condition_.languages.emplace();
            for (const auto part : split(value, ',')) {
                condition_.languages->emplace_back(part);
            }
        } else if (isOneOf(name, {"systemCaptions", "system-captions"})) {
            readCaptions(name, value);
        } else if (isOneOf(name, {"systemScreenSize", "system-screen-size"})) {
            condition_.screenSize = parseScreenSize(value);
            refuseIf(
                !condition_.screenSize, name, value, "write height and width such as 1080X1920");
        } else if (isOneOf(name, {"systemBitrate", "system-bitrate"})) {
            condition_.bitrate = parseWhole(value);
            refuseIf(!condition_.bitrate, name, value, "write bits a second such as 8000000");
        } else {
            condition_.others.push_back({std::string(name), value});
            remarks_.warning(
                element_,
                fmt::format(
                    "<{}> is skipped: no screen meets {}=\"{}\"; leave the condition out where it "
                    "shall play",
                    element_.name(),
                    name,
                    value));
        }
    }

    void readCaptions(std::string_view name, const std::string& value)
    {
        refuseIf(!isOneOf(value, {"on", "off"}), name, value, "write on or off");
        condition_.captions = value == "on";
    }

    void readExpression(const std::string& value)
    {
        if (trim(value).empty()) {
            return;
        }
        const auto parsed = model::Expression::parse(value, data_);
        if (!parsed) {
            return refuseIf(true, "expr", value, parsed.error().message + ", mend the expression");
        }
        condition_.expression = value;
    }

    void
    refuseIf(bool wrong, std::string_view name, const std::string& value, const std::string& fix)
    {
        if (!wrong) {
            return;
        }
        plays_ = false;
        remarks_.error(
            element_,
            fmt::format(
                "<{}> is skipped: its condition {}=\"{}\" cannot be decided; {}",
                element_.name(),
                name,
                value,
                fix));
    }

    const Element& element_;
    const model::StateData& data_;
    SmilRemarks& remarks_;
    model::Condition condition_;
    bool plays_ = true;
};

} // namespace

std::optional<model::Condition>
readCondition(const Element& element, const model::StateData& data, SmilRemarks& remarks)
{
    return ConditionReader(element, data, remarks).run();
}

bool isConditionAttribute(std::string_view name)
{
    return name == "expr" || name == "customTest" || name.substr(0, 6) == "system";
}

} // namespace jtv::xml
