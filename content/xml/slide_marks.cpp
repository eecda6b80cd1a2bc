// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Attributes of leaves, inherited as ITS 2.0 [8.2, 8.3] says.
#include "content/xml/slide_marks.h"

#include "content/xml/slide_words.h"

#include <algorithm>
#include <string>

namespace jtv::xml {
namespace {

constexpr std::string_view kIts = "http://www.w3.org/2005/11/its";
constexpr int kMostCharacters = 10'000;

void collect(const Element& element, model::LeafMark above, std::vector<model::LeafMark>& marks)
{
    if (auto note = element.attribute("locNote", kIts)) {
        above.note = std::move(*note);
    }
    if (const auto translate = element.attribute("translate", kIts)) {
        above.translate = *translate != "no";
    }
    if (element.name() == "picture") {
        return; // names a file, has no words
    }
    const auto children = element.children();
    for (const auto& child : children) {
        collect(child, above, marks); // as deep as the schema: text, table, row, label
    }
    const bool optional = element.name() == "caption" || element.name() == "note";
    if (!children.empty() || (optional && element.plainText().empty())) {
        return;
    }
    const auto longest = element.optionalInteger("longest", 1, kMostCharacters);
    above.longest = longest && *longest ? static_cast<int>(**longest) : 0;
    above.madeFrom = element.attribute("madeFrom").value_or("");
    const bool fixed = element.name() == "address" || element.name() == "number";
    above.translate = above.translate || fixed; // the writer knows those
    marks.push_back(std::move(above));
}

} // namespace

std::vector<model::LeafMark> readMarks(const Element& text)
{
    std::vector<model::LeafMark> marks;
    if (!text.children().empty()) {
        collect(text, {}, marks);
    }
    const bool silent = std::all_of(
        marks.begin(), marks.end(), [](const auto& mark) { return mark == model::LeafMark{}; });
    return silent ? std::vector<model::LeafMark>{} : marks;
}

void writeState(Writer& out, model::TextState state)
{
    if (state != model::TextState::kReady) {
        out.attribute("state", wordFor(kStateWords, state));
    }
}

void MarkWriter::leaf(
    Writer& out,
    std::string_view name,
    std::string_view text,
    bool translate,
    model::TextState state)
{
    const auto mark = next_ < marks_.size() ? marks_[next_] : model::LeafMark{};
    ++next_;
    out.open(name);
    writeState(out, state);
    if (!translate || !mark.translate) {
        out.attribute("its:translate", "no");
    }
    if (!mark.note.empty()) {
        out.attribute("its:locNote", mark.note);
    }
    if (mark.longest > 0) {
        out.attribute("longest", std::to_string(mark.longest));
    }
    if (!mark.madeFrom.empty()) {
        out.attribute("madeFrom", mark.madeFrom);
    }
    out.text(text).close();
}

} // namespace jtv::xml
