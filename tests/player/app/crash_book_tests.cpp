// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A file that takes the process down is opened twice and no more.
#include "base/file.h"
#include "player/app/crash_book.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <memory>

namespace jtv::app {
namespace {

struct Device {
    doubles::TemporaryDirectory folder;
    std::string boot = "first";
    std::unique_ptr<CrashBook> book;

    Device() { start(); }
    // A process that is started; the one before died where it stood unless it was closed.
    void start()
    {
        book.reset();
        book = std::make_unique<CrashBook>(folder.path(), boot);
    }
    Result<show::Source>
    open(const std::string& source, model::MediaKind kind = model::MediaKind::kVideo)
    {
        model::Media media;
        media.source = source;
        media.kind = kind;
        const auto resolve = book->guard([](const model::Media& wanted) -> Result<show::Source> {
            return show::Source(std::filesystem::path(wanted.source));
        });
        return resolve(media);
    }
};

struct Opening : Device {
    void opened(const std::string& source, model::MediaKind kind = model::MediaKind::kVideo)
    {
        BOOST_TEST(bool(open(source, kind)));
    }
};

BOOST_FIXTURE_TEST_SUITE(crash_book, Opening)

BOOST_AUTO_TEST_CASE(file_open_at_two_crashes_is_left_out)
{
    opened("bad.mp4");
    start();
    BOOST_TEST(book->quarantined().empty());
    opened("bad.mp4");
    start();
    BOOST_REQUIRE(book->quarantined().size() == 1U);
    const auto refused = open("bad.mp4");
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().message.find("bad.mp4") == 0U);
    opened("good.mp4");
    book->close();
    start();
    BOOST_TEST(book->quarantined().size() == 1U); // it stays so
}

BOOST_AUTO_TEST_CASE(restarts_are_counted_until_the_machine_starts_again)
{
    BOOST_TEST(book->restarts() == 0U);
    book->restarting();
    start();
    book->restarting();
    start();
    BOOST_TEST(book->restarts() == 2U);
    boot = "second";
    start();
    BOOST_TEST(book->restarts() == 0U);
}

BOOST_AUTO_TEST_CASE(file_that_plays_to_its_end_is_cleared)
{
    opened("neighbour.mp4");
    opened("bad.mp4");
    start();
    opened("neighbour.mp4");
    book->ended("neighbour.mp4", true);
    opened("bad.mp4");
    start();
    BOOST_REQUIRE(book->quarantined().size() == 1U);
    BOOST_TEST(book->quarantined().front() == "bad.mp4");
}

BOOST_AUTO_TEST_CASE(end_in_order_and_loss_of_power_are_no_crashes)
{
    for (int i = 0; i < 3; ++i) {
        opened("a.mp4");
        book->close();
        start();
    }
    for (const auto* next : {"second", "third", "fourth"}) {
        opened("a.mp4");
        boot = next;
        start();
    }
    BOOST_TEST(book->quarantined().empty());
}

BOOST_AUTO_TEST_CASE(ended_file_is_not_blamed_for_a_later_crash)
{
    for (const auto* last : {"b.mp4", "c.mp4", "d.mp4"}) {
        opened("a.mp4");
        book->ended("a.mp4", false);
        opened(last);
        start();
    }
    BOOST_TEST(book->quarantined().empty());
    opened("a.mp4");
}

BOOST_AUTO_TEST_CASE(stills_are_not_noted_and_foreign_bytes_do_no_harm)
{
    opened("a.png", model::MediaKind::kImage);
    start();
    opened("a.png", model::MediaKind::kImage);
    start();
    BOOST_TEST(book->quarantined().empty());
    for (const auto* text : {"", "{", "[]", "{\"files\": 3}", "{\"files\": {\"a\": [1]}}"}) {
        BOOST_REQUIRE(replaceFile(folder.path() / "open-files.json", text));
        start();
        BOOST_TEST(book->quarantined().empty());
    }
    CrashBook nowhere(folder.path() / "missing", "x");
    BOOST_TEST(nowhere.quarantined().empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::app
