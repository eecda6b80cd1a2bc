// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Numbers out of a row's text.
#include "scheduler/storage/row.h"

#include <charconv>

namespace jtv::storage {
namespace {

template <typename T>
T numberIn(const std::optional<std::string>& cell)
{
    T value{};
    if (cell) {
        std::from_chars(cell->data(), cell->data() + cell->size(), value);
    }
    return value;
}

} // namespace

std::int64_t Row::integer(std::size_t column) const
{
    return numberIn<std::int64_t>(cells_.at(column));
}

double Row::real(std::size_t column) const
{
    return numberIn<double>(cells_.at(column));
}

std::optional<std::int64_t> Row::optionalInteger(std::size_t column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<double> Row::optionalReal(std::size_t column) const
{
    return isNull(column) ? std::nullopt : std::optional(real(column));
}

} // namespace jtv::storage
