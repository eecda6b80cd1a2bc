// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Plan ⇄ XML (plan.rng), and the signature that stands before it. Any one thread.
#pragma once

#include "base/result.h"
#include "content/model/plan.h"

#include <string>
#include <string_view>

namespace jtv::xml {

// A plan of 1,000 rules and 20,000 files has less than 8 MiB.
inline constexpr std::size_t kMaxPlanBytes = std::size_t{16} << 20U;

// The same plan always gives the same bytes. The plan has passed model::checkPlan().
std::string writePlan(const model::Plan& plan);

// Errors: kInvalid with FILE:LINE, kUnsupported for a later format version. What is returned has
// passed model::checkPlan().
Result<model::Plan> readPlan(std::string_view bytes, std::string_view file = "plan.xml");

// writePlan() and the signature by this Ed25519 secret key (64 raw bytes).
model::SignedPlan signPlan(const model::Plan& plan, std::string_view secretKey);

// Checks the signature (base64) with the server's public key (base64 of 32 bytes) before the first
// byte is parsed. Errors: kDenied when the signature does not fit, else those of readPlan().
Result<model::Plan>
readSignedPlan(std::string_view bytes, std::string_view signature, std::string_view publicKey);

} // namespace jtv::xml
