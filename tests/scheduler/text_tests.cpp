// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Ranges, routes and upload metadata: text in, values out.
#include "scheduler/http/byte_range.h"
#include "scheduler/http/route.h"
#include "scheduler/http/server.h"
#include "scheduler/http/tus_metadata.h"
#include "scheduler/storage/key.h"

#include <boost/test/unit_test.hpp>

namespace jtv::http {
namespace {

BOOST_AUTO_TEST_SUITE(byte_range)

BOOST_AUTO_TEST_CASE(first_last_and_suffix)
{
    BOOST_TEST(byteRange("bytes=0-0", 10)->count == 1);
    BOOST_TEST(byteRange("bytes=5-", 10)->count == 5);
    BOOST_TEST(byteRange("bytes=5-99", 10)->count == 5);
    BOOST_TEST(byteRange("bytes=-3", 10)->first == 7);
    BOOST_TEST(byteRange("bytes=-30", 10)->count == 10);
}

BOOST_AUTO_TEST_CASE(beyond_the_end_there_is_nothing)
{
    BOOST_TEST(byteRange("bytes=10-", 10)->count == 0);
    BOOST_TEST(byteRange("bytes=-0", 10)->count == 0);
}

BOOST_AUTO_TEST_CASE(what_is_not_understood_means_the_whole_file)
{
    for (const auto* text :
         {"",
          "bytes=",
          "bytes=-",
          "bytes=a-b",
          "bytes=5-4",
          "bytes=0-1,3-4",
          "lines=0-1",
          "bytes=--1",
          "bytes=0-99999999999999999999"}) {
        BOOST_TEST(!byteRange(text, 10).has_value(), text);
    }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(route_table)

BOOST_AUTO_TEST_CASE(path_finds_its_route_and_its_parts)
{
    const RouteTable table(allRoutes());
    const auto found = table.find("PATCH", "/api/v1/assets/abc");
    BOOST_REQUIRE(found.route != nullptr);
    BOOST_TEST(found.route->pattern == "/api/v1/assets/{id}");
    BOOST_TEST(found.parameters.at("id") == "abc");
    BOOST_TEST(table.find("HEAD", "/healthz").route->method == "GET");
    BOOST_TEST(table.find("HEAD", "/api/v1/assets/abc").route->method == "HEAD");
    BOOST_TEST(table.find("GET", "/").route->pattern == "/{path...}");
    BOOST_TEST(table.find("GET", "/assets/a.js").route->pattern == "/{path...}");
}

BOOST_AUTO_TEST_CASE(other_methods_are_named_and_other_paths_are_nothing)
{
    const RouteTable table(allRoutes());
    const auto wrong = table.find("POST", "/healthz");
    BOOST_TEST((wrong.route == nullptr));
    BOOST_TEST(wrong.allowed == "GET");
    BOOST_TEST(table.find("POST", "/api/v1/none").allowed.empty());
    BOOST_TEST(table.find("POST", "/api/v1/assets/").allowed.empty());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(tus_metadata)

BOOST_AUTO_TEST_CASE(keys_and_values_are_decoded)
{
    const auto pairs = parseTusMetadata("filename ZmlsbQo=, filetype dmlkZW8vbXA0,flag").value();
    BOOST_TEST(pairs.at("filename") == "film "); // a line end becomes a space
    BOOST_TEST(pairs.at("filetype") == "video/mp4");
    BOOST_TEST(pairs.at("flag").empty());
    BOOST_TEST(parseTusMetadata("").value().empty());
}

BOOST_AUTO_TEST_CASE(broken_metadata_is_refused)
{
    BOOST_TEST(!parseTusMetadata("filename !!!"));
    BOOST_TEST(!parseTusMetadata("a YQ==,a YQ=="));
    BOOST_TEST(!parseTusMetadata(",,"));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(server)

BOOST_AUTO_TEST_CASE(address_to_listen_on_is_read_or_refused_with_the_form)
{
    BOOST_TEST(parseListen("0.0.0.0:80")->port == 80);
    BOOST_TEST(parseListen("[::1]:0")->host == "::1");
    for (const auto* text : {"", "8080", ":80", "a:", "a:x", "a:65536", "a:-1"}) {
        BOOST_TEST(!parseListen(text), text);
    }
}

BOOST_AUTO_TEST_CASE(times_are_written_and_read)
{
    const auto time = storage::parseIsoTime("2026-11-23T08:00:00+01:00");
    BOOST_REQUIRE(time.has_value());
    BOOST_TEST(storage::isoTime(*time) == "2026-11-23T07:00:00Z");
    for (const auto* text :
         {"",
          "2026-11-23",
          "2026-02-30T00:00:00Z",
          "2026-11-23T24:00:00Z",
          "2026-11-23T08:00:00"}) {
        BOOST_TEST(!storage::parseIsoTime(text).has_value(), text);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::http
