// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The active plan is whole at every moment, also when the process is killed while it changes.
#include "base/file.h"
#include "content/store/plan_store.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <array>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

namespace jtv::store {
namespace {

namespace fs = std::filesystem;

model::SignedPlan document(std::uint64_t revision)
{
    const auto text = std::to_string(revision);
    return {"<plan revision='" + text + "'>" + std::string(20'000, 'x'), "signature " + text};
}

struct Fixture : doubles::TemporaryDirectory {
    BlobStore blobs = BlobStore::open(path()).value();
    PlanStore plans{path()};

    model::Plan plan(std::uint64_t revision)
    {
        model::Plan made;
        made.revision = revision;
        made.assets = {{blobs.put("smil").value(), 4, "application/smil+xml", ""}};
        return made;
    }
    Status activate(std::uint64_t revision)
    {
        return plans.activate(document(revision), plan(revision), blobs);
    }
};

BOOST_FIXTURE_TEST_SUITE(plan_store, Fixture)

BOOST_AUTO_TEST_CASE(first_plan_becomes_active_and_is_found_after_a_restart)
{
    BOOST_TEST(!plans.activeRevision());
    BOOST_TEST((plans.readActive().error().kind == ErrorKind::kNotFound));
    BOOST_REQUIRE(activate(3));
    const PlanStore restarted(path());
    BOOST_TEST(restarted.activeRevision().value() == 3U);
    BOOST_TEST((restarted.readActive().value() == document(3)));
    BOOST_TEST(fs::read_symlink(path() / "plans" / "active") == "3");
}

BOOST_AUTO_TEST_CASE(older_revision_is_refused_unless_it_rolls_back)
{
    BOOST_REQUIRE(activate(5));
    const auto older = activate(4);
    BOOST_REQUIRE(!older);
    BOOST_TEST((older.error().kind == ErrorKind::kDenied));
    auto back = plan(4);
    back.rollsBack = 5;
    BOOST_REQUIRE(plans.activate(document(4), back, blobs));
    BOOST_TEST(plans.activeRevision().value() == 4U);
}

BOOST_AUTO_TEST_CASE(same_revision_is_accepted_with_the_same_bytes_only)
{
    BOOST_REQUIRE(activate(5));
    BOOST_TEST(activate(5).has_value());
    const auto other = plans.activate({"<other/>", "s"}, plan(5), blobs);
    BOOST_REQUIRE(!other);
    BOOST_TEST((other.error().kind == ErrorKind::kExists));
    BOOST_TEST((plans.readActive().value() == document(5)));
}

BOOST_AUTO_TEST_CASE(plan_with_a_missing_or_damaged_file_is_not_activated)
{
    BOOST_REQUIRE(activate(1));
    auto incomplete = plan(2);
    incomplete.assets.push_back({crypto::sha256Hex("video"), 5, "video/mp4", ""});
    BOOST_TEST(
        (plans.activate(document(2), incomplete, blobs).error().kind == ErrorKind::kNotFound));
    const auto hash = blobs.put("video").value();
    BOOST_REQUIRE(replaceFile(blobs.pathOf(hash), "vide0"));
    BOOST_TEST(
        (plans.activate(document(2), incomplete, blobs).error().kind == ErrorKind::kInvalid));
    BOOST_TEST(plans.activeRevision().value() == 1U);
    const auto missing = wanting(incomplete, blobs, Depth::kFull);
    BOOST_REQUIRE(missing.size() == 1U);
    BOOST_TEST(missing[0].sha256 == hash);
    BOOST_REQUIRE(blobs.put("video"));
    BOOST_TEST(wanting(incomplete, blobs, Depth::kFull).empty());
    BOOST_TEST(plans.activate(document(2), incomplete, blobs).has_value());
}

BOOST_AUTO_TEST_CASE(trim_keeps_the_active_plan_and_the_next_highest)
{
    for (const std::uint64_t revision : {1U, 2U, 3U, 10U}) {
        BOOST_REQUIRE(activate(revision));
    }
    BOOST_TEST((plans.revisions() == std::vector<std::uint64_t>{10, 3, 2, 1}));
    BOOST_REQUIRE(plans.trim(1));
    BOOST_TEST((plans.revisions() == std::vector<std::uint64_t>{10, 3}));
    BOOST_TEST((plans.read(3).value() == document(3)));
    BOOST_REQUIRE(plans.clear());
    BOOST_TEST(!plans.activeRevision());
    BOOST_TEST(activate(1).has_value());
}

BOOST_AUTO_TEST_CASE(link_to_something_else_is_no_plan)
{
    BOOST_REQUIRE(activate(1));
    fs::remove(path() / "plans" / "active");
    fs::create_symlink("/etc", path() / "plans" / "active");
    BOOST_TEST(!plans.activeRevision());
    BOOST_TEST(activate(2).has_value());
}

// The child says each activation it finished; killed at 60 different moments, the plan on disk is
// never older than what was said, and always whole.
BOOST_AUTO_TEST_CASE(killed_at_any_moment_the_active_plan_is_whole_and_not_older_than_reported)
{
    BOOST_REQUIRE(activate(1));
    for (int round = 0; round < 60; ++round) {
        const auto first = plans.activeRevision().value() + 1;
        std::array<int, 2> said{};
        BOOST_REQUIRE(::pipe2(said.data(), O_CLOEXEC) == 0);
        const auto child = ::fork();
        if (child == 0) {
            for (auto revision = first; activate(revision) && plans.trim(1); ++revision) {
                [[maybe_unused]] const auto sent = ::write(said[1], &revision, sizeof revision);
            }
            ::_exit(1);
        }
        ::close(said[1]);
        std::uint64_t reported = 0;
        for (int i = 0; i <= round % 3; ++i) {
            BOOST_REQUIRE(::read(said[0], &reported, sizeof reported) == sizeof reported);
        }
        for (int spin = 0; spin < round * 400; ++spin) {
            (void)plans.activeRevision();
        }
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        for (std::uint64_t later = 0; ::read(said[0], &later, sizeof later) == sizeof later;) {
            reported = later;
        }
        ::close(said[0]);
        const auto active = plans.activeRevision();
        BOOST_REQUIRE(active);
        BOOST_TEST(*active >= reported);
        BOOST_TEST(*active <= reported + 1);
        BOOST_TEST((plans.readActive().value() == document(*active)));
        BOOST_TEST(wanting(plan(*active), blobs, Depth::kFull).empty());
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::store
