// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Files are replaced whole, and every failure is a sentence with the fix.
#include "base/file.h"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>

#include "tests/doubles/temporary_directory.h"

namespace jtv {
namespace {

BOOST_FIXTURE_TEST_SUITE(file, doubles::TemporaryDirectory)

BOOST_AUTO_TEST_CASE(replaced_file_has_the_new_bytes_and_leaves_no_temporary) {
    const auto target = path() / "plan.xml";
    BOOST_REQUIRE(replaceFile(target, "one"));
    BOOST_REQUIRE(replaceFile(target, "two"));
    BOOST_TEST(readFile(target, 100).value() == "two");
    BOOST_TEST(std::distance(std::filesystem::directory_iterator(path()), {}) == 1);
}

BOOST_AUTO_TEST_CASE(missing_file_is_named_with_the_fix) {
    const auto missing = readFile(path() / "none.xml", 100);
    BOOST_REQUIRE(!missing);
    BOOST_TEST((missing.error().kind == ErrorKind::kNotFound));
    BOOST_TEST(missing.error().message.find("none.xml") != std::string::npos);
    BOOST_TEST(missing.error().message.find("check the path") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(file_over_the_limit_is_refused) {
    BOOST_REQUIRE(replaceFile(path() / "big", std::string(101, 'x')));
    BOOST_TEST(!readFile(path() / "big", 100));
    BOOST_TEST(readFile(path() / "big", 101).has_value());
}

BOOST_AUTO_TEST_CASE(full_disk_leaves_the_old_file_whole) {
    const auto full = replaceFile("/dev/full/never", "x");
    BOOST_REQUIRE(!full);
    BOOST_TEST(fileError(28, "writing", "plan.xml").message.find("disk is full") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(directories_are_made_with_their_parents) {
    BOOST_REQUIRE(makeDirectory(path() / "a" / "b" / "c"));
    BOOST_REQUIRE(makeDirectory(path() / "a" / "b" / "c"));
    BOOST_TEST(std::filesystem::is_directory(path() / "a" / "b" / "c"));
    std::ofstream(path() / "plain") << "x";
    BOOST_TEST(!makeDirectory(path() / "plain"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace jtv
