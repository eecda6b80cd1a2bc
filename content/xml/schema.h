// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// RELAX NG validation against a schema embedded in the program (jtv_embed_text in CMake).
#pragma once

#include "base/result.h"
#include "content/xml/document.h"

#include <memory>
#include <string_view>
#include <vector>

namespace jtv::xml {

// Any one thread.
class Schema {
public:
    // `relaxNg` is RELAX NG in its XML syntax, without includes. Throws std::invalid_argument when
    // it is not a schema: that is a mistake in the program, not in the input.
    explicit Schema(std::string_view relaxNg);
    Schema(Schema&&) noexcept;
    Schema& operator=(Schema&&) noexcept;
    Schema(const Schema&) = delete;
    Schema& operator=(const Schema&) = delete;
    ~Schema();

    // Every fault with its place, at most 20; empty = valid.
    std::vector<model::Remark> faults(const Document& document) const;

    // The first fault as an error: "FILE:LINE: …".
    Status validate(const Document& document) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace jtv::xml
