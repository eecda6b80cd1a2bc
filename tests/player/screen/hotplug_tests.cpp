// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The kernel's messages about displays are told from all others.
#include "player/screen/hotplug.h"

#include <boost/test/unit_test.hpp>

namespace jtv::screen {
namespace {

using namespace std::string_view_literals;

BOOST_AUTO_TEST_SUITE(hotplug)

BOOST_AUTO_TEST_CASE(only_messages_about_displays_count)
{
    BOOST_TEST(tellsOfDisplay("change@/devices/platform/gpu/drm/card0\0ACTION=change\0"
                              "SUBSYSTEM=drm\0HOTPLUG=1\0SEQNUM=2101\0"sv));
    BOOST_TEST(!tellsOfDisplay("add@/devices/drm\0ACTION=add\0SUBSYSTEM=drm_dp_aux_dev\0"sv));
    BOOST_TEST(!tellsOfDisplay("add@/x\0SUBSYSTEM=usb\0NAME=SUBSYSTEM=drm\0"sv));
    BOOST_TEST(tellsOfDisplay("SUBSYSTEM=drm"sv));
    BOOST_TEST(!tellsOfDisplay(""sv));
}

BOOST_AUTO_TEST_CASE(nothing_is_waited_for)
{
    Hotplug hotplug;
    hotplug.happened(); // returns
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::screen
