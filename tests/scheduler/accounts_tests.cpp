// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Users, passwords and sessions on a real database.
#include "scheduler/accounts/accounts.h"
#include "tests/doubles/scheduler_database.h"

#include <boost/test/unit_test.hpp>

namespace jtv::accounts {
namespace {

struct Fixture : doubles::SchedulerDatabase {
    Accounts accounts{*database, clock};
};

BOOST_FIXTURE_TEST_SUITE(accounts, Fixture)

BOOST_AUTO_TEST_CASE(first_start_makes_a_password_and_later_ones_do_not)
{
    const auto made = accounts.ensureAdministrator(std::nullopt).value();
    BOOST_REQUIRE(made.has_value());
    BOOST_TEST(made->size() == 23U);
    BOOST_TEST(!accounts.ensureAdministrator(std::nullopt).value().has_value());
    const auto session = accounts.logIn("admin", *made, "10.0.0.1").value();
    BOOST_TEST(session.user.name == "admin");
    BOOST_TEST(accounts.userOf(session.token).value().has_value());
}

BOOST_AUTO_TEST_CASE(given_password_replaces_the_old_one_and_ends_its_sessions)
{
    const auto made = accounts.ensureAdministrator(std::nullopt).value();
    const auto session = accounts.logIn("admin", *made, "10.0.0.1").value();
    BOOST_REQUIRE(accounts.ensureAdministrator("another password"));
    BOOST_TEST(!accounts.userOf(session.token).value().has_value());
    BOOST_TEST(!accounts.logIn("admin", *made, "10.0.0.1"));
    BOOST_TEST(accounts.logIn("admin", "another password", "10.0.0.1").has_value());
}

BOOST_AUTO_TEST_CASE(wrong_name_and_wrong_password_sound_the_same)
{
    BOOST_REQUIRE(accounts.ensureAdministrator("the password"));
    const auto name = accounts.logIn("nobody", "the password", "10.0.0.1");
    const auto password = accounts.logIn("admin", "wrong", "10.0.0.1");
    BOOST_REQUIRE((!name && !password));
    BOOST_TEST(name.error().message == password.error().message);
    BOOST_TEST((name.error().kind == ErrorKind::kDenied));
}

BOOST_AUTO_TEST_CASE(guessing_is_slowed_down_for_that_network_and_account_only)
{
    BOOST_REQUIRE(accounts.ensureAdministrator("the password"));
    for (int guess = 0; guess < 5; ++guess) {
        BOOST_TEST(!accounts.logIn("admin", "wrong", "10.0.0.1"));
    }
    const auto waiting = accounts.logIn("admin", "the password", "10.0.0.77");
    BOOST_REQUIRE(!waiting);
    BOOST_TEST((waiting.error().kind == ErrorKind::kUnavailable));
    BOOST_TEST(accounts.logIn("admin", "the password", "10.0.1.1").has_value());
    clock.advance(Milliseconds(1'000));
    BOOST_TEST(accounts.logIn("admin", "the password", "10.0.0.77").has_value());
}

BOOST_AUTO_TEST_CASE(session_ends_when_it_is_not_used_and_lives_on_when_it_is)
{
    BOOST_REQUIRE(accounts.ensureAdministrator("the password"));
    const auto used = accounts.logIn("admin", "the password", "10.0.0.1").value();
    const auto unused = accounts.logIn("admin", "the password", "10.0.0.1").value();
    for (int hour = 0; hour < 13; ++hour) {
        clock.advance(std::chrono::hours(1));
        BOOST_TEST(accounts.userOf(used.token).value().has_value());
    }
    BOOST_TEST(!accounts.userOf(unused.token).value().has_value());
}

BOOST_AUTO_TEST_CASE(tokens_and_passwords_are_not_in_the_database)
{
    BOOST_REQUIRE(accounts.ensureAdministrator("the password"));
    const auto session = accounts.logIn("admin", "the password", "10.0.0.1").value();
    const auto rows =
        database->read("SELECT token_hash FROM sessions UNION ALL SELECT password_hash FROM users")
            .value();
    for (const auto& row : rows) {
        BOOST_TEST(row.text(0).find(session.token) == std::string::npos);
        BOOST_TEST(row.text(0).find("the password") == std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(password_is_changed_only_with_the_old_one)
{
    BOOST_REQUIRE(accounts.ensureAdministrator("the password"));
    const auto user = accounts.logIn("admin", "the password", "10.0.0.1").value().user;
    BOOST_TEST(!accounts.changePassword(user, "wrong", "a new password"));
    BOOST_TEST(!accounts.changePassword(user, "the password", "short"));
    BOOST_TEST(accounts.changePassword(user, "the password", "a new password").has_value());
    BOOST_TEST(accounts.logIn("admin", "a new password", "10.0.0.1").has_value());
}

BOOST_AUTO_TEST_CASE(logged_out_session_is_gone)
{
    BOOST_REQUIRE(accounts.ensureAdministrator("the password"));
    const auto session = accounts.logIn("admin", "the password", "10.0.0.1").value();
    BOOST_REQUIRE(accounts.logOut(session.token));
    BOOST_TEST(!accounts.userOf(session.token).value().has_value());
}

BOOST_AUTO_TEST_CASE(roles_may_what_they_are_for)
{
    BOOST_TEST(may(Role::kViewer, Right::kView));
    BOOST_TEST(!may(Role::kViewer, Right::kEdit));
    BOOST_TEST(may(Role::kEditor, Right::kEdit));
    BOOST_TEST(!may(Role::kEditor, Right::kPublish));
    BOOST_TEST(!may(Role::kDeviceAdministrator, Right::kEdit));
    BOOST_TEST(may(Role::kDeviceAdministrator, Right::kScreens));
    BOOST_TEST(may(Role::kAdministrator, Right::kAdminister));
    BOOST_TEST((parseRole("publisher").value() == Role::kPublisher));
    BOOST_TEST(!parseRole("boss"));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(rate_limit)

BOOST_AUTO_TEST_CASE(delay_doubles_up_to_its_limit_and_success_forgets)
{
    RateLimit limit({2, Milliseconds(1'000), Milliseconds(3'000), 10});
    const SteadyTime now{};
    limit.failed("a", now);
    BOOST_TEST(limit.wait("a", now).count() == 0);
    limit.failed("a", now);
    BOOST_TEST(limit.wait("a", now).count() == 1'000);
    limit.failed("a", now);
    BOOST_TEST(limit.wait("a", now).count() == 2'000);
    limit.failed("a", now);
    BOOST_TEST(limit.wait("a", now).count() == 3'000);
    BOOST_TEST(limit.wait("a", now + Milliseconds(3'000)).count() == 0);
    BOOST_TEST(limit.wait("b", now).count() == 0);
    limit.succeeded("a");
    BOOST_TEST(limit.wait("a", now).count() == 0);
}

BOOST_AUTO_TEST_CASE(memory_of_failures_is_bounded)
{
    RateLimit limit({1, Milliseconds(1'000), Milliseconds(60'000), 3});
    SteadyTime now{};
    for (const auto* key : {"a", "b", "c", "d"}) {
        limit.failed(key, now += Milliseconds(1));
    }
    BOOST_TEST(limit.wait("a", now).count() == 0);
    BOOST_TEST(limit.wait("d", now).count() > 0);
}

BOOST_AUTO_TEST_CASE(subscriber_counts_once)
{
    BOOST_TEST(networkOf("192.168.7.9") == "192.168.7.0/24");
    BOOST_TEST(networkOf("2001:db8:1:2::3") == networkOf("2001:db8:1:ff::9"));
    BOOST_TEST(networkOf("2001:db8:1:2::3") != networkOf("2001:db8:2:2::3"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::accounts
