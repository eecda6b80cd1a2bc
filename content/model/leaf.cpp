// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One walk through a text, for reading and for writing.
#include "content/model/leaf.h"

#include "base/crypto/crypto.h"

#include <algorithm>
#include <fmt/format.h>
#include <type_traits>
#include <utility>

namespace jtv::model {
namespace {

template <typename Items, typename Visit>
void eachItem(const std::string& id, LeafKind kind, Items& items, const Visit& visit)
{
    for (std::size_t i = 0; i < items.size(); ++i) {
        visit(fmt::format("{}.{}", id, i + 1), kind, items[i]);
    }
}

template <typename Rows, typename Visit>
void eachCell(const std::string& id, Rows& rows, const Visit& visit)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto row = fmt::format("{}.{}", id, i + 1);
        visit(row + ".label", LeafKind::kLabel, rows[i].label);
        visit(row + ".value", LeafKind::kValue, rows[i].value);
    }
}

template <typename Part, typename Visit>
void eachPlaceOfBlock(const std::string& id, Part& part, const Visit& visit)
{
    using Plain = std::remove_cvref_t<Part>;
    if constexpr (std::is_same_v<Plain, Paragraph>) {
        visit(id, LeafKind::kParagraph, part.text);
    } else if constexpr (std::is_same_v<Plain, BulletList>) {
        eachItem(id, LeafKind::kItem, part.items, visit);
    } else if constexpr (std::is_same_v<Plain, StepList>) {
        eachItem(id, LeafKind::kStep, part.items, visit);
    } else {
        eachCell(id, part.rows, visit);
    }
}

// Calls visit(id, kind, string&) for each place a leaf may stand, filled or not.
template <typename Text, typename Visit>
void eachPlace(Text& text, const Visit& visit)
{
    visit("title", LeafKind::kTitle, text.title);
    int number = 0;
    for (auto& block : text.blocks) {
        const auto id = fmt::format("b{}", ++number);
        std::visit([&](auto& part) { eachPlaceOfBlock(id, part, visit); }, block);
    }
    if (text.qr) {
        visit("address", LeafKind::kAddress, text.qr->printed);
        visit("caption", LeafKind::kCaption, text.qr->caption);
    }
    if (text.telephone) {
        visit("telephone", LeafKind::kTelephone, text.telephone->number);
        visit("note", LeafKind::kTelephoneNote, text.telephone->note);
    }
    visit("picture", LeafKind::kPictureAlternative, text.pictureAlternative);
}

struct IsEmpty {
    bool operator()(const Paragraph& block) const { return block.text.empty(); }
    bool operator()(const BulletList& block) const { return block.items.empty(); }
    bool operator()(const StepList& block) const { return block.items.empty(); }
    bool operator()(const Table& block) const { return block.rows.empty(); }
};

struct DropEmpty {
    void operator()(Paragraph& /*block*/) const {}
    void operator()(BulletList& block) const { std::erase(block.items, ""); }
    void operator()(StepList& block) const { std::erase(block.items, ""); }
    void operator()(Table& block) const
    {
        std::erase_if(block.rows, [](const Table::Row& row) {
            return row.label.empty() || row.value.empty();
        });
    }
};

bool isUpToDate(const std::vector<Leaf>& source, const std::vector<Leaf>& translation)
{
    std::vector<std::string> wanted;
    std::vector<std::string> madeFrom;
    for (const auto& leaf : source) {
        if (isWords(leaf.kind)) {
            wanted.push_back(digestOf(leaf.text));
        }
    }
    for (const auto& leaf : translation) {
        if (isWords(leaf.kind)) {
            madeFrom.push_back(leaf.mark.madeFrom);
        }
    }
    if (std::count(madeFrom.begin(), madeFrom.end(), "") == 0) {
        return madeFrom == wanted;
    }
    // What does not say where it comes from is believed; the others' sources must still exist.
    return std::all_of(madeFrom.begin(), madeFrom.end(), [&](const std::string& digest) {
        return digest.empty() || std::count(wanted.begin(), wanted.end(), digest) != 0;
    });
}

} // namespace

bool isWords(LeafKind kind)
{
    return kind != LeafKind::kAddress && kind != LeafKind::kTelephone;
}

std::vector<Leaf> leavesOf(const SlideText& text)
{
    std::vector<Leaf> leaves;
    eachPlace(text, [&](std::string id, LeafKind kind, const std::string& words) {
        if (!words.empty()) {
            leaves.push_back({std::move(id), kind, words, {}});
        }
    });
    if (text.marks.size() == leaves.size()) {
        for (std::size_t i = 0; i < leaves.size(); ++i) {
            leaves[i].mark = text.marks[i];
        }
    }
    return leaves;
}

void setLeaves(SlideText& text, const std::vector<Leaf>& leaves)
{
    auto next = leaves.begin();
    eachPlace(text, [&](const std::string& /*id*/, LeafKind /*kind*/, std::string& words) {
        if (!words.empty() && next != leaves.end()) {
            words = (next++)->text;
        }
    });
    for (auto& block : text.blocks) {
        std::visit(DropEmpty{}, block);
    }
    std::erase_if(text.blocks, [](const Block& block) { return std::visit(IsEmpty{}, block); });
    text.marks.clear();
    std::vector<LeafMark> marks;
    auto from = leaves.begin();
    for (const auto& left : leavesOf(text)) {
        from = std::find_if(from, leaves.end(), [&](const Leaf& leaf) {
            return leaf.kind == left.kind && leaf.text == left.text;
        });
        marks.push_back(from == leaves.end() ? LeafMark{} : (from++)->mark);
    }
    if (std::any_of(marks.begin(), marks.end(), [](const LeafMark& mark) {
            return !(mark == LeafMark{});
        })) {
        text.marks = std::move(marks);
    }
}

std::string digestOf(std::string_view text)
{
    constexpr std::size_t kDigits = 16;
    return crypto::sha256Hex(text).substr(0, kDigits);
}

void refreshStates(Slide& slide)
{
    const auto* const source = textIn(slide, slide.sourceLanguage);
    if (source == nullptr) {
        return;
    }
    const auto wanted = leavesOf(*source);
    for (auto& text : slide.texts) {
        const auto leaves = leavesOf(text);
        if (&text != source && text.state == TextState::kReady && !isUpToDate(wanted, leaves)) {
            text.state = TextState::kOutdated;
        }
    }
}

} // namespace jtv::model
