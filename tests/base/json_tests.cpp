// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Limits and plain errors of the JSON reader.
#include "base/json/json.h"

#include <boost/test/unit_test.hpp>

namespace jtv::json {
namespace {

BOOST_AUTO_TEST_SUITE(json)

BOOST_AUTO_TEST_CASE(members_keep_their_order) {
    BOOST_TEST(write(parse(R"({"b":1,"a":[true,null]})").value()) == R"({"b":1,"a":[true,null]})");
}

BOOST_AUTO_TEST_CASE(broken_text_is_reported_with_its_position) {
    const auto broken = parse(R"({"a":)");
    BOOST_REQUIRE(!broken);
    BOOST_TEST(broken.error().message.find("byte 6") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(member_named_twice_is_refused_also_in_nested_objects) {
    BOOST_TEST(!parse(R"({"a":1,"a":2})"));
    BOOST_TEST(!parse(R"([{"b":{"a":1,"a":2}}])"));
    BOOST_TEST(parse(R"({"a":{"a":1},"b":{"a":2}})").has_value());
}

BOOST_AUTO_TEST_CASE(deep_and_long_texts_are_refused) {
    BOOST_TEST(!parse(std::string(10000, '[')));
    BOOST_TEST(!parse(std::string(100, '[') + std::string(100, ']')));
    BOOST_TEST(!parse("[1,2,3]", 3));
}

BOOST_AUTO_TEST_CASE(wrong_type_names_the_member) {
    const auto value = parse(R"({"name":7,"n":"x"})").value();
    BOOST_TEST(text(value, "name").error().message.find("\"name\"") != std::string::npos);
    BOOST_TEST(!integer(value, "n"));
    BOOST_TEST(!optionalText(value, "name"));
    BOOST_TEST(!optionalText(value, "absent").value().has_value());
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_utf8_are_replaced_when_written) {
    BOOST_TEST(write(Value("a\xff")) == "\"a\xEF\xBF\xBD\"");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace jtv::json
