// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Addresses behind codes: what is refused, how they are printed, what tracks.
#include "content/model/web_address.h"

#include <boost/test/unit_test.hpp>

#include <utility>

namespace jtv::model {
namespace {

BOOST_AUTO_TEST_SUITE(web_address)

BOOST_AUTO_TEST_CASE(an_address_is_taken_apart)
{
    const auto address = parseWebAddress("https://Termin.Stadt.de:8443/a/b?x=1&y#top");
    BOOST_REQUIRE(address);
    BOOST_TEST(address->host == "termin.stadt.de");
    BOOST_TEST(address->port == 8443);
    BOOST_TEST(address->path == "/a/b");
    BOOST_TEST(address->query == "x=1&y");
    BOOST_TEST(address->fragment == "top");
}

BOOST_AUTO_TEST_CASE(what_hides_where_it_leads_is_refused_with_the_fix)
{
    const std::pair<std::string, const char*> faults[]{
        {"http://stadt.de", "https://"},
        {"stadt.de", "https://"},
        {"javascript:alert(1)", "https://"},
        {"https://", "host"},
        {"https://localhost/x", "host"},
        {"https://jobcenter.digital@evil.example", "user name"},
        {"https://stadt.de:0/", "port"},
        {"https://stadt.de:80x/", "port"},
        {"https://stadt.de/a b", "space"},
        {"https://stadt.de/\n", "space"},
        {"https://j\u043Ebcenter.digital", "xn--"},
        {"https://stadt.de/" + std::string(300, 'x'), "shorter"},
    };
    for (const auto& [address, word] : faults) {
        const auto refused = parseWebAddress(address);
        BOOST_REQUIRE_MESSAGE(!refused.has_value(), "accepted: " + address);
        BOOST_TEST(
            refused.error().message.find(word) != std::string::npos, refused.error().message);
    }
    BOOST_TEST(parseWebAddress("https://xn--mnchen-3ya.de").has_value());
}

BOOST_AUTO_TEST_CASE(the_printed_address_leaves_out_what_nobody_types)
{
    BOOST_TEST(printedAddress("https://www.jobcenter.digital/") == "www.jobcenter.digital");
    BOOST_TEST(printedAddress("https://stadt.de/termin/") == "stadt.de/termin/");
    BOOST_TEST(printedAddress("HTTPS://STADT.DE/T1") == "STADT.DE/T1");
    BOOST_TEST(printedAddress("https://xn--mnchen-3ya.de") == "xn--mnchen-3ya.de");
}

BOOST_AUTO_TEST_CASE(tracking_parameters_are_named_and_removed_and_others_stay)
{
    const std::string address =
        "https://stadt.de/termin?utm_source=tv&id=7&FBCLID=x&pk_campaign=a&utmost=1#hier";
    const std::vector<std::string> expected{"utm_source", "FBCLID", "pk_campaign"};
    BOOST_TEST((trackingParameters(address) == expected));
    BOOST_TEST(withoutTracking(address) == "https://stadt.de/termin?id=7&utmost=1#hier");
    BOOST_TEST(withoutTracking("https://stadt.de/?gclid=1") == "https://stadt.de/");
    BOOST_TEST(withoutTracking("https://stadt.de/a?b") == "https://stadt.de/a?b");
    BOOST_TEST(trackingParameters("https://stadt.de/?q=utm_source").empty());
}

BOOST_AUTO_TEST_CASE(capitals_are_used_where_the_server_must_understand_them)
{
    BOOST_TEST(inCapitals("https://stadt.de", false) == "HTTPS://STADT.DE");
    BOOST_TEST(inCapitals("https://stadt.de/t1", false).empty());
    BOOST_TEST(inCapitals("https://stadt.de/t1", true) == "HTTPS://STADT.DE/T1");
    BOOST_TEST(inCapitals("https://stadt.de/t_1", true).empty());
    BOOST_TEST(inCapitals("https://stadt.de/?a=1", true).empty());
    BOOST_TEST(isOnDomain("https://termin.Stadt.de/x", {"stadt.DE"}));
    BOOST_TEST(!isOnDomain("https://meinestadt.de", {"stadt.de"}));
    BOOST_TEST(!isOnDomain("https://stadt.de.evil.example", {"stadt.de"}));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::model
