// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// References of RFC 3986, 5.4, and addresses as people write them.
#include "provisioning/connection/web_address.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

namespace jtv::connection {
namespace {

struct Reference {
    const char* written;
    const char* target;
};
std::ostream& operator<<(std::ostream& out, const Reference& reference)
{
    return out << reference.written;
}

const Reference kReferences[]{
    {"g", "http://a/b/c/g"},
    {"./g", "http://a/b/c/g"},
    {"g/", "http://a/b/c/g/"},
    {"/g", "http://a/g"},
    {"//g", "http://g/"},
    {"?y", "http://a/b/c/d;p?y"},
    {"g?y", "http://a/b/c/g?y"},
    {"#s", "http://a/b/c/d;p?q"},
    {"g#s", "http://a/b/c/g"},
    {";x", "http://a/b/c/;x"},
    {"g;x=1/../y", "http://a/b/c/y"},
    {"", "http://a/b/c/d;p?q"},
    {".", "http://a/b/c/"},
    {"./", "http://a/b/c/"},
    {"..", "http://a/b/"},
    {"../g", "http://a/b/g"},
    {"../..", "http://a/"},
    {"../../g", "http://a/g"},
    {"../../../g", "http://a/g"},
    {"/../g", "http://a/g"},
    {"g.", "http://a/b/c/g."},
    {"..g", "http://a/b/c/..g"},
    {"./../g", "http://a/b/g"},
    {"./g/.", "http://a/b/c/g/"},
    {"g?y/../x", "http://a/b/c/g?y/../x"},
    {"https://other:8443/x", "https://other:8443/x"},
    {"Mein Film ü.mp4", "http://a/b/c/Mein%20Film%20%C3%BC.mp4"},
    {"a%2Fb", "http://a/b/c/a%2Fb"}};

BOOST_AUTO_TEST_SUITE(web_address)

BOOST_DATA_TEST_CASE(references_are_resolved_as_the_rfc_says, kReferences)
{
    const auto base = parseWebAddress("http://a/b/c/d;p?q");
    BOOST_REQUIRE(base);
    const auto target = resolve(*base, sample.written);
    BOOST_REQUIRE(target);
    BOOST_TEST(target->text() == sample.target);
}

BOOST_AUTO_TEST_CASE(an_address_is_taken_apart_and_put_together_again)
{
    const auto address =
        parseWebAddress("HTTPS://Server.example:8443/cms/index.smil?owner_id=1#top");
    BOOST_REQUIRE(address);
    BOOST_TEST(address->server.tls);
    BOOST_TEST(address->server.port == 8443);
    BOOST_TEST(address->path == "/cms/index.smil?owner_id=1");
    BOOST_TEST(parseWebAddress("http://server")->path == "/");
    BOOST_TEST(parseWebAddress("http://server?x")->path == "/?x");
}

BOOST_AUTO_TEST_CASE(what_is_no_web_address_is_refused_with_the_fix)
{
    for (const auto* text :
         {"", "index.smil", "http:", "http://", "ftp://server/x", "http://:80/"}) {
        const auto address = parseWebAddress(text);
        BOOST_TEST(!address, text);
        BOOST_TEST(address.error().message.find("https://server/index.smil") != std::string::npos);
    }
    const auto base = parseWebAddress("http://a/");
    BOOST_TEST((resolve(*base, "rtsp://camera/1").error().kind == ErrorKind::kUnsupported));
    BOOST_TEST(!resolve(*base, "data:image/png;base64,xx"));
    BOOST_TEST(!isWebAddress("C:/videos/a.mp4"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::connection
