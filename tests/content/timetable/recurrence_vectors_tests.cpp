// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The recurrence vectors of libical's own test suite.
#include "content/timetable/recurrence.h"
#include "tests/content/timetable/occurrence_text.h"
#include "tests/doubles/corpora.h"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <sstream>

namespace jtv::timetable {
namespace {

struct Vector {
    std::string rrule, dtstart, startAt, instances;
};

std::vector<Vector> readVectors(const std::filesystem::path& file)
{
    std::vector<Vector> vectors;
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);) {
        const auto colon = line.find(':');
        const auto name = line.substr(0, colon);
        const auto value = colon == std::string::npos ? "" : line.substr(colon + 1);
        if (name == "RRULE") {
            vectors.push_back({value, "", "", ""});
        } else if (name == "DTSTART") {
            vectors.back().dtstart = value;
        } else if (name == "START-AT") {
            vectors.back().startAt = value;
        } else if (name == "INSTANCES") {
            vectors.back().instances = value;
        }
    }
    return vectors;
}

// Dates become midnights and the Z goes: all are expanded in UTC.
std::string plain(const std::string& text)
{
    const auto time = model::parseTime(text).value().time;
    return model::writeLocalTime(time);
}

std::string plainList(const std::string& list)
{
    std::string result;
    std::istringstream stream(list);
    for (std::string word; std::getline(stream, word, ',');) {
        result += plain(word) + ' ';
    }
    return result;
}

BOOST_AUTO_TEST_SUITE(recurrence_vectors)

BOOST_AUTO_TEST_CASE(rules_of_libicals_test_suite_give_its_instances)
{
    const auto file = doubles::corpus("recurrence/libical/icalrecur_test.open.txt");
    if (!file) {
        return;
    }
    int compared = 0;
    int unsupported = 0;
    for (const auto& vector : readVectors(*file)) {
        const auto recurrence = rule(plain(vector.dtstart), vector.rrule, "UTC");
        const auto made = Recurrence::make(recurrence);
        if (!made && made.error().kind == ErrorKind::kUnsupported) {
            ++unsupported; // HOURLY, MINUTELY, SECONDLY, BYMINUTE
            continue;
        }
        BOOST_REQUIRE_MESSAGE(made, vector.rrule + ": " + (made ? "" : made.error().message));
        std::string got;
        for (const auto& begin : localBegins(recurrence, 1'000)) {
            got += begin + ' ';
        }
        BOOST_TEST(got == plainList(vector.instances), vector.rrule << " from " << vector.dtstart);
        ++compared;
    }
    BOOST_TEST(compared == 59);
    BOOST_TEST(unsupported == 14);
}

// recur.txt holds folded VEVENTs with the number of events they must have.
BOOST_AUTO_TEST_CASE(rules_of_libicals_event_list_have_as_many_instances_as_it_says)
{
    const auto file = doubles::corpus("recurrence/libical/recur.txt");
    if (!file) {
        return;
    }
    std::ifstream stream(*file);
    std::string text((std::istreambuf_iterator<char>(stream)), {});
    for (const std::string fold : {"\r\n ", "\n "}) {
        for (auto at = text.find(fold); at != std::string::npos; at = text.find(fold)) {
            text.erase(at, fold.size());
        }
    }
    int compared = 0;
    std::string rrule;
    std::string dtstart;
    std::vector<std::string> exdates;
    bool exrule = false; // RFC 5545 has no EXRULE any more
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const auto value = line.substr(line.find(':') + 1);
        if (line.starts_with("BEGIN")) {
            rrule.clear();
            exdates.clear();
            exrule = false;
        } else if (line.starts_with("RRULE")) {
            rrule = value;
        } else if (line.starts_with("DTSTART")) {
            dtstart = value;
        } else if (line.starts_with("EXDATE")) {
            exdates.push_back(plain(value));
        } else if (line.starts_with("EXRULE")) {
            exrule = true;
        } else if (line.starts_with("X-EXPECT-NUMEVENTS") && !rrule.empty() && !exrule) {
            auto recurrence = rule(plain(dtstart), rrule, "America/Los_Angeles");
            recurrence.exdates = exdates;
            const auto made = Recurrence::make(recurrence);
            if (!made && made.error().kind == ErrorKind::kUnsupported) {
                continue;
            }
            // A rule that leaves no date is refused.
            const auto got = made ? made->occurrences({}, 1'000).size() : 0U;
            BOOST_TEST(got == static_cast<std::size_t>(std::stoi(value)), rrule);
            ++compared;
        }
    }
    BOOST_TEST(compared >= 40);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::timetable
