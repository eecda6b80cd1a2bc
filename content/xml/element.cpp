// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Typed access to the elements of a tree.
#include "content/xml/document.h"
#include "content/xml/one_line.h"
#include "content/xml/words.h"

#include <libxml/tree.h>

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace jtv::xml {
namespace {

std::string_view view(const xmlChar* text)
{
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::string_view uriOf(const xmlNs* ns)
{
    return ns == nullptr ? std::string_view() : view(ns->href);
}

bool isText(const xmlNode& node)
{
    return node.type == XML_TEXT_NODE || node.type == XML_CDATA_SECTION_NODE;
}

std::string valueOf(const xmlAttr& attribute)
{
    std::string value;
    for (const auto* part = attribute.children; part != nullptr; part = part->next) {
        if (isText(*part)) {
            value += view(part->content);
        }
    }
    return value;
}

void appendText(const xmlNode& element, std::string& out)
{
    for (const auto* node = element.children; node != nullptr; node = node->next) {
        if (isText(*node)) {
            out += view(node->content);
        } else if (node->type == XML_ELEMENT_NODE) {
            appendText(*node, out); // bounded by ReadOptions::depth
        }
    }
}

std::string listed(std::initializer_list<std::string_view> names)
{
    return names.size() == 0 ? "none" : fmt::format("{}", fmt::join(names, ", "));
}

bool contains(std::initializer_list<std::string_view> names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

std::string_view Element::name() const
{
    return view(node_->name);
}

std::string_view Element::namespaceUri() const
{
    return uriOf(node_->ns);
}

int Element::line() const
{
    return static_cast<int>(xmlGetLineNo(node_));
}

model::SourcePlace Element::place() const
{
    return {*file_, line()};
}

Error Element::error(std::string_view text) const
{
    return Error{
        ErrorKind::kInvalid, fmt::format("{}:{}: {}", *file_, line(), oneLine(std::string(text)))};
}

std::vector<Element> Element::children() const
{
    std::vector<Element> found;
    for (const auto* node = node_->children; node != nullptr; node = node->next) {
        if (node->type == XML_ELEMENT_NODE) {
            found.push_back(Element(node, file_));
        }
    }
    return found;
}

std::vector<Element> Element::children(std::string_view name) const
{
    auto found = children();
    std::erase_if(found, [&](const Element& element) { return element.name() != name; });
    return found;
}

std::optional<Element> Element::child(std::string_view name) const
{
    for (const auto* node = node_->children; node != nullptr; node = node->next) {
        if (node->type == XML_ELEMENT_NODE && view(node->name) == name) {
            return Element(node, file_);
        }
    }
    return std::nullopt;
}

Result<Element> Element::requireChild(std::string_view name) const
{
    if (auto found = child(name)) {
        return *found;
    }
    return error(fmt::format("<{}> lacks its <{}> element; add it", this->name(), name));
}

std::vector<Node> Element::content() const
{
    std::vector<Node> nodes;
    for (const auto* node = node_->children; node != nullptr; node = node->next) {
        if (node->type == XML_ELEMENT_NODE) {
            nodes.push_back({Element(node, file_), {}});
        } else if (isText(*node)) {
            nodes.push_back({std::nullopt, std::string(view(node->content))});
        }
    }
    return nodes;
}

std::string Element::text() const
{
    std::string all;
    appendText(*node_, all);
    return all;
}

std::string Element::plainText() const
{
    return collapsed(text());
}

std::vector<Attribute> Element::attributes() const
{
    std::vector<Attribute> found;
    for (const auto* node = node_->properties; node != nullptr; node = node->next) {
        found.push_back({view(node->name), uriOf(node->ns), valueOf(*node)});
    }
    return found;
}

std::optional<std::string>
Element::attribute(std::string_view name, std::string_view namespaceUri) const
{
    for (const auto* node = node_->properties; node != nullptr; node = node->next) {
        if (view(node->name) == name && uriOf(node->ns) == namespaceUri) {
            return valueOf(*node);
        }
    }
    return std::nullopt;
}

Result<std::string> Element::require(std::string_view name) const
{
    if (auto value = attribute(name)) {
        return *std::move(value);
    }
    return error(fmt::format("<{}> lacks its attribute \"{}\"; add it", this->name(), name));
}

Result<std::int64_t>
Element::integer(std::string_view name, std::int64_t least, std::int64_t most) const
{
    const auto value = require(name);
    if (!value) {
        return value.error();
    }
    std::int64_t number = 0;
    const auto* end = value->data() + value->size();
    const auto parsed = std::from_chars(value->data(), end, number);
    if (parsed.ec != std::errc() || parsed.ptr != end || number < least || number > most) {
        return error(fmt::format(
            "{}=\"{}\" of <{}> must be a whole number from {} to {}",
            name,
            *value,
            this->name(),
            least,
            most));
    }
    return number;
}

Result<std::optional<std::int64_t>>
Element::optionalInteger(std::string_view name, std::int64_t least, std::int64_t most) const
{
    if (!attribute(name)) {
        return std::optional<std::int64_t>();
    }
    const auto number = integer(name, least, most);
    if (!number) {
        return number.error();
    }
    return std::optional<std::int64_t>(*number);
}

Error Element::wordError(
    std::string_view name, const std::optional<std::string>& value, std::string_view accepted) const
{
    if (!value) {
        return error(fmt::format("<{}> lacks its attribute \"{}\"; add it", this->name(), name));
    }
    return error(fmt::format(
        "{}=\"{}\" of <{}> is not known; write one of: {}", name, *value, this->name(), accepted));
}

Status Element::onlyAttributes(std::initializer_list<std::string_view> names) const
{
    for (const auto* node = node_->properties; node != nullptr; node = node->next) {
        if (node->ns == nullptr && !contains(names, view(node->name))) {
            return error(fmt::format(
                "<{}> has an unknown attribute \"{}\"; known are: {}",
                name(),
                view(node->name),
                listed(names)));
        }
    }
    return Done{};
}

Status Element::onlyChildren(std::initializer_list<std::string_view> names) const
{
    for (const auto& element : children()) {
        if (!contains(names, element.name())) {
            return element.error(fmt::format(
                "<{}> may not stand in <{}>; known there are: {}",
                element.name(),
                name(),
                listed(names)));
        }
    }
    return Done{};
}

} // namespace jtv::xml
