// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Text set in lines by Pango: shaped, broken, measured.
#pragma once

#include "content/typeset/language.h"

#include <memory>
#include <pango/pango.h>
#include <string>

namespace jtv::typeset {

// px, in the coordinates of what it stands in.
struct Box {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};

struct TextStyle {
    double size = 40; // px, before the language's scale
    bool bold = false;
    bool heading = false; // lines closer together
    bool centred = false;
    bool leftToRight = false; // an address, in whatever language it stands
};

// Shared, because a layout is measured, kept and drawn; never changed after it was made.
using Lines = std::shared_ptr<PangoLayout>;

// Any one thread: the one that made it. Cheap; the fonts it uses are the thread's.
class TextSetter {
public:
    explicit TextSetter(Language language);

    const Language& language() const { return language_; }

    // `width` px to break lines at; 0 = one line. A word longer than the line stays whole.
    Lines set(const std::string& text, const TextStyle& style, double width) const;

private:
    struct Unref {
        void operator()(void* object) const;
    };
    Language language_;
    std::unique_ptr<PangoContext, Unref> context_; // in the language's direction
    std::unique_ptr<PangoContext, Unref> leftToRight_;
};

// Size of the lines' boxes.
Box logicalBox(const Lines& lines);
// What is really painted, relative to the same origin; may reach beyond the logical box.
Box inkBox(const Lines& lines);
int lineCount(const Lines& lines);
// The first line's height.
double firstLineHeight(const Lines& lines);
bool hasUnknownGlyphs(const Lines& lines);

} // namespace jtv::typeset
