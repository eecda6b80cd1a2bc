// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One function a template; they arrange what slide_layout.cpp hands them. Errors: those of
// renderSlide().
#pragma once

#include "content/typeset/scene.h"

namespace jtv::typeset {

// One language of a slide, with what it is drawn with. Borrowed.
struct Page {
    const model::Slide& slide;
    const model::SlideText& text;
    const Material& material;
};

Status layOutText(Scene& scene, const Page& page); // title-text, steps, opening-hours
Status layOutNotice(Scene& scene, const Page& page);
Status layOutContact(Scene& scene, const Page& page);
Status layOutPictureText(Scene& scene, const Page& page);
Status layOutPicture(Scene& scene, const Page& page); // the whole screen
Status layOutQr(Scene& scene, const Page& page);
Status layOutMap(Scene& scene, const Page& page);
// Several languages at the same time; the scene's own first.
Status layOutColumns(Scene& scene, const std::vector<Page>& pages);

// The words of a page as they are set: opening hours worded, simple language a sentence a line,
// places to break a line in scripts without spaces.
FlowText flowTextOf(const Page& page);

inline Box inset(const Box& box, double horizontal, double vertical)
{
    return {
        box.x + horizontal,
        box.y + vertical,
        box.width - 2 * horizontal,
        box.height - 2 * vertical};
}

// The field beside the text and the text's own; the field is empty (no width) where a zone is too
// small for both.
struct Areas {
    Box panel;
    Box page;
};
Areas split(const Scene& scene, double landscapeShare, double portraitShare);

// The text on its ground with the strip of languages to come; `marked`: with the mark below it.
Status addPage(Scene& scene, const Page& page, const Box& area, bool marked);

} // namespace jtv::typeset
