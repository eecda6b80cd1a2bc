// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Reads the machine's model from the device tree or the firmware.
#include "provisioning/enrolment/hardware.h"

#include "base/file.h"

#include <algorithm>
#include <string>
#include <sys/sysinfo.h>
#include <sys/utsname.h>
#include <thread>

namespace jtv::enrolment {
namespace {

constexpr std::size_t kMaxModel = 200;

std::string model()
{
    for (const auto* file : {"/proc/device-tree/model", "/sys/class/dmi/id/product_name"}) {
        if (auto text = readFile(file, kMaxModel)) {
            const auto end = std::find_if(
                text->begin(), text->end(), [](char c) { return c == '\0' || c == '\n'; });
            text->erase(end, text->end());
            if (!text->empty()) {
                return *text;
            }
        }
    }
    return "unknown";
}

} // namespace

json::Value describeHardware()
{
    json::Value hardware;
    hardware["model"] = model();
    utsname names{};
    if (::uname(&names) == 0) {
        hardware["machine"] = std::string(names.machine);
        hardware["kernel"] = std::string(names.release);
    }
    hardware["cores"] = std::thread::hardware_concurrency();
    struct sysinfo memory {};
    if (::sysinfo(&memory) == 0) {
        hardware["memory_mb"] = (memory.totalram * memory.mem_unit) >> 20U;
    }
    return hardware;
}

} // namespace jtv::enrolment
