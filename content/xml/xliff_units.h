// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The two readers behind readXliff(), one for each major version.
#pragma once

#include "content/model/translation.h"
#include "content/xml/document.h"

namespace jtv::xml::xliff {

Result<model::Translation> readVersion2(const Document& document);
Result<model::Translation> readVersion1(const Element& root);

} // namespace jtv::xml::xliff
