// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// RELAX NG by libxml2.
#include "content/xml/schema.h"

#include "base/c_handle.h"
#include "content/xml/one_line.h"

#include <libxml/relaxng.h>

#include <algorithm>
#include <stdexcept>
#include <string>

namespace jtv::xml {
namespace {

constexpr std::size_t kMostFaults = 20;

struct Faults {
    std::string file;
    std::vector<model::Remark> list;
};

constexpr auto kOnFault = [](void* context, auto* error) {
    auto& faults = *static_cast<Faults*>(context);
    if (error == nullptr || faults.list.size() >= kMostFaults) {
        return;
    }
    auto text = oneLine(error->message == nullptr ? "not as the schema says" : error->message);
    const auto* node = static_cast<const xmlNode*>(error->node);
    const int line = node != nullptr ? static_cast<int>(xmlGetLineNo(node)) : error->line;
    faults.list.push_back(
        {model::Remark::Severity::kError, {faults.file, std::max(line, 1)}, std::move(text)});
};

} // namespace

struct Schema::State {
    CHandle<xmlRelaxNG, xmlRelaxNGFree> schema;
};

Schema::Schema(std::string_view relaxNg) : state_(std::make_unique<State>())
{
    Faults faults{"schema", {}};
    const CHandle<xmlRelaxNGParserCtxt, xmlRelaxNGFreeParserCtxt> parser(
        xmlRelaxNGNewMemParserCtxt(relaxNg.data(), static_cast<int>(relaxNg.size())));
    if (parser) {
        xmlRelaxNGSetParserStructuredErrors(parser.get(), kOnFault, &faults);
        state_->schema.reset(xmlRelaxNGParse(parser.get()));
    }
    if (!state_->schema) {
        throw std::invalid_argument(
            "embedded RELAX NG schema: " + (faults.list.empty() ? "broken" : faults.list[0].text));
    }
}

Schema::Schema(Schema&&) noexcept = default;
Schema& Schema::operator=(Schema&&) noexcept = default;
Schema::~Schema() = default;

std::vector<model::Remark> Schema::faults(const Document& document) const
{
    Faults faults{document.file(), {}};
    const CHandle<xmlRelaxNGValidCtxt, xmlRelaxNGFreeValidCtxt> validator(
        xmlRelaxNGNewValidCtxt(state_->schema.get()));
    if (!validator) {
        throw std::bad_alloc();
    }
    xmlRelaxNGSetValidStructuredErrors(validator.get(), kOnFault, &faults);
    const int outcome = xmlRelaxNGValidateDoc(validator.get(), document.tree());
    if (outcome != 0 && faults.list.empty()) {
        faults.list.push_back(
            {model::Remark::Severity::kError,
             document.root().place(),
             "the document is not as its schema says; compare it with an example"});
    }
    return std::move(faults.list);
}

Status Schema::validate(const Document& document) const
{
    const auto found = faults(document);
    if (found.empty()) {
        return Done{};
    }
    const auto& first = found.front();
    return Error{
        ErrorKind::kInvalid,
        first.place.file + ":" + std::to_string(first.place.line) + ": " + first.text};
}

} // namespace jtv::xml
