// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A file that is in the store is whole, and nothing else gets in.
#include "base/file.h"
#include "content/store/blob_store.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <limits>
#include <thread>

namespace jtv::store {
namespace {

namespace fs = std::filesystem;

struct Fixture : doubles::TemporaryDirectory {
    BlobStore blobs = BlobStore::open(path()).value();

    std::size_t temporaries() const
    {
        const fs::directory_iterator files(path() / "blobs" / "tmp");
        return static_cast<std::size_t>(std::distance(fs::begin(files), fs::end(files)));
    }
};

model::Asset asset(std::string_view bytes)
{
    return {crypto::sha256Hex(bytes), bytes.size(), "text/plain", ""};
}

// Long ago on every clock, and the far future.
const WallTime kNow = std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());

BOOST_FIXTURE_TEST_SUITE(blob_store, Fixture)

BOOST_AUTO_TEST_CASE(stored_bytes_lie_under_their_hash_and_leave_no_temporary)
{
    const auto hash = blobs.put("hello").value();
    BOOST_TEST(hash == "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
    BOOST_TEST(blobs.find(hash).value() == path() / "blobs/sha256/2c/f2" / hash);
    BOOST_TEST(readFile(blobs.pathOf(hash), 10).value() == "hello");
    BOOST_TEST(blobs.put("hello").value() == hash);
    BOOST_TEST(blobs.used().value() == 5U);
    BOOST_TEST(temporaries() == 0U);
}

BOOST_AUTO_TEST_CASE(file_with_another_hash_than_promised_stays_outside)
{
    const auto source = path() / "upload";
    BOOST_REQUIRE(replaceFile(source, "video"));
    const auto refused = blobs.putFile(source, crypto::sha256Hex("other"));
    BOOST_REQUIRE(!refused);
    BOOST_TEST((refused.error().kind == ErrorKind::kInvalid));
    BOOST_TEST(temporaries() == 0U);
    BOOST_TEST(
        blobs.putFile(source, crypto::sha256Hex("video")).value() == crypto::sha256Hex("video"));
    BOOST_TEST(fs::exists(source));
    BOOST_TEST(!blobs.putFile(path() / "none"));
}

BOOST_AUTO_TEST_CASE(text_that_is_no_hash_never_becomes_a_path)
{
    for (const std::string_view text : {"", "../../etc/passwd", "2CF2"}) {
        BOOST_TEST(!blobs.has(text));
        BOOST_TEST(!blobs.find(text));
        BOOST_TEST(!blobs.verify({std::string(text), 1, "x", ""}, Depth::kFull));
        BOOST_TEST(!blobs.resume({std::string(text), 1, "x", ""}));
    }
}

BOOST_AUTO_TEST_CASE(damage_of_the_same_length_is_found_by_the_full_check_and_removed)
{
    const auto good = asset("picture");
    BOOST_REQUIRE(blobs.put("picture"));
    BOOST_TEST(blobs.verify(good, Depth::kFull).has_value());
    BOOST_REQUIRE(replaceFile(blobs.pathOf(good.sha256), "pictUre"));
    BOOST_TEST(blobs.verify(good, Depth::kQuick).has_value());
    const auto damaged = blobs.verify(good, Depth::kFull);
    BOOST_REQUIRE(!damaged);
    BOOST_TEST((damaged.error().kind == ErrorKind::kInvalid));
    BOOST_TEST(!blobs.has(good.sha256));
    BOOST_TEST(blobs.put("picture").has_value());
    BOOST_TEST(blobs.verify(good, Depth::kFull).has_value());
}

BOOST_AUTO_TEST_CASE(cut_off_file_is_found_by_the_quick_check)
{
    const auto good = asset("picture");
    BOOST_REQUIRE(blobs.put("picture"));
    fs::resize_file(blobs.pathOf(good.sha256), 3);
    BOOST_TEST(!blobs.verify(good, Depth::kQuick));
}

BOOST_AUTO_TEST_CASE(quota_and_full_disk_are_said_plainly)
{
    auto small = BlobStore::open(path() / "small", {10, 0}).value();
    BOOST_TEST(small.put("12345678").has_value());
    const auto over = small.put("abc");
    BOOST_REQUIRE(!over);
    BOOST_TEST((over.error().kind == ErrorKind::kFull));
    BOOST_TEST(over.error().message.find("delete files") != std::string::npos);
    BOOST_TEST(small.put("ab").has_value());

    const auto reserve = std::numeric_limits<std::uint64_t>::max() / 2;
    auto full = BlobStore::open(path() / "full", {0, reserve}).value();
    const auto refused = full.put("x");
    BOOST_REQUIRE(!refused);
    BOOST_TEST((refused.error().kind == ErrorKind::kFull));
    BOOST_TEST(refused.error().message.find("free some space") != std::string::npos);
    BOOST_TEST(!full.resume(asset("y")));
}

BOOST_AUTO_TEST_CASE(sweep_takes_what_is_old_and_not_kept)
{
    const auto kept = blobs.put("kept").value();
    const auto lost = blobs.put("lost").value();
    BOOST_REQUIRE(blobs.resume(asset("unfinished"))->append("unf"));
    const std::chrono::hours day{24};
    BOOST_TEST(blobs.sweep({kept}, day, kNow)->removed == 0U);
    const auto swept = blobs.sweep({kept}, day, kNow + 2 * day).value();
    BOOST_TEST(swept.removed == 2U);
    BOOST_TEST(swept.freed == 7U);
    BOOST_TEST(blobs.has(kept));
    BOOST_TEST(!blobs.has(lost));
    BOOST_TEST(temporaries() == 0U);
    BOOST_TEST(blobs.used().value() == 4U);
}

BOOST_AUTO_TEST_CASE(several_threads_may_store_the_same_and_other_files)
{
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([this, thread] {
            for (int i = 0; i < 25; ++i) {
                (void)blobs.put("shared " + std::to_string(i));
                (void)blobs.put(std::to_string(thread) + " own " + std::to_string(i));
            }
        });
    }
    threads.clear();
    for (int i = 0; i < 25; ++i) {
        BOOST_TEST(blobs.verify(asset("shared " + std::to_string(i)), Depth::kFull).has_value());
        BOOST_TEST(blobs.has(crypto::sha256Hex("3 own " + std::to_string(i))));
    }
    BOOST_TEST(temporaries() == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::store
