// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The client of a foreign SMIL server, against a real server that changes, fails and goes away.
#include "base/file.h"
#include "player/feed/feed.h"
#include "tests/doubles/scripted_server.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>
#include <mutex>

namespace jtv::feed {
namespace {

using doubles::Answer;
using doubles::Call;
using doubles::ScriptedServer;
using ProgrammePtr = std::shared_ptr<const Programme>;

std::string indexOf(const std::string& body)
{
    return "<smil><head><meta http-equiv=\"Refresh\" content=\"1\"/></head><body><seq "
           "repeatCount=\"indefinite\">" +
           body + "</seq></body></smil>";
}

// Files that may change while the server runs; each has its content's hash as ETag.
class Site {
public:
    void put(const std::string& path, std::string content)
    {
        const std::lock_guard lock(mutex_);
        files_[path] = {200, std::move(content), {}, {}, false, true};
    }
    void put(const std::string& path, Answer answer)
    {
        const std::lock_guard lock(mutex_);
        files_[path] = std::move(answer);
    }
    Answer answer(const Call& call)
    {
        const std::lock_guard lock(mutex_);
        const auto found = files_.find(call.target);
        if (found == files_.end()) {
            return Answer{404, "no such file"};
        }
        Answer answer = found->second;
        const auto etag = '"' + std::to_string(std::hash<std::string>()(answer.body)) + '"';
        const auto asked = call.headers.find("If-None-Match");
        if (asked != call.headers.end() && asked->second == etag) {
            return Answer{304, "", {{"ETag", etag}}};
        }
        if (answer.status == 200) {
            answer.headers.emplace_back("ETag", etag);
        }
        if (answer.cutAfter) { // once
            found->second.cutAfter.reset();
        }
        return answer;
    }

private:
    std::mutex mutex_;
    std::map<std::string, Answer> files_;
};

struct Fixture : doubles::TemporaryDirectory {
    Site site;
    ScriptedServer server{[this](const Call& call) { return site.answer(call); }};
    Mailbox<News> news;

    std::unique_ptr<Feed> begin(const std::string& path = "/cms/index.smil")
    {
        return begin(connection::parseWebAddress(server.address() + path).value());
    }
    std::unique_ptr<Feed> begin(connection::WebAddress index)
    {
        return std::make_unique<Feed>(
            Options{std::move(index), path() / "cache", "Warteraum Süd"}, news);
    }
    News next()
    {
        for (;;) {
            if (waiting.empty()) {
                waiting = news.wait(std::chrono::seconds(20));
                BOOST_REQUIRE_MESSAGE(!waiting.empty(), "no news within 20 s");
            }
            News one = std::move(waiting.front());
            waiting.erase(waiting.begin());
            return one;
        }
    }
    ProgrammePtr nextProgramme()
    {
        const auto one = next();
        if (const auto* fault = std::get_if<Fault>(&one)) {
            BOOST_FAIL("a fault instead of a programme: " + fault->error.message);
        }
        return std::get<ProgrammePtr>(one);
    }
    static std::string content(const Programme& programme, const std::string& source)
    {
        const auto file = programme.files.find(source);
        return file == programme.files.end() ? "missing"
                                             : readFile(file->second, 1U << 20U).value();
    }

