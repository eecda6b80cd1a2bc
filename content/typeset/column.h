// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A heading and its blocks set one below the other at one type size; mirrored
// for right-to-left.
#pragma once

#include "content/typeset/composition.h"

#include <optional>
#include <string>
#include <vector>

namespace jtv::typeset {

// Any one thread: that of its TextSetter. Elements are relative to the column's
// upper left corner.
class Column {
public:
    struct Type {
        double title = 0; // px
        double body = 0;  // px
    };

    Column(const TextSetter& setter, const Ground& ground, double width, Type type);

    // `balanced`: its lines about equally long, which costs time and does not
    // change its height.
    void addTitle(const std::string& text, bool balanced);
    void addBlock(const model::Block& block);
    void addTelephone(const model::Telephone& telephone);

    double height() const { return bottom_; }
    // A word is longer than its line.
    bool tooWide() const { return tooWide_; }
    // One that no installed font has.
    std::optional<char32_t> unknownCharacter() const { return unknown_; }
    std::vector<Element> take() { return std::move(elements_); }

private:
    void add(const model::Paragraph& paragraph);
    void add(const model::BulletList& list);
    void add(const model::StepList& list);
    void add(const model::Table& table);
    double naturalWidth(const std::string& text, bool bold) const;
    void addStep(const std::string& text, int number, bool last);
    double place(const Lines& lines, const Colour& colour, double start, double y, double width);
    Box box(double start, double y, double width, double height) const;
    void gap(double height);

    const TextSetter& setter_;
    const Ground& ground_;
    double width_;
    Type type_;
    double bottom_ = 0;
    bool tooWide_ = false;
    std::optional<char32_t> unknown_;
    std::vector<Element> elements_;
};

} // namespace jtv::typeset
