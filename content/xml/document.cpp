// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The guarded way from bytes to a libxml2 tree.
#include "content/xml/document.h"

#include "base/c_handle.h"
#include "base/file.h"
#include "content/xml/one_line.h"
#include "content/xml/prescan.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <fmt/format.h>

namespace jtv::xml {

struct Document::State {
    std::string file;
    std::vector<model::Remark> repairs;
    CHandle<xmlDoc, xmlFreeDoc> tree;
};

namespace {

// What the SAX callbacks see, through xmlParserCtxt::_private.
struct Reading {
    const std::string* file = nullptr;
    const ReadOptions* options = nullptr;
    int depth = 0;
    int elements = 0;
    int errorCode = 0; // of libxml2, 0 = none
    std::optional<Error> error;
    std::vector<model::Remark> remarks;
};

Reading& readingOf(void* context)
{
    return *static_cast<Reading*>(static_cast<xmlParserCtxtPtr>(context)->_private);
}

int lineOf(void* context)
{
    const auto* input = static_cast<xmlParserCtxtPtr>(context)->input;
    return input == nullptr ? 1 : input->line;
}

void refuse(void* context, std::string_view text)
{
    auto& reading = readingOf(context);
    if (!reading.error) {
        reading.error = Error{
            ErrorKind::kInvalid, fmt::format("{}:{}: {}", *reading.file, lineOf(context), text)};
    }
    xmlStopParser(static_cast<xmlParserCtxtPtr>(context));
}

// A DOCTYPE alone is common and harmless; what stands in its [ … ] is how bombs are built.
constexpr std::string_view kNoDeclarations =
    "the DOCTYPE declares entities, elements or attributes of its own, which is not allowed here; "
    "remove the part in square brackets";

void startElement(
    void* context,
    const xmlChar* name,
    const xmlChar* prefix,
    const xmlChar* uri,
    int namespaceCount,
    const xmlChar** namespaces,
    int attributeCount,
    int defaultedCount,
    const xmlChar** attributes)
{
    auto& reading = readingOf(context);
    const auto& limits = *reading.options;
    if (++reading.depth > limits.depth) {
        return refuse(
            context,
            fmt::format(
                "elements are nested deeper than {} levels; make the document flatter",
                limits.depth));
    }
    if (++reading.elements > limits.elements) {
        return refuse(
            context, fmt::format("more than {} elements; split the document", limits.elements));
    }
    if (attributeCount + namespaceCount > limits.attributes) {
        return refuse(
            context,
            fmt::format("an element has more than {} attributes; remove some", limits.attributes));
    }
    xmlSAX2StartElementNs(
        context,
        name,
        prefix,
        uri,
        namespaceCount,
        namespaces,
        attributeCount,
        defaultedCount,
        attributes);
}

void endElement(void* context, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri)
{
    --readingOf(context).depth;
    xmlSAX2EndElementNs(context, name, prefix, uri);
}

void entityReference(void* context, const xmlChar* name)
{
    // "#…" is a character reference, which libxml2 reports here only in attribute-free content.
    const auto text = fmt::format(
        "the entity &{}; is unknown in XML; write the character itself",
        reinterpret_cast<const char*>(name));
    refuse(context, text);
}

std::string sentenceFor(const xmlError& error)
{
    const auto text = oneLine(error.message == nullptr ? "broken XML" : error.message);
    switch (error.code) {
    case XML_ERR_DOCUMENT_EMPTY:
        return "the document is empty; write its root element";
    case XML_ERR_LT_IN_ATTRIBUTE:
        return "a raw < stands in the value of an attribute; write &lt; instead";
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
        return fmt::format("{}; write the character itself", text);
    case XML_ERR_TAG_NAME_MISMATCH:
    case XML_ERR_TAG_NOT_FINISHED:
        return fmt::format("{}; close each element you open", text);
    case XML_ERR_ATTRIBUTE_REDEFINED:
        return fmt::format("{}; keep only one of them", text);
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_ENCODING:
        return fmt::format("{}; save the file as UTF-8 without control characters", text);
    case XML_ERR_DOCUMENT_END:
        return "something follows the end of the root element, or the document is cut off; there "
               "must "
               "be exactly one root element";
    default:
        return fmt::format("the XML is broken here: {}; correct it", text);
    }
}

// Generic in its second parameter because libxml2 2.12 made that const.
constexpr auto kOnError = [](void* context, auto* error) {
    auto& reading = readingOf(context);
    if (error == nullptr || reading.error || error->level < XML_ERR_ERROR) {
        return;
    }
    const model::SourcePlace place{*reading.file, std::max(error->line, 1)};
    // An undeclared prefix, an id used twice: no reason not to read the rest.
    const bool bearable = error->domain == XML_FROM_NAMESPACE || error->domain == XML_FROM_VALID ||
                          error->domain == XML_FROM_DTD;
    if (bearable && error->level < XML_ERR_FATAL) {
        if (reading.remarks.size() >= kMostRemarks) {
            return;
        }
        const auto text = oneLine(error->message == nullptr ? "a slip" : error->message);
        reading.remarks.push_back(
            {model::Remark::Severity::kWarning,
             place,
             text + "; correct it (it was read all the same)"});
        return;
    }
    reading.errorCode = error->code;
    reading.error = Error{
        ErrorKind::kInvalid, fmt::format("{}:{}: {}", place.file, place.line, sentenceFor(*error))};
};

void guard(xmlSAXHandler& sax)
{
    sax.startElementNs = startElement;
    sax.endElementNs = endElement;
    sax.reference = entityReference;
    sax.comment = nullptr;
    sax.processingInstruction = nullptr;
    sax.entityDecl = [](void* context, auto...) { refuse(context, kNoDeclarations); };
    sax.attributeDecl = [](void* context, auto*, auto*, int, int, auto*, auto* values) {
        xmlFreeEnumeration(values); // libxml2 hands them over to this callback
        refuse(context, kNoDeclarations);
    };
    sax.elementDecl = [](void* context, auto...) { refuse(context, kNoDeclarations); };
    sax.notationDecl = [](void* context, auto...) { refuse(context, kNoDeclarations); };
    sax.unparsedEntityDecl = [](void* context, auto...) { refuse(context, kNoDeclarations); };
    sax.externalSubset = nullptr;
    sax.resolveEntity = [](void*, auto...) -> xmlParserInputPtr { return nullptr; };
    sax.serror = kOnError;
}

struct Outcome {
    CHandle<xmlDoc, xmlFreeDoc> tree;
    Reading reading;
};

Outcome readOnce(std::string_view bytes, const std::string& file, const ReadOptions& options)
{
    Outcome outcome;
    outcome.reading.file = &file;
    outcome.reading.options = &options;
    const CHandle<xmlParserCtxt, xmlFreeParserCtxt> context(xmlNewParserCtxt());
    if (!context) {
        throw std::bad_alloc();
    }
    context->_private = &outcome.reading;
    guard(*context->sax);
    outcome.tree.reset(xmlCtxtReadMemory(
        context.get(),
        bytes.data(),
        static_cast<int>(bytes.size()),
        file.c_str(),
        nullptr,
        XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES));
    if (!outcome.reading.error &&
        (!outcome.tree || xmlDocGetRootElement(outcome.tree.get()) == nullptr)) {
        outcome.reading.error = Error{
            ErrorKind::kInvalid,
            fmt::format("{}:1: this is not an XML document; check the file", file)};
    }
    return outcome;
}

} // namespace

Document::Document(std::unique_ptr<State> state) : state_(std::move(state)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

Result<Document>
Document::parse(std::string_view bytes, std::string file, const ReadOptions& options)
{
    static const bool initialised = [] {
        xmlInitParser();
        return true;
    }();
    static_cast<void>(initialised);

    auto state = std::make_unique<State>();
    state->file = std::move(file);
    if (auto scanned = prescan(bytes, state->file, options); !scanned) {
        return std::move(scanned).error();
    }
    auto outcome = readOnce(bytes, state->file, options);
    if (options.repair && outcome.reading.errorCode == XML_ERR_LT_IN_ATTRIBUTE) {
        auto repaired = repairLessThan(bytes, state->file);
        if (auto again = readOnce(repaired.text, state->file, options); !again.reading.error) {
            outcome = std::move(again);
            state->repairs = std::move(repaired.remarks);
        }
    }
    if (outcome.reading.error) {
        return *std::move(outcome.reading.error);
    }
    state->tree = std::move(outcome.tree);
    auto& remarks = outcome.reading.remarks;
    std::move(remarks.begin(), remarks.end(), std::back_inserter(state->repairs));
    return Document(std::move(state));
}

Result<Document> Document::read(const std::filesystem::path& path, const ReadOptions& options)
{
    auto bytes = readFile(path, options.bytes);
    if (!bytes) {
        return std::move(bytes).error();
    }
    return parse(*bytes, path.string(), options);
}

Element Document::root() const
{
    return {xmlDocGetRootElement(state_->tree.get()), &state_->file};
}

const std::string& Document::file() const
{
    return state_->file;
}

const std::vector<model::Remark>& Document::repairs() const
{
    return state_->repairs;
}

_xmlDoc* Document::tree() const
{
    return state_->tree.get();
}

} // namespace jtv::xml
