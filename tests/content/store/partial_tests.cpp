// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Downloads go on where they stopped, and only whole files arrive.
#include "base/file.h"
#include "content/store/blob_store.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

namespace jtv::store {
namespace {

const std::string kBytes = "a video of thirty seconds";

struct Fixture : doubles::TemporaryDirectory {
    BlobStore blobs = BlobStore::open(path()).value();
    model::Asset asset{crypto::sha256Hex(kBytes), kBytes.size(), "video/mp4", ""};
};

BOOST_FIXTURE_TEST_SUITE(partial, Fixture)

BOOST_AUTO_TEST_CASE(download_goes_on_after_a_restart)
{
    {
        auto first = blobs.resume(asset).value();
        BOOST_TEST(first.offset() == 0U);
        BOOST_REQUIRE(first.append(kBytes.substr(0, 7)));
    }
    auto again = BlobStore::open(path()).value();
    auto second = again.resume(asset).value();
    BOOST_TEST(second.offset() == 7U);
    BOOST_TEST(!second.finish()); // not all there
    BOOST_REQUIRE(second.append(kBytes.substr(7)));
    BOOST_REQUIRE(second.finish());
    BOOST_TEST(again.verify(asset, Depth::kFull).has_value());
}

BOOST_AUTO_TEST_CASE(wrong_bytes_are_refused_and_the_next_try_begins_anew)
{
    {
        auto wrong = blobs.resume(asset).value();
        BOOST_REQUIRE(wrong.append(std::string(kBytes.size(), '?')));
        const auto refused = wrong.finish();
        BOOST_REQUIRE(!refused);
        BOOST_TEST((refused.error().kind == ErrorKind::kInvalid));
    }
    BOOST_TEST(!blobs.has(asset.sha256));
    auto right = blobs.resume(asset).value();
    BOOST_TEST(right.offset() == 0U);
    BOOST_REQUIRE(right.append(kBytes));
    BOOST_TEST(right.finish().has_value());
}

BOOST_AUTO_TEST_CASE(more_bytes_than_promised_are_refused)
{
    auto download = blobs.resume(asset).value();
    BOOST_REQUIRE(download.append(kBytes));
    BOOST_TEST(!download.append("!"));
    BOOST_TEST(download.finish().has_value());
}

BOOST_AUTO_TEST_CASE(part_that_grew_too_long_is_begun_anew)
{
    BOOST_REQUIRE(replaceFile(
        path() / "blobs" / "tmp" / (asset.sha256 + ".part"), std::string(kBytes.size() + 1, 'x')));
    BOOST_TEST(blobs.resume(asset)->offset() == 0U);
}

BOOST_AUTO_TEST_CASE(one_file_is_fetched_by_one_at_a_time)
{
    const auto first = blobs.resume(asset);
    const auto second = blobs.resume(asset);
    BOOST_REQUIRE(!second);
    BOOST_TEST((second.error().kind == ErrorKind::kUnavailable));
}

BOOST_AUTO_TEST_CASE(server_that_cannot_go_on_is_asked_from_the_beginning)
{
    auto download = blobs.resume(asset).value();
    BOOST_REQUIRE(download.append("a vid"));
    BOOST_REQUIRE(download.restart());
    BOOST_REQUIRE(download.append(kBytes));
    BOOST_TEST(download.finish().has_value());
}

BOOST_AUTO_TEST_CASE(empty_file_is_a_file)
{
    const model::Asset none{crypto::sha256Hex(""), 0, "text/vtt", ""};
    BOOST_REQUIRE(blobs.resume(none)->finish());
    BOOST_TEST(blobs.has(none.sha256));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::store
