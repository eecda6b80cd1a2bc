// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The device key lasts, is private, and is never silently replaced.
#include "base/file.h"
#include "provisioning/identity/identity.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <sys/stat.h>

namespace jtv::identity {
namespace {

BOOST_FIXTURE_TEST_SUITE(identity, doubles::TemporaryDirectory)

BOOST_AUTO_TEST_CASE(key_is_made_once_and_only_readable_for_its_owner)
{
    BOOST_REQUIRE(crypto::start());
    const auto made = loadOrMake(path() / "state");
    BOOST_REQUIRE(made);
    struct stat file {};
    BOOST_REQUIRE(::stat((path() / "state" / "identity").c_str(), &file) == 0);
    BOOST_TEST((file.st_mode & 0777U) == 0600U);
    const auto loaded = loadOrMake(path() / "state");
    BOOST_REQUIRE(loaded);
    BOOST_TEST(loaded->publicKey == made->publicKey);
    BOOST_TEST(crypto::verify("x", crypto::sign("x", loaded->secretKey), made->publicKey));
}

BOOST_AUTO_TEST_CASE(rights_of_a_restored_copy_are_tightened)
{
    BOOST_REQUIRE(loadOrMake(path()));
    BOOST_REQUIRE(::chmod((path() / "identity").c_str(), 0644) == 0);
    BOOST_REQUIRE(loadOrMake(path()));
    struct stat file {};
    BOOST_REQUIRE(::stat((path() / "identity").c_str(), &file) == 0);
    BOOST_TEST((file.st_mode & 0777U) == 0600U);
}

BOOST_AUTO_TEST_CASE(broken_key_is_refused_and_left_as_it_is)
{
    BOOST_REQUIRE(replaceFile(path() / "identity", "jtv-ed25519 abc"));
    const auto refused = loadOrMake(path());
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().message.find("enrol the screen again") != std::string::npos);
    BOOST_TEST(readFile(path() / "identity", 100).value() == "jtv-ed25519 abc");
}

BOOST_AUTO_TEST_CASE(fingerprint_is_the_start_of_the_key_hash)
{
    BOOST_TEST(fingerprint("") == "E3B0 C442 98FC 1C14");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::identity
