// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What all templates and panels share: areas, the text flow, the language strip, the mark.
#pragma once

#include "content/typeset/composition.h"
#include "content/typeset/fit.h"
#include "content/typeset/hyphenation.h"

#include <string>
#include <string_view>

namespace jtv::typeset {

// Any one thread: that of its TextSetter.
class Scene {
public:
    // Errors: kInvalid for a Target out of range.
    static Result<Scene> make(const Target& target, std::string_view language, const Theme& theme);
    // The same target and theme in another language.
    Scene inLanguage(std::string_view language) const;

    const Target& target() const { return target_; }
    const Sizes& sizes() const { return sizes_; }
    const Theme& theme() const { return theme_; }
    const TextSetter& setter() const { return setter_; }
    bool rightToLeft() const { return setter_.language().rightToLeft; }
    bool landscape() const { return target_.width >= target_.height; }
    double width() const { return target_.width; }
    double height() const { return target_.height; }
    Box whole() const { return {0, 0, width(), height()}; }

    // A box measured from the side where reading starts.
    Box fromStart(double start, double y, double width, double height) const;

    // Takes away all that was added.
    void clear();

    void add(Element element) { composition_.elements.push_back(std::move(element)); }
    void fill(const Box& box, const Ground& ground) { add(FilledBox{box, ground.fill, 0}); }
    void addIcon(model::SlideIcon icon, const Box& box, const Ground& ground);

    // A logo whole in its box, at the start of the line; nullptr = none.
    void addLogo(const Pixels* logo, const Box& box);

    // One line or several, the block centred in the box both ways.
    void addCentred(
        const std::string& text,
        TextStyle style,
        const Colour& colour,
        const Box& box,
        const Ground& ground);

    // At the lower edge of the area; both return what they took of the height, with the gap above.
    // What does not fit the strip's lines is "…".
    double addLanguageStrip(const Box& area, const Ground& ground, int mostLines = 1);
    enum class Side { kStart, kEnd };
    double addMark(const Box& area, const Ground& ground, Side side = Side::kStart);

    struct FlowOptions {
        double titleScale = 1.45;
        double largest = 1; // of the body's largest size
        double rest = 0.42; // share of the height left over that stands above
        double body = 0;    // px of the body at most; 0 = no limit of its own
    };
    // Errors: those of fitFlow().
    Status
    addFlow(const FlowText& text, const Box& area, const Ground& ground, FlowOptions options);
    Result<Flow>
    fit(const FlowText& text, const Box& area, const Ground& ground, FlowOptions options) const;
    void place(Flow flow, double x, double y);
    // The smallest body of the flows placed so far, px.
    double bodySize() const { return bodySize_; }

    // The address in one line where it fits, below a code. Returns its height.
    double addressHeight() const { return sizes_.smallestText * 1.75; }
    Status addAddress(const std::string& address, const Box& area, const Ground& ground);

    Result<Pixels> painted() const { return paint(composition_); }
    const Composition& composition() const { return composition_; }

private:
    Scene(const Target& target, const Sizes& sizes, std::string_view language, const Theme& theme);

    Target target_;
    Sizes sizes_;
    const Theme& theme_;
    TextSetter setter_;
    Composition composition_;
    double bodySize_ = 0;
};

} // namespace jtv::typeset
