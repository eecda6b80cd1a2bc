// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A look at the raw bytes: bounds, and the repair of a raw "<" in attribute values.
#include "content/xml/prescan.h"

#include "base/ascii.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace jtv::xml {
namespace {

constexpr std::string_view kWhite = " \t\r\n";

bool isBlank(char c)
{
    return kWhite.find(c) != std::string_view::npos;
}

// UTF-16 of mostly Latin text is scanned by leaving out the zero bytes.
std::string_view withoutMark(std::string_view bytes)
{
    for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"}) {
        if (bytes.substr(0, mark.size()) == mark) {
            return bytes.substr(mark.size());
        }
    }
    return bytes;
}

// The encoding named in <?xml … encoding="…"?>, in lower case; empty = none.
std::string declaredEncoding(std::string_view bytes)
{
    std::string head(bytes.substr(0, 400));
    std::erase(head, '\0');
    if (head.rfind("<?xml", 0) != 0) {
        return {};
    }
    head = head.substr(0, head.find("?>"));
    const auto name = head.find("encoding");
    const auto open = head.find_first_of("\"'", name == std::string::npos ? head.size() : name);
    if (open == std::string::npos) {
        return {};
    }
    const auto close = head.find(head[open], open + 1);
    return close == std::string::npos
               ? std::string()
               : lowered(std::string_view(head).substr(open + 1, close - open - 1));
}

bool isKnownEncoding(std::string_view name)
{
    if (name.empty()) {
        return true;
    }
    static constexpr std::array<std::string_view, 9> kPrefixes{
        "utf-8",
        "utf8",
        "utf-16",
        "iso-8859-",
        "iso8859-",
        "windows-125",
        "cp125",
        "us-ascii",
        "ascii"};
    return std::any_of(kPrefixes.begin(), kPrefixes.end(), [&](std::string_view prefix) {
        return name.substr(0, prefix.size()) == prefix;
    });
}

// True when more than `most` times an "=" with a quote after it stands between two "<".
bool hasCrowdedTag(std::string_view bytes, int most)
{
    int count = 0;
    bool equals = false;
    for (const char c : bytes) {
        if (c == '<') {
            count = 0;
            equals = false;
        } else if (c == '=') {
            equals = true;
        } else if (equals && (c == '"' || c == '\'')) {
            equals = false;
            if (++count > most) {
                return true;
            }
        } else if (c != '\0' && !isBlank(c)) {
            equals = false;
        }
    }
    return false;
}

// Walks through markup and knows where it is in it.
class Repair {
public:
    Repair(std::string_view bytes, const std::string& file) : bytes_(bytes), file_(file) {}

    Repaired run()
    {
        while (at_ < bytes_.size()) {
            if (!(copySpan("<!--", "-->") || copySpan("<![CDATA[", "]]>") || copySpan("<?", "?>") ||
                  copyTag())) {
                copy();
            }
        }
        return std::move(result_);
    }

private:
    bool startsWith(std::string_view text) const { return bytes_.substr(at_, text.size()) == text; }

    void copy()
    {
        line_ += bytes_[at_] == '\n' ? 1 : 0;
        result_.text += bytes_[at_++];
    }

    bool copySpan(std::string_view open, std::string_view close)
    {
        if (!startsWith(open)) {
            return false;
        }
        const auto end =
            std::min(bytes_.find(close, at_ + open.size()), bytes_.size() - close.size());
        while (at_ < end + close.size() && at_ < bytes_.size()) {
            copy();
        }
        return true;
    }

    bool copyTag()
    {
        if (!startsWith("<")) {
            return false;
        }
        copy();
        char quote = '\0';
        while (at_ < bytes_.size() && (quote != '\0' || bytes_[at_] != '>')) {
            const char c = bytes_[at_];
            if (quote != '\0' && c == '<') {
                repairHere();
                continue;
            }
            if (quote == c) {
                quote = '\0';
            } else if (quote == '\0' && (c == '"' || c == '\'')) {
                quote = c;
            }
            copy();
        }
        return true;
    }

    void repairHere()
    {
        ++at_;
        result_.text += "&lt;";
        if (result_.remarks.size() >= kMostRemarks) {
            return;
        }
        result_.remarks.push_back(
            {model::Remark::Severity::kWarning,
             {file_, line_},
             "a raw < stands in the value of an attribute and was read as &lt;; write &lt;"});
    }

    std::string_view bytes_;
    const std::string& file_;
    std::size_t at_ = 0;
    int line_ = 1;
    Repaired result_;
};

} // namespace

Status prescan(std::string_view bytes, const std::string& file, const ReadOptions& options)
{
    const auto refused = [&](std::string_view text) {
        return Error{ErrorKind::kInvalid, fmt::format("{}:1: {}", file, text)};
    };
    if (bytes.size() > options.bytes) {
        return refused(fmt::format(
            "the document has {} bytes, more than the {} allowed here; split it",
            bytes.size(),
            options.bytes));
    }
    const auto markup = withoutMark(bytes);
    const auto first =
        std::find_if(markup.begin(), markup.end(), [](char c) { return c != '\0' && !isBlank(c); });
    if (first == markup.end()) {
        return refused("the document is empty; write its root element");
    }
    if (*first != '<') {
        return refused("this is not an XML document (it does not start with <); check the file");
    }
    if (const auto encoding = declaredEncoding(markup); !isKnownEncoding(encoding)) {
        return refused(
            fmt::format("the encoding \"{}\" is not read here; save the file as UTF-8", encoding));
    }
    if (hasCrowdedTag(markup, options.attributes * 4)) {
        return refused(
            fmt::format("an element has more than {} attributes; remove some", options.attributes));
    }
    return Done{};
}

Repaired repairLessThan(std::string_view bytes, const std::string& file)
{
    return Repair(bytes, file).run();
}

} // namespace jtv::xml
