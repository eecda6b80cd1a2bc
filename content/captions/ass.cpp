// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// SubStation Alpha files: sections, a format, one event a line.
#include "content/captions/ass.h"

#include "content/captions/encoding.h"
#include "content/captions/remarks.h"
#include "content/captions/timestamp.h"

#include <algorithm>
#include <fmt/format.h>

namespace jtv::captions {
namespace {

const std::vector<std::string> kUsualFormat{
    "Layer", "Start", "End", "Style", "Name", "MarginL", "MarginR", "MarginV", "Effect", "Text"};

class AssReader {
public:
    explicit AssReader(Remarks& remarks) : remarks_(remarks) {}

    void line(std::size_t number, std::string_view text)
    {
        if (text.starts_with('[')) {
            events_ = text.starts_with("[Events]");
        }
        if (!events_ && !text.starts_with("Dialogue:")) {
            script_.line(text);
            return;
        }
        const auto colon = text.find(':');
        const auto key = text.substr(0, colon);
        if (key == "Format") {
            format_ = fieldsOf(text.substr(colon + 1), 64);
        } else if (key == "Dialogue") {
            dialogue(number, text.substr(colon + 1));
        }
    }

    model::CaptionTrack finish()
    {
        sortByBegin(track_.captions, captionLines_, remarks_);
        return std::move(track_);
    }

private:
    std::string field(const std::vector<std::string>& fields, std::string_view name) const
    {
        const auto found = std::find(format_.begin(), format_.end(), name);
        const auto at = static_cast<std::size_t>(found - format_.begin());
        return at < fields.size() ? fields[at] : std::string();
    }

    void dialogue(std::size_t number, std::string_view text)
    {
        const auto fields = fieldsOf(text, format_.size());
        const auto start = field(fields, "Start");
        const auto stop = field(fields, "End");
        Scanner first(start);
        Scanner last(stop);
        const auto begin = readLooseTime(first);
        const auto end = readLooseTime(last);
        if (fields.size() < format_.size() || !begin || !end) {
            remarks_.fault(
                number,
                "the fields of this line do not match the Format line above; save the file again "
                "with the program that made it");
            return;
        }
        auto caption = script_.event(field(fields, "Style"), field(fields, "Text"));
        caption.begin = *begin;
        caption.end = *end;
        captionLines_.push_back(number);
        track_.captions.push_back(std::move(caption));
    }

    Remarks& remarks_;
    AssScript script_;
    model::CaptionTrack track_;
    std::vector<std::size_t> captionLines_;
    std::vector<std::string> format_ = kUsualFormat;
    bool events_ = false;
};

} // namespace

Result<Read> parseAss(std::string_view bytes, const std::string& file)
{
    const auto decoded = decode(bytes);
    Remarks remarks(file);
    if (!decoded.repaired.empty()) {
        remarks.warn(1, decoded.repaired);
    }
    AssReader reader(remarks);
    std::size_t number = 0;
    for (const auto line : linesOf(decoded.text)) {
        reader.line(++number, line);
    }
    Read read;
    read.track = reader.finish();
    read.remarks = remarks.take();
    if (read.track.captions.empty()) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format("{}:1: no caption was found below [Events]; choose another file", file)};
    }
    return read;
}

} // namespace jtv::captions