    std::vector<News> waiting;
};

BOOST_FIXTURE_TEST_SUITE(feed, Fixture)

BOOST_AUTO_TEST_CASE(index_and_media_come_from_relative_absolute_and_redirected_addresses)
{
    site.put(
        "/cms/index.smil",
        indexOf("<img src='a.png'/><img src='/media/b.png?v=2'/><img src='../moved.png'/>"));
    site.put("/cms/a.png", "picture a");
    site.put("/media/b.png?v=2", "picture b");
    site.put("/moved.png", Answer{302, "", {{"Location", "/cms/a.png"}}});
    const auto feed = begin();
    const auto programme = nextProgramme();
    BOOST_TEST(content(*programme, "a.png") == "picture a");
    BOOST_TEST(content(*programme, "/media/b.png?v=2") == "picture b");
    BOOST_TEST(content(*programme, "../moved.png") == "picture a");
    const auto calls = server.calls();
    BOOST_TEST(
        calls.front().headers.at("User-Agent").find("NAME:Warteraum%20S%C3%BCd)") !=
        std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_did_not_change_is_not_sent_again)
{
    site.put("/cms/index.smil", indexOf("<img src='a.png'/>"));
    site.put("/cms/a.png", "picture a");
    const auto feed = begin();
    nextProgramme();
    BOOST_REQUIRE(server.waitForCalls("/cms/a.png", 3));
    const auto calls = server.calls();
    const auto conditional = std::count_if(calls.begin(), calls.end(), [](const Call& call) {
        return call.headers.contains("If-None-Match");
    });
    BOOST_TEST(conditional >= static_cast<long>(calls.size()) - 2);
    BOOST_TEST(news.take().empty());
}

BOOST_AUTO_TEST_CASE(a_new_index_switches_when_all_its_media_are_there)
{
    site.put("/cms/index.smil", indexOf("<img src='a.png'/>"));
    site.put("/cms/a.png", "picture a");
    const auto feed = begin();
    const auto first = nextProgramme();
    site.put("/cms/b.png", "picture b");
    site.put("/cms/index.smil", indexOf("<img src='b.png'/>"));
    const auto second = nextProgramme();
    BOOST_TEST(content(*second, "b.png") == "picture b");
    BOOST_TEST(content(*first, "a.png") == "picture a"); // may still be on the screen
}

BOOST_AUTO_TEST_CASE(a_medium_that_changes_under_its_address_is_a_new_programme)
{
    site.put("/cms/index.smil", indexOf("<img src='a.png'/>"));
    site.put("/cms/a.png", "old");
    const auto feed = begin();
    const auto first = nextProgramme();
    site.put("/cms/a.png", "new");
    const auto second = nextProgramme();
    BOOST_TEST(content(*first, "a.png") == "old");
    BOOST_TEST(content(*second, "a.png") == "new");
}

BOOST_AUTO_TEST_CASE(a_download_that_broke_off_goes_on_where_it_was)
{
    const std::string film(200'000, 'f');
    Answer broken{200, film, {}, 70'000, false, true};
    site.put("/cms/index.smil", indexOf("<video src='film.mp4'/>"));
    site.put("/cms/film.mp4", broken);
    const auto feed = begin();
    const auto fault = next();
    BOOST_REQUIRE(std::holds_alternative<Fault>(fault));
    BOOST_TEST(!std::get<Fault>(fault).hopeless);
    const auto programme = nextProgramme();
    BOOST_TEST((content(*programme, "film.mp4") == film));
    const auto calls = server.calls();
    const auto resumed = std::find_if(calls.begin(), calls.end(), [](const Call& call) {
        return call.headers.contains("Range");
    });
    BOOST_REQUIRE(resumed != calls.end());
    BOOST_TEST(resumed->headers.at("Range") != "bytes=0-");
    BOOST_TEST(resumed->headers.contains("If-Range"));
}

BOOST_AUTO_TEST_CASE(a_file_the_server_does_not_have_is_left_out)
{
    site.put("/cms/index.smil", indexOf("<img src='a.png'/><img src='gone.png'/>"));
    site.put("/cms/a.png", "picture a");
    const auto feed = begin();
    const auto programme = nextProgramme();
    BOOST_TEST(content(*programme, "a.png") == "picture a");
    BOOST_TEST(content(*programme, "gone.png") == "missing");
}

BOOST_AUTO_TEST_CASE(a_wrong_address_is_hopeless_and_a_silent_server_is_not)
{
    auto feed = begin("/wrong/index.smil");
    const auto wrong = next();
    BOOST_REQUIRE(std::holds_alternative<Fault>(wrong));
    BOOST_TEST(std::get<Fault>(wrong).hopeless);
    BOOST_TEST(std::get<Fault>(wrong).error.message.find("404") != std::string::npos);
    feed.reset();

    site.put("/busy.smil", Answer{503, "later"});
    feed = begin("/busy.smil");
    const auto busy = next();
    BOOST_REQUIRE(std::holds_alternative<Fault>(busy));
    BOOST_TEST(!std::get<Fault>(busy).hopeless);
    site.put("/busy.smil", indexOf("<img src='cms/a.png'/>"));
    site.put("/cms/a.png", "picture a");
    BOOST_TEST(content(*nextProgramme(), "cms/a.png") == "picture a");
}

BOOST_AUTO_TEST_CASE(a_broken_index_leaves_the_old_programme)
{
    site.put("/cms/index.smil", indexOf("<img src='a.png'/>"));
    site.put("/cms/a.png", "picture a");
    auto feed = begin();
    nextProgramme();
    site.put("/cms/index.smil", std::string("<smil><body>"));
    const auto fault = next();
    BOOST_REQUIRE(std::holds_alternative<Fault>(fault));
    feed.reset();
    feed = begin();
    BOOST_TEST(content(*nextProgramme(), "a.png") == "picture a");
}

BOOST_AUTO_TEST_CASE(without_the_server_it_starts_with_what_is_stored)
{
    site.put("/cms/index.smil", indexOf("<img src='a.png'/>"));
    site.put("/cms/a.png", "picture a");
    auto gone =
        std::make_unique<ScriptedServer>([this](const Call& call) { return site.answer(call); });
    const auto address = connection::parseWebAddress(gone->address() + "/cms/index.smil").value();
    auto feed = begin(address);
    nextProgramme();
    feed.reset();
    gone.reset();
    feed = begin(address);
    BOOST_TEST(content(*nextProgramme(), "a.png") == "picture a");
    const auto fault = next();
    BOOST_REQUIRE(std::holds_alternative<Fault>(fault));
    BOOST_TEST(!std::get<Fault>(fault).hopeless);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::feed
