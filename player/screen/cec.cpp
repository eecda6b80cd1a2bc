// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Messages on their way: nothing is waited for, answers are fetched later.
#include "player/screen/cec.h"

#include "player/screen/log.h"

#include <algorithm>
#include <cstring>
#include <fcntl.h>
#include <linux/cec.h>
#include <string>
#include <string_view>
#include <sys/ioctl.h>
#include <utility>

namespace jtv::screen {
namespace {

constexpr std::chrono::seconds kFindEvery{10};
constexpr std::chrono::seconds kStepEvery{1};
constexpr std::uint32_t kAnswerWithin = 1000; // ms, HDMI 1.4b CEC 9.2
constexpr int kMostAdapters = 16;
constexpr std::string_view kName = "Jobcenter-TV"; // at most 14 letters

// As a playback device: what a television expects at its input.
bool claim(int fd)
{
    cec_log_addrs wanted{};
    if (::ioctl(fd, CEC_ADAP_G_LOG_ADDRS, &wanted) == 0 && wanted.num_log_addrs > 0) {
        return true; // by us, earlier, or by the system
    }
    wanted = {};
    wanted.num_log_addrs = 1;
    wanted.cec_version = CEC_OP_CEC_VERSION_1_4;
    wanted.vendor_id = CEC_VENDOR_ID_NONE;
    wanted.primary_device_type[0] = CEC_OP_PRIM_DEVTYPE_PLAYBACK;
    wanted.log_addr_type[0] = CEC_LOG_ADDR_TYPE_PLAYBACK;
    wanted.all_device_types[0] = CEC_OP_ALL_DEVTYPE_PLAYBACK;
    std::copy(kName.begin(), kName.end(), std::begin(wanted.osd_name));
    return ::ioctl(fd, CEC_ADAP_S_LOG_ADDRS, &wanted) == 0;
}

std::uint16_t physicalAddress(int fd)
{
    std::uint16_t address = CEC_PHYS_ADDR_INVALID;
    return ::ioctl(fd, CEC_ADAP_G_PHYS_ADDR, &address) == 0 ? address : CEC_PHYS_ADDR_INVALID;
}

bool canTalk(int fd)
{
    constexpr std::uint32_t kNeeded = CEC_CAP_TRANSMIT | CEC_CAP_LOG_ADDRS;
    cec_caps caps{};
    return ::ioctl(fd, CEC_ADAP_G_CAPS, &caps) == 0 && (caps.capabilities & kNeeded) == kNeeded;
}

CecAnswer answerIn(const cec_msg& message)
{
    if ((message.rx_status & CEC_RX_STATUS_FEATURE_ABORT) != 0) {
        return CecAnswer::kUntold;
    }
    if ((message.rx_status & CEC_RX_STATUS_OK) == 0 || message.len < 3) {
        return CecAnswer::kNothing;
    }
    switch (message.msg[2]) {
    case CEC_OP_POWER_STATUS_ON:
    case CEC_OP_POWER_STATUS_TO_ON:
        return CecAnswer::kOn;
    case CEC_OP_POWER_STATUS_STANDBY:
    case CEC_OP_POWER_STATUS_TO_STANDBY:
        return CecAnswer::kStandby;
    default:
        return CecAnswer::kUntold;
    }
}

std::string_view wordOf(Television television)
{
    switch (television) {
    case Television::kOn:
        return "is on";
    case Television::kStandby:
        return "is in standby";
    case Television::kSilent:
        return "does not answer";
    case Television::kUnknown:
        break;
    }
    return "does not say whether it is on";
}

} // namespace

// The adapter with a television at its other end. The television's own end has the address 0.0.0.0.
void Cec::find(SteadyTime now)
{
    if (now < nextFind_) {
        return;
    }
    nextFind_ = now + kFindEvery;
    UniqueFd best;
    for (int number = 0; number < kMostAdapters; ++number) {
        const std::string path = "/dev/cec" + std::to_string(number);
        UniqueFd fd(::open(path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC));
        const auto address = fd ? physicalAddress(fd.get()) : std::uint16_t{0};
        if (address == 0 || !canTalk(fd.get())) {
            continue;
        }
        const bool connected = address != CEC_PHYS_ADDR_INVALID;
        if (connected || !best) {
            best = std::move(fd);
        }
        if (connected) {
            break;
        }
    }
    if (best && !claim(best.get()) && !std::exchange(refused_, true)) {
        kLog.warning("the HDMI-CEC adapter takes no address; see whether another program uses it");
    }
    fd_ = std::move(best);
}

Cec::Bus Cec::bus() const
{
    Bus found;
    cec_log_addrs addresses{};
    found.physical = physicalAddress(fd_.get());
    if (::ioctl(fd_.get(), CEC_ADAP_G_LOG_ADDRS, &addresses) == 0 && addresses.log_addr_mask != 0) {
        found.logical = addresses.log_addr[0];
    }
    return found;
}

void Cec::receive(SteadyTime now)
{
    for (cec_msg message{}; ::ioctl(fd_.get(), CEC_RECEIVE, &message) == 0; message = {}) {
        if (asked_ == 0 || message.sequence != asked_) {
            continue; // of an order: how it ended is asked for
        }
        const bool sent = (message.tx_status & CEC_TX_STATUS_OK) != 0;
        const auto before = talk_.television();
        asked_ = 0;
        talk_.heard(sent ? answerIn(message) : CecAnswer::kNothing, now);
        if (talk_.television() != before) {
            kLog.info("the television {}", wordOf(talk_.television()));
        }
    }
}

// False: the kernel does not take it.
bool Cec::send(CecMessage what, const Bus& bus)
{
    cec_msg message{};
    message.len = 2;
    message.msg[0] = static_cast<std::uint8_t>(bus.logical << 4U | CEC_LOG_ADDR_TV);
    switch (what) {
    case CecMessage::kImageViewOn:
        message.msg[1] = CEC_MSG_IMAGE_VIEW_ON;
        break;
    case CecMessage::kActiveSource:
        message.len = 4;
        message.msg[0] |= CEC_LOG_ADDR_BROADCAST;
        message.msg[1] = CEC_MSG_ACTIVE_SOURCE;
        message.msg[2] = static_cast<std::uint8_t>(bus.physical >> 8U);
        message.msg[3] = static_cast<std::uint8_t>(bus.physical & 0xffU);
        break;
    case CecMessage::kStandby:
        message.msg[1] = CEC_MSG_STANDBY;
        break;
    case CecMessage::kAskPower:
        message.msg[1] = CEC_MSG_GIVE_DEVICE_POWER_STATUS;
        message.reply = CEC_MSG_REPORT_POWER_STATUS;
        message.timeout = kAnswerWithin;
        break;
    }
    const bool taken = ::ioctl(fd_.get(), CEC_TRANSMIT, &message) == 0;
    if (what == CecMessage::kAskPower) {
        asked_ = taken ? message.sequence : 0;
    }
    return taken;
}

void Cec::step(SteadyTime now)
{
    if (now < nextStep_) {
        return;
    }
    nextStep_ = now + kStepEvery;
    if (!reachable_) {
        find(now);
    }
    const Bus current = fd_ ? bus() : Bus{};
    reachable_ =
        current.physical != CEC_PHYS_ADDR_INVALID && current.logical != CEC_LOG_ADDR_UNREGISTERED;
    talk_.reachable(reachable_, now);
    receive(now);
    for (const auto message : talk_.due(now)) {
        if (!send(message, current) && message == CecMessage::kAskPower) {
            talk_.heard(CecAnswer::kNothing, now);
        }
    }
}

std::optional<Television> Cec::television() const
{
    return reachable_ ? std::optional(talk_.television()) : std::nullopt;
}

} // namespace jtv::screen
