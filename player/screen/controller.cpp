// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Tries the display controllers in turn. SDL would open one only where a display is attached.
#include "player/screen/controller.h"

#include <fcntl.h>
#include <string>
#include <xf86drm.h>
#include <xf86drmMode.h>

namespace jtv::screen {
namespace {

using Resources = CHandle<drmModeRes, drmModeFreeResources>;
using Connector = CHandle<drmModeConnector, drmModeFreeConnector>;

constexpr int kMostControllers = 16;

bool hasDisplay(int fd, const drmModeRes& resources)
{
    for (int i = 0; i < resources.count_connectors; ++i) {
        const Connector connector(drmModeGetConnectorCurrent(fd, resources.connectors[i]));
        if (connector && connector->connection == DRM_MODE_CONNECTED) {
            return true;
        }
    }
    return false;
}

} // namespace

Result<UniqueFd> openController()
{
    std::string why = "there is no display controller; check that its driver is loaded";
    UniqueFd withoutDisplay;
    for (int number = 0; number < kMostControllers; ++number) {
        const std::string path = "/dev/dri/card" + std::to_string(number);
        UniqueFd fd(::open(path.c_str(), O_RDWR | O_CLOEXEC));
        const Resources resources(fd ? drmModeGetResources(fd.get()) : nullptr);
        if (!resources || resources->count_connectors == 0 || resources->count_crtcs == 0) {
            continue; // it only draws or decodes
        }
        if (drmSetMaster(fd.get()) != 0) {
            why = path + " is in use; end the desktop session or the other player";
        } else if (
            drmSetClientCap(fd.get(), DRM_CLIENT_CAP_UNIVERSAL_PLANES, 1) != 0 ||
            drmSetClientCap(fd.get(), DRM_CLIENT_CAP_ATOMIC, 1) != 0) {
            why = "the display driver cannot change planes all at once";
        } else if (hasDisplay(fd.get(), *resources)) {
            return fd;
        } else if (!withoutDisplay) {
            withoutDisplay = std::move(fd);
        }
    }
    if (withoutDisplay) {
        return withoutDisplay;
    }
    return Error{ErrorKind::kUnavailable, std::move(why)};
}

} // namespace jtv::screen
