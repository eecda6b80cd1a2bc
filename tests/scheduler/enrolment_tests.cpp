// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Screens are let in by their key, on a real database.
#include "base/crypto/crypto.h"
#include "scheduler/devices/enrolment.h"
#include "scheduler/devices/screenshots.h"
#include "tests/doubles/scheduler_database.h"

#include <boost/test/unit_test.hpp>

namespace jtv::devices {
namespace {

struct Fixture : doubles::SchedulerDatabase {
    Enrolment enrolment{*database, clock};
    Screens screens{*database, clock};
    crypto::KeyPair key = crypto::makeKeyPair();
    storage::Author author{"admin", "10.0.0.1"};

    EnrolmentCodes begin()
    {
        return enrolment.begin({crypto::toBase64(key.publicKey), "{}", "Lobby", "10.0.0.9"})
            .value();
    }
    PollAnswer poll(const EnrolmentCodes& codes)
    {
        return enrolment.poll(codes.deviceCode).value().answer;
    }
    Result<DeviceToken> openSession(const std::string& screen)
    {
        auto challenge = enrolment.challenge(screen);
        if (!challenge) {
            return std::move(challenge).error();
        }
        return enrolment.openSession(
            screen,
            *challenge,
            crypto::toBase64(crypto::sign("jtv-session:" + *challenge, key.secretKey)));
    }
};

BOOST_FIXTURE_TEST_SUITE(enrolment, Fixture)

BOOST_AUTO_TEST_CASE(code_is_made_of_consonants_and_typed_as_people_type)
{
    const auto codes = begin();
    BOOST_TEST(codes.userCode.size() == 9U);
    BOOST_TEST(codes.userCode[4] == '-');
    BOOST_TEST(codes.userCode.find_first_not_of("BCDFGHJKLMNPQRSTVWXZ-") == std::string::npos);
    BOOST_TEST(normalUserCode(" bcdf ghjk ") == "BCDF-GHJK");
    BOOST_TEST(normalUserCode("BCDFGHJK") == "BCDF-GHJK");
}

BOOST_AUTO_TEST_CASE(screen_waits_is_approved_and_gets_a_token)
{
    const auto codes = begin();
    BOOST_TEST((poll(codes) == PollAnswer::kPending));
    BOOST_TEST((poll(codes) == PollAnswer::kSlowDown));
    clock.advance(Milliseconds(2'001));
    BOOST_TEST((poll(codes) == PollAnswer::kPending));
    BOOST_TEST(enrolment.pending().value().front().fingerprint == codes.fingerprint);
    const auto screen = enrolment.approve(codes.userCode, {}, author).value();
    BOOST_TEST((poll(codes) == PollAnswer::kApproved));
    BOOST_TEST(screens.find(screen).value().name == "Lobby");
    const auto token = openSession(screen).value();
    BOOST_TEST(enrolment.screenOf(token.token).value().value() == screen);
    clock.advance(token.lifetime);
    BOOST_TEST(!enrolment.screenOf(token.token).value().has_value());
}

BOOST_AUTO_TEST_CASE(refused_and_expired_screens_are_told_so)
{
    const auto codes = begin();
    BOOST_REQUIRE(enrolment.refuse(codes.userCode, author));
    BOOST_TEST((poll(codes) == PollAnswer::kRefused));
    const auto later = begin();
    clock.advance(std::chrono::minutes(16));
    BOOST_TEST((poll(later) == PollAnswer::kExpired));
    const auto late = enrolment.approve(later.userCode, {}, author);
    BOOST_REQUIRE(!late);
    BOOST_TEST((late.error().kind == ErrorKind::kNotFound));
    BOOST_TEST(enrolment.pending().value().empty());
}

BOOST_AUTO_TEST_CASE(challenge_is_good_once_for_its_screen_and_a_minute)
{
    const auto screen = enrolment.approve(begin().userCode, {}, author).value();
    const auto challenge = enrolment.challenge(screen).value();
    const auto signature =
        crypto::toBase64(crypto::sign("jtv-session:" + challenge, key.secretKey));
    BOOST_TEST(enrolment.openSession(screen, challenge, signature).has_value());
    BOOST_TEST(!enrolment.openSession(screen, challenge, signature));
    const auto old = enrolment.challenge(screen).value();
    clock.advance(Milliseconds(61'000));
    BOOST_TEST(!enrolment.openSession(
        screen, old, crypto::toBase64(crypto::sign("jtv-session:" + old, key.secretKey))));
}

BOOST_AUTO_TEST_CASE(other_key_does_not_open_a_session)
{
    const auto screen = enrolment.approve(begin().userCode, {}, author).value();
    key = crypto::makeKeyPair();
    BOOST_TEST(!openSession(screen));
    BOOST_TEST(!enrolment.challenge("nobody"));
}

BOOST_AUTO_TEST_CASE(revoked_screen_loses_its_token_and_may_come_again_under_its_id)
{
    const auto screen = enrolment.approve(begin().userCode, {}, author).value();
    const auto token = openSession(screen).value();
    BOOST_REQUIRE(screens.revoke(screen, author));
    BOOST_TEST(!enrolment.screenOf(token.token).value().has_value());
    BOOST_TEST(!openSession(screen));
    BOOST_TEST(enrolment.approve(begin().userCode, {}, author).value() == screen);
    BOOST_TEST(openSession(screen).has_value());
}

BOOST_AUTO_TEST_CASE(what_is_no_key_is_refused)
{
    BOOST_TEST(!enrolment.begin({"not base64!", "{}", "", ""}));
    BOOST_TEST(!enrolment.begin({crypto::toBase64("short"), "{}", "", ""}));
}

BOOST_AUTO_TEST_CASE(settings_out_of_range_are_refused_with_the_range)
{
    const auto screen = enrolment.approve(begin().userCode, {}, author).value();
    ScreenChange change;
    change.distanceMetres = 0.0;
    BOOST_TEST(!screens.change(screen, change, author));
    change = {};
    change.languages = std::vector<std::string>{};
    BOOST_TEST(!screens.change(screen, change, author));
    change.languages = std::vector<std::string>{"de", "so is' das"};
    BOOST_TEST(!screens.change(screen, change, author));
    change.languages = std::vector<std::string>{"ar", "pt-BR"};
    BOOST_REQUIRE(screens.change(screen, change, author));
    BOOST_TEST(screens.find(screen).value().settings.languages.back() == "pt-BR");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(screenshots)

BOOST_AUTO_TEST_CASE(look_marks_as_watched_and_old_pictures_are_not_shown)
{
    Screenshots pictures;
    const SteadyTime now{};
    BOOST_TEST(!pictures.watched("s", now));
    BOOST_TEST(pictures.look("s", now) == nullptr);
    BOOST_TEST(pictures.watched("s", now + std::chrono::seconds(10)));
    BOOST_TEST(!pictures.watched("s", now + std::chrono::seconds(11)));
    pictures.keep("s", {"image/png", "x", now});
    BOOST_TEST(pictures.look("s", now)->bytes == "x");
    BOOST_TEST(pictures.look("s", now + std::chrono::seconds(61)) == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::devices
