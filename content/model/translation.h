// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What goes to a translator and comes back, as plain values; the files are made by
// content/xml/xliff.h.
#pragma once

#include "base/result.h"
#include "content/model/slide.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jtv::model {

// How far a unit has come, in the order of the work [XLIFF 2.1, 4.3.1.32].
enum class UnitState { kInitial, kTranslated, kReviewed, kFinal };

// One text to translate: a leaf of a slide (content/model/leaf.h), or a caption
// (content/captions/translation.h).
struct TranslationUnit {
    std::string id;     // the leaf's place
    std::string source; // codes appear as what they stand for
    std::optional<std::string> target;
    UnitState state = UnitState::kInitial;
    std::string note; // for the translator
    int longest = 0;  // most characters; 0 = no limit
    bool translate = true;
    // Read only: codes of the source that the target lacks, in words.
    std::vector<std::string> lost;
    SourcePlace place; // read only
};

struct Translation {
    std::string original; // id of the slide; may be empty
    std::string sourceLanguage;
    std::string targetLanguage; // empty = the file names none
    std::vector<TranslationUnit> units;
};

// What must come back from a translator as it is: addresses, numbers, and the tags of captions
// ("<i>", "</v>", "<00:01.000>"). Bytes of the text, in order, apart.
struct ProtectedSpan {
    enum class Kind { kAddress, kNumber, kMarkup };
    Kind kind = Kind::kAddress;
    std::size_t begin = 0;
    std::size_t end = 0;
};
std::vector<ProtectedSpan> protectedSpans(std::string_view text);

// Every leaf that is to be translated, with the translation there is and its state.
Translation exportTranslation(const Slide& slide, std::string_view language);

// How each leaf of the source stands in this language.
struct LeafState {
    std::string id;
    TextState state = TextState::kMissing;
};
std::vector<LeafState> leafStates(const Slide& slide, std::string_view language);

struct Imported {
    Slide slide;
    std::vector<Remark> remarks; // what was left out and why, what is too long
};

// The slide with what the translator has done. A leaf whose source has changed meanwhile is taken
// and the text is outdated; a text with leaves missing is missing as a whole, and keeps what there
// is. Errors: kInvalid when the file is for another slide or language, or a code was lost: names
// file and line.
Result<Imported> importTranslation(Slide slide, const Translation& translation);

} // namespace jtv::model
