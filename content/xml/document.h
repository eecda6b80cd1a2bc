// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// XML text → a tree to read. Everything that reads XML goes through here: no network, no entities,
// no DTD, limits on size, depth and numbers, and every error says "FILE:LINE: what is wrong; the
// fix".
#pragma once

#include "base/result.h"
#include "content/model/playlist.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct _xmlNode;
struct _xmlDoc;

namespace jtv::xml {

inline constexpr std::string_view kXmlNamespace = "http://www.w3.org/XML/1998/namespace";

struct ReadOptions {
    std::size_t bytes = std::size_t{4} << 20U; // of the text
    int depth = 64;                            // of nested elements
    int attributes = 64;                       // of one element, name spaces counted
    int elements = 200'000;
    bool repair = false; // raw "<" in attribute values becomes "&lt;", with a remark
};

struct Attribute {
    std::string_view name;         // local name, without prefix
    std::string_view namespaceUri; // empty = none
    std::string value;
};

// The words a reader accepts and what they mean, in the order errors name them:
//   element.word<Fit>("fit", {{"fill", Fit::kFill}, {"meet", Fit::kMeet}}, Fit::kMeet)
template <typename Enum>
using Words = std::initializer_list<std::pair<std::string_view, Enum>>;

struct Node;

// A view of one element, the size of two pointers; valid while its Document lives. Any one thread.
class Element {
public:
    std::string_view name() const;         // local name, without prefix
    std::string_view namespaceUri() const; // empty = none
    int line() const;                      // 1-based
    model::SourcePlace place() const;
    Error error(std::string_view text) const; // kInvalid: "FILE:LINE: text"

    std::vector<Element> children() const; // elements only, document order
    std::vector<Element> children(std::string_view name) const;
    std::optional<Element> child(std::string_view name) const; // the first of that name
    Result<Element> requireChild(std::string_view name) const;
    std::vector<Node> content() const; // mixed content: elements and the text between them
    std::string text() const;          // all characters below, as written
    std::string plainText() const;     // the same, white space runs as one space, trimmed

    std::vector<Attribute> attributes() const; // document order, without xmlns declarations
    // Of no name space, or of the given one ("xml:lang" = attribute("lang", kXmlNamespace)).
    std::optional<std::string>
    attribute(std::string_view name, std::string_view namespaceUri = {}) const;
    // Errors: kInvalid naming the attribute and what is accepted.
    Result<std::string> require(std::string_view name) const;
    Result<std::int64_t>
    integer(std::string_view name, std::int64_t least, std::int64_t most) const;
    Result<std::optional<std::int64_t>>
    optionalInteger(std::string_view name, std::int64_t least, std::int64_t most) const;

    template <typename Enum>
    Result<Enum> word(std::string_view name, Words<Enum> words) const
    {
        const auto value = attribute(name);
        std::string accepted;
        for (const auto& [text, meaning] : words) {
            if (value && *value == text) {
                return meaning;
            }
            accepted += (accepted.empty() ? "" : ", ") + std::string(text);
        }
        return wordError(name, value, accepted);
    }
    template <typename Enum>
    Result<Enum> word(std::string_view name, Words<Enum> words, Enum whenAbsent) const
    {
        return attribute(name) ? word(name, words) : Result<Enum>(whenAbsent);
    }

    // An error naming the first attribute (of no name space) or child that is not in the list.
    Status onlyAttributes(std::initializer_list<std::string_view> names) const;
    Status onlyChildren(std::initializer_list<std::string_view> names) const;

private:
    friend class Document;
    Element(const _xmlNode* node, const std::string* file) : node_(node), file_(file) {}
    Error wordError(
        std::string_view name,
        const std::optional<std::string>& value,
        std::string_view accepted) const;

    const _xmlNode* node_;
    const std::string* file_;
};

// A piece of mixed content: an element, or (when that is empty) text.
struct Node {
    std::optional<Element> element;
    std::string text;
};

// Any one thread; may be read by several at once.
class Document {
public:
    // `file` is the name used in messages. Errors: kInvalid, "FILE:LINE: …".
    static Result<Document>
    parse(std::string_view bytes, std::string file, const ReadOptions& options = {});
    // Errors: those of readFile() and of parse().
    static Result<Document>
    read(const std::filesystem::path& path, const ReadOptions& options = {});

    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;
    ~Document();

    Element root() const;
    const std::string& file() const;
    const std::vector<model::Remark>& repairs() const; // what was mended or ignored while reading

private:
    friend class Schema;
    struct State;
    explicit Document(std::unique_ptr<State> state);
    _xmlDoc* tree() const;

    std::unique_ptr<State> state_;
};

} // namespace jtv::xml
