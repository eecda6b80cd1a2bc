// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Expected failures as values: Result<T> is a value or an Error with one plain sentence.
#pragma once

#include <cassert>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace jtv {

// What a caller may want to tell apart. Everything finer stands in the message.
enum class ErrorKind {
    kInvalid,      // the input is wrong: broken XML, unknown word, refused value
    kNotFound,     // a file, screen, asset that is not there
    kUnsupported,  // understood, but not played or handled by this version
    kDenied,       // wrong password, bad signature, missing right
    kUnavailable,  // may work later: no network, database busy, 503
    kFull,         // no space left, or a quota
    kExists,       // it would be made a second time
    kInternal,     // a library failed in a way that should not happen
};

struct [[nodiscard]] Error {
    ErrorKind kind = ErrorKind::kInternal;
    std::string message;  // one sentence a clerk can read, with the fix where there is one

    // Adds what was being done: "reading plan.xml: no such file".
    Error within(std::string_view doing) && {
        message.insert(0, std::string(doing) + ": ");
        return std::move(*this);
    }
};

// Names and meaning as in std::expected, so that it can be deleted when the toolchain has it.
template<typename T>
class [[nodiscard]] Result {
public:
    // NOLINTNEXTLINE(google-explicit-constructor)
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    // NOLINTNEXTLINE(google-explicit-constructor)
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    bool has_value() const { return state_.index() == 0; }
    explicit operator bool() const { return has_value(); }

    T& value() & {
        assert(has_value());
        return *std::get_if<0>(&state_);
    }
    const T& value() const& {
        assert(has_value());
        return *std::get_if<0>(&state_);
    }
    T&& value() && {
        assert(has_value());
        return std::move(*std::get_if<0>(&state_));
    }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    Error& error() & {
        assert(!has_value());
        return *std::get_if<1>(&state_);
    }
    const Error& error() const& {
        assert(!has_value());
        return *std::get_if<1>(&state_);
    }
    Error&& error() && {
        assert(!has_value());
        return std::move(*std::get_if<1>(&state_));
    }

private:
    std::variant<T, Error> state_;
};

// Success without a value.
struct Done {};
using Status = Result<Done>;

}  // namespace jtv
