// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The settings file as administrators really write it.
#include "base/crypto/crypto.h"
#include "provisioning/settings/settings.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <string>

namespace jtv::settings {
namespace {

bool says(const Reading& reading, int line, std::string_view part)
{
    for (const auto& finding : reading.findings) {
        if (finding.line == line && finding.text.find(part) != std::string::npos) {
            return true;
        }
    }
    return false;
}

BOOST_AUTO_TEST_SUITE(settings)

BOOST_AUTO_TEST_CASE(every_key_is_read)
{
    const auto key = crypto::toBase64(std::string(32, 'k'));
    const auto reading = parseSettings(
        "# the screen in the hall\n"
        "server = https://tv.example.org:8443/tv/\n"
        "state=/data/tv\nname = Halle 2\nwindow = offscreen\nsize = 1280x720\n"
        "rotation = 270\ntransition = crossfade:700\n"
        "display_hours = Mo-Fr 07:30-18:00\ndisplay_cec = yes\n"
        "ca_file = /etc/ca.pem\nstatus_listen = 127.0.0.1:9464\nplan_directory = /media/usb\n"
        "plan_key = " +
        key + "\n");
    BOOST_TEST(reading.findings.empty());
    const auto& read = reading.settings;
    BOOST_REQUIRE(read.server);
    BOOST_TEST(read.server->text() == "https://tv.example.org:8443/tv");
    BOOST_TEST(read.state == "/data/tv");
    BOOST_TEST(read.name == "Halle 2");
    BOOST_TEST((read.window == Window::kOffscreen));
    BOOST_REQUIRE(read.size);
    BOOST_TEST(read.size->width == 1280);
    BOOST_TEST(read.size->height == 720);
    BOOST_TEST(read.rotation == 270);
    BOOST_TEST(read.transition == "crossfade:700");
    BOOST_TEST(read.displayHours.size() == 1U);
    BOOST_TEST(read.displayCec);
    BOOST_TEST(read.caFile == "/etc/ca.pem");
    BOOST_REQUIRE(read.statusListen);
    BOOST_TEST(read.statusListen->port == 9464);
    BOOST_TEST(read.planDirectory == "/media/usb");
    BOOST_TEST(read.planKey == std::string(32, 'k'));
}

BOOST_AUTO_TEST_CASE(hours_of_the_display_are_days_and_times_in_turn)
{
    using Days = std::array<bool, 7>;
    const Days week{true, true, true, true, true, false, false};
    const Days saturday{false, false, false, false, false, true, false};
    const Days all{true, true, true, true, true, true, true};
    const Days ends{true, false, false, false, false, true, true};
    const auto one = [](const Days& days, int from, int to) { return DisplayHours{days, from, to}; };
    const auto read = [](std::string_view text) { return parseDisplayHours(text).value(); };
    BOOST_TEST((read("Mo-Fr 07:30-18:00, Sa 9:00-13:00") ==
                std::vector{one(week, 450, 1080), one(saturday, 540, 780)}));
    BOOST_TEST((read("MON,Tue mittwoch;Do. fr 08:00-12:00 13:00-24:00") ==
                std::vector{one(week, 480, 720), one(week, 780, 1440)}));
    BOOST_TEST((read("22:00-06:00") == std::vector{one(all, 1320, 360)}));
    BOOST_TEST((read("Sa-Mo 10:00-00:00") == std::vector{one(ends, 600, 1440)}));
    for (const auto* wrong :
         {"", "Mo-Fr", "Mx 08:00-09:00", "M 08:00-09:00", "08:00", "08:00-08:00", "8-18",
          "08:00-24:01", "24:00-06:00", "08:0-09:00", "08:60-09:00", "-1:00-09:00", "Mo-08:00",
          "08:00-09:00 Di", "08:00–18:00", "Mo - Fr 08:00-18:00"}) {
        BOOST_TEST(!parseDisplayHours(wrong), wrong);
    }
    const auto reading = parseSettings("display_hours = Mo-Fr 8 bis 18 Uhr\ndisplay_cec = ja\n");
    BOOST_TEST(says(reading, 1, "\"8\" is neither days nor a time; write them as Mo-Fr 07:30-18:00"));
    BOOST_TEST(says(reading, 2, "neither yes nor no"));
    BOOST_TEST(reading.settings.displayHours.empty());
}

BOOST_AUTO_TEST_CASE(windows_text_is_read)
{
    const auto marked =
        parseSettings("\xef\xbb\xbfserver = https://a.example\r\nname = T\xc3\xbcr\r\n");
    BOOST_TEST(marked.findings.empty());
    BOOST_TEST(marked.settings.name == "T\xc3\xbcr");
    const auto ansi = parseSettings("name = T\xfcr \x84"
                                    "Eingang\x93\r\n");
    BOOST_TEST(ansi.findings.empty());
    BOOST_TEST(
        ansi.settings.name == "T\xc3\xbcr \xe2\x80\x9e"
                              "Eingang\xe2\x80\x9c");
}

BOOST_AUTO_TEST_CASE(utf16_is_explained)
{
    const auto reading = parseSettings(std::string_view("\xff\xfes\0e\0", 6));
    BOOST_TEST(says(reading, 0, "save it as UTF-8"));
}

BOOST_AUTO_TEST_CASE(misspelt_key_is_answered_with_the_right_one)
{
    const auto reading = parseSettings("\nsever = https://a.example\nPlan-Key = x\nfoo = 1\n");
    BOOST_TEST(says(reading, 2, "did you mean \"server\"?"));
    BOOST_TEST(says(reading, 3, "did you mean \"plan_key\"?"));
    BOOST_TEST(says(reading, 4, "known are server, state"));
    BOOST_TEST(!reading.settings.server.has_value());
}

BOOST_AUTO_TEST_CASE(wrong_values_are_explained_and_left_out)
{
    const auto reading =
        parseSettings("server = tv.example.org\nsize = 12 by 9\nwindow = full\nplan_key = abc\n"
                      "state = data\nstatus_listen = 0.0.0.0:9464\nnonsense\nsize = 1x1\n");
    BOOST_TEST(says(reading, 1, "https://scheduler.example.org"));
    BOOST_TEST(says(reading, 2, "1920x1080"));
    BOOST_TEST(says(reading, 3, "window, kiosk or offscreen"));
    BOOST_TEST(says(reading, 4, "44 characters"));
    BOOST_TEST(says(reading, 5, "path from the root"));
    BOOST_TEST(says(reading, 6, "127.0.0.1:9464"));
    BOOST_TEST(says(reading, 7, "key = value"));
    BOOST_TEST(says(reading, 8, "already set in line 2"));
    BOOST_TEST(reading.settings.state == "/var/lib/jobcenter-tv");
    BOOST_TEST(!reading.settings.size.has_value());
}

BOOST_AUTO_TEST_CASE(comments_and_quotes_are_understood)
{
    const auto reading =
        parseSettings("name = \"Halle # 2\"  # by the door\nsize = 800x600 # small\nserver =\n");
    BOOST_TEST(reading.findings.empty());
    BOOST_TEST(reading.settings.name == "Halle # 2");
    BOOST_TEST(reading.settings.size->height == 600);
}

BOOST_AUTO_TEST_CASE(unencrypted_server_is_a_hint_unless_it_is_this_machine)
{
    const auto far = parseSettings("server = http://tv.example.org\n");
    BOOST_TEST(says(far, 1, "not encrypted"));
    BOOST_TEST((far.findings.front().severity == Finding::Severity::kHint));
    BOOST_TEST(far.settings.server->port == 80);
    BOOST_TEST(parseSettings("server = http://127.0.0.1:8080\n").findings.empty());
}

BOOST_AUTO_TEST_CASE(missing_file_is_named_with_the_fix)
{
    const doubles::TemporaryDirectory directory;
    const auto reading = readSettings(directory.path() / "none.conf");
    BOOST_REQUIRE(!reading);
    BOOST_TEST(reading.error().message.find("none.conf") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(address)

BOOST_AUTO_TEST_CASE(addresses_come_back_as_written)
{
    for (const std::string text :
         {"https://a.example",
          "http://127.0.0.1:8080",
          "https://[::1]:8443/tv",
          "https://a.example:8/x/y"}) {
        const auto address = parseServerAddress(text);
        BOOST_REQUIRE(address);
        BOOST_TEST(address->text() == text);
    }
}

BOOST_AUTO_TEST_CASE(wrong_addresses_are_refused)
{
    for (const std::string text :
         {"",
          "ftp://a",
          "https://",
          "https://a:0",
          "https://a:70000",
          "https://a b",
          "https://[::1",
          "https://u@a",
          "https://a/\r\nX: y",
          "https://a/?q"}) {
        BOOST_TEST(!parseServerAddress(text), text);
    }
}

BOOST_AUTO_TEST_CASE(listen_addresses_default_to_loopback)
{
    BOOST_TEST(parseListenAddress(":9464")->host == "127.0.0.1");
    BOOST_TEST(parseListenAddress("[::1]:1")->host == "::1");
    BOOST_TEST(!parseListenAddress("9464"));
    BOOST_TEST(!parseListenAddress("host:"));
}

BOOST_AUTO_TEST_CASE(token_for_calls_is_long_and_needs_a_listener)
{
    const std::string token = "0123456789abcdef";
    const auto good = parseSettings("status_listen = 127.0.0.1:0\ncalls_token = " + token + "\n");
    BOOST_TEST(good.findings.empty());
    BOOST_TEST(good.settings.callsToken == token);
    BOOST_TEST(parseSettings("calls_token = " + token + "\n").findings.size() == 1U);
    const auto brief = parseSettings("status_listen = 127.0.0.1:0\ncalls_token = short\n");
    BOOST_TEST(brief.settings.callsToken.empty());
    BOOST_TEST(brief.findings.size() == 1U);
}

BOOST_AUTO_TEST_CASE(triggers_are_off_and_never_open_to_everybody)
{
    const auto off = parseSettings("");
    BOOST_TEST(!off.settings.triggerKeys);
    BOOST_TEST(!off.settings.notifyListen);
    const auto on = parseSettings("trigger_keys = yes\nnotify_listen = 127.0.0.1:8080\n");
    BOOST_TEST(on.findings.empty());
    BOOST_TEST(on.settings.triggerKeys);
    BOOST_TEST(on.settings.notifyListen->port == 8080);
    const auto open = parseSettings("notify_listen = 0.0.0.0:8080\ntrigger_keys = perhaps\n");
    BOOST_TEST(!open.settings.notifyListen);
    BOOST_TEST(open.findings.size() == 2U);
    const auto guarded =
        parseSettings("notify_listen = 0.0.0.0:8080\nnotify_token = 0123456789abcdef\n");
    BOOST_TEST(guarded.findings.empty());
    BOOST_TEST(!!guarded.settings.notifyListen);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::settings
