// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Text set in lines by Pango: shaped, broken, measured.
#pragma once

#include "content/typeset/language.h"

#include <memory>
#include <pango/pango.h>
#include <string>
#include <vector>

namespace jtv::typeset {

// px, in the coordinates of what it stands in.
struct Box {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};

struct Point {
    double x = 0; // px, or the unit of the drawing
    double y = 0;
};

struct TextStyle {
    double size = 40; // px, before the language's scale
    bool bold = false;
    bool heading = false; // lines closer together
    bool centred = false;
    bool leftToRight = false; // an address, in whatever language it stands
};

// Shared, because a layout is measured, kept and drawn; never changed after it
// was made.
struct Lines {
    std::shared_ptr<PangoLayout> layout;
    double scale = 1; // px for each unit of the layout

    PangoLayout* get() const { return layout.get(); }
};

// Any one thread: the one that made it. Cheap; the fonts it uses are the
// thread's.
class TextSetter {
public:
    enum class Fonts {
        kEachSize, // a font for each type size
        // One for all sizes, scaled when it is painted: nothing is hinted, so it
        // comes out the same, and finding a font, which takes some milliseconds, is
        // done once and not for each size that is tried.
        kOneSize,
    };
    explicit TextSetter(Language language, Fonts fonts = Fonts::kEachSize);

    const Language& language() const { return language_; }

    // `width` px to break lines at; 0 = one line. A word longer than the line
    // stays whole.
    Lines set(const std::string& text, const TextStyle& style, double width) const;

private:
    struct Unref {
        void operator()(void* object) const;
    };
    Language language_;
    Fonts fonts_;
    std::unique_ptr<PangoContext, Unref> context_; // in the language's direction
    std::unique_ptr<PangoContext, Unref> leftToRight_;
};

// Size of the lines' boxes.
Box logicalBox(const Lines& lines);
// What is really painted, relative to the same origin; may reach beyond the
// logical box.
Box inkBox(const Lines& lines);
int lineCount(const Lines& lines);
// The first line's height.
double firstLineHeight(const Lines& lines);
bool hasUnknownGlyphs(const Lines& lines);
// The characters no installed font has, each once.
std::vector<char32_t> unknownCharacters(const Lines& lines);

} // namespace jtv::typeset
