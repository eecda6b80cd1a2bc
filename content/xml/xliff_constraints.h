// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What XLIFF 2.1 demands beyond its grammar (xliff.rng): "[4.3.1]" in the sources is the section of
// OASIS XLIFF 2.1. Each function returns the first fault as "FILE:LINE: what is wrong; the fix".
#pragma once

#include "base/result.h"
#include "content/xml/document.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace jtv::xml::xliff {

inline constexpr std::string_view kCore = "urn:oasis:names:tc:xliff:document:2.0";
inline constexpr std::string_view kStyleModule = "urn:oasis:names:tc:xliff:fs:2.0";
inline constexpr std::string_view kSizeModule = "urn:oasis:names:tc:xliff:sizerestriction:2.0";

// What holds at one place of the tree and is handed down.
struct Scope {
    std::string sourceLanguage;
    std::string targetLanguage;                   // empty = the document names none
    std::string language;                         // xml:lang of the place; empty = none
    std::string space;                            // xml:space of the place: "default" or "preserve"
    std::string file;                             // id of the <file>
    const std::set<std::string>* units = nullptr; // ids of all units of the file
};

// An inline element, or one end of it, in reading order.
struct Code {
    enum class What { kAlone, kOpen, kClose };
    Element element;
    What what = What::kAlone;
    bool marker = false; // mrk, sm, em: an annotation, not a code
    std::string id;      // its own; of <ec startRef> and <em> that of the start
};

// A <segment> or <ignorable>.
struct Part {
    Element element;
    Element source;
    std::optional<Element> target;
    int order = 0; // of the target among the unit's parts, from 1
    std::vector<Code> sourceCodes;
    std::vector<Code> targetCodes;
};

// The parts of a unit in document order [4.2.2.5, 4.3.1.20]. Errors: order out of range or twice.
Result<std::vector<Part>> partsOf(const Element& unit);
std::vector<Code> codesIn(const Element& content);
// Of all parts in document order.
std::vector<Code> sourceCodesOf(const std::vector<Part>& parts);
std::vector<Code> targetCodesOf(const std::vector<Part>& parts);

// The whole document, whose grammar has been checked.
Status checkDocument(const Element& root);

// Inline elements of one unit [4.7].
Status checkCodes(const Element& unit, const std::vector<Part>& parts, const Scope& scope);
// The same for a translation candidate, <mtc:match> [5.1].
Status checkMatchCodes(const Element& match, const Scope& scope);

// What holds between the two sides of a unit, whose codes are in reading order here: ids, codes
// that must not be deleted or moved [4.3.1.4, 4.3.1.5, 4.3.1.18].
Status checkSides(
    const std::vector<Part>& parts,
    const std::vector<Code>& source,
    const std::vector<Code>& target);

// An element that carries an id of its own, at that end.
bool hasOwnId(const Code& code);
bool isIsolated(const Element& element);
std::string valueOf(const Element& element, std::string_view name, std::string_view whenAbsent);
bool isNo(const Element& element, std::string_view name); // a property that is "yes" by default

// xml:lang and xml:space of <source> and <target> below `parent` [4.3.2].
Status checkContent(
    const Element& source,
    const std::optional<Element>& target,
    const Scope& scope,
    bool anyLanguage);

// References in unit, group or file [4.9], and what modules demand [5]. `parts` is empty where
// `holder` is not a unit.
Status checkReferences(const Element& unit, const std::vector<Part>& parts, const Scope& scope);
Status checkModules(const Element& holder, const std::vector<Part>& parts, const Scope& scope);

// An error naming the first id that stands twice among these elements' ids.
Status checkUnique(const std::vector<Element>& elements, std::string_view what);

} // namespace jtv::xml::xliff
