// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// libqrencode, and how large its modules are drawn.
#include "content/typeset/qr_code.h"

#include "base/c_handle.h"
#include "content/typeset/sizes.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <qrencode.h>

namespace jtv::typeset {
namespace {

using Code = CHandle<QRcode, QRcode_free>;

Code encode(const std::string& address, QRecLevel level)
{
    return Code(QRcode_encodeString(address.c_str(), 0, level, QR_MODE_8, 1));
}

} // namespace

Result<QrModules> encodeQr(const std::string& address)
{
    if (address.empty() || address.find('\0') != std::string::npos) {
        return Error{
            ErrorKind::kInvalid, "the QR code has no address; write one that begins with https://"};
    }
    auto code = encode(address, QR_ECLEVEL_M);
    if (!code) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format(
                "the address of {} bytes is too long for a QR code; use a shorter one",
                address.size())};
    }
    for (const auto level : {QR_ECLEVEL_Q, QR_ECLEVEL_H}) {
        if (auto stronger = encode(address, level); stronger && stronger->width == code->width) {
            code = std::move(stronger);
        }
    }
    QrModules modules;
    modules.width = code->width;
    const auto count =
        static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
    modules.dark.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        modules.dark.push_back((code->data[i] & 1U) != 0);
    }
    return modules;
}

Result<int> moduleSize(
    const QrModules& modules,
    double side,
    double wanted,
    const std::string& address,
    const Target& target)
{
    const int full = modules.fullWidth();
    const int needed = smallestModule(full, target);
    const int possible = static_cast<int>(side / full);
    if (needed > possible) {
        const double distance = readableDistance(full, possible, target);
        return Error{
            ErrorKind::kInvalid,
            fmt::format(
                "the QR code for {} can be scanned from {:.1f} m at most on this screen, not from "
                "{:.1f} m; "
                "use a shorter address, a larger screen or a smaller distance",
                address,
                std::floor(distance * 10) / 10,
                target.distanceMetres)};
    }
    return std::clamp(static_cast<int>(wanted / full), needed, possible);
}

} // namespace jtv::typeset
