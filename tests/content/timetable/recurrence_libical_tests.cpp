// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Random rules, always the same ones, against libical. Only floating times: libical 3.0.16 keeps
// the hour it moved to in a spring gap, and takes the second of two hours in autumn.
#include "content/timetable/recurrence.h"
#include "tests/content/timetable/occurrence_text.h"

#include <boost/test/unit_test.hpp>

#include <libical/ical.h>
#include <memory>
#include <random>

namespace jtv::timetable {
namespace {

constexpr std::size_t kDates = 15;
constexpr int kRules = 300;

class Chance {
public:
    int below(int bound) { return static_cast<int>(engine_() % static_cast<unsigned>(bound)); }
    bool one(int of) { return below(of) == 0; }

    std::string numbers(int most, bool negative, int count)
    {
        std::string list;
        for (int i = 0; i <= below(count); ++i) {
            const int number = 1 + below(most);
            list += (i == 0 ? "" : ",") + std::to_string(negative && one(3) ? -number : number);
        }
        return list;
    }

    // Never the same day twice: libical 3.0.16 counts it twice.
    std::string weekdays(int ordinals)
    {
        static const char* const kDays[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
        std::string list;
        for (int day = below(3); day < 7; day += 1 + below(5)) {
            list += list.empty() ? "" : ",";
            list += ordinals > 0 ? numbers(ordinals, true, 1) : std::string();
            list += kDays[day];
        }
        return list;
    }

private:
    std::minstd_rand engine_{5545};
};

std::string randomRule(Chance& chance)
{
    static const char* const kFrequencies[] = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
    const int frequency = chance.below(4);
    std::string rule = std::string("FREQ=") + kFrequencies[frequency];
    const bool interval = chance.one(2);
    rule += interval ? ";INTERVAL=" + std::to_string(1 + chance.below(4)) : "";
    const bool months = chance.one(3);
    rule += months ? ";BYMONTH=" + chance.numbers(12, false, 4) : "";
    if (frequency == 2 && chance.one(2)) {
        rule += ";BYMONTHDAY=" + chance.numbers(28, true, 4);
    } else if (frequency == 3 && !months && chance.one(3)) {
        rule += ";BYYEARDAY=" + chance.numbers(365, true, 4);
    } else if (frequency == 3 && !months && !interval && chance.one(3)) {
        // With an INTERVAL libical 3.0.16 loses the days of week 52 after 29 December.
        rule += ";BYWEEKNO=" + chance.numbers(52, false, 3) + ";BYDAY=" + chance.weekdays(0);
    } else if (chance.one(2)) {
        const bool ordinals = frequency >= 2 && chance.one(2);
        rule += ";BYDAY=" + chance.weekdays(ordinals ? 4 : 0);
        rule += frequency == 2 && !ordinals && chance.one(3)
                    ? ";BYSETPOS=" + chance.numbers(4, true, 1)
                    : "";
    }
    return rule + ";COUNT=" + std::to_string(kDates);
}

struct FreeIterator {
    void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
};

std::vector<std::string> datesOfLibical(const std::string& rule, const std::string& start)
{
    const auto parsed = icalrecurrencetype_from_string(rule.c_str());
    const std::unique_ptr<icalrecur_iterator, FreeIterator> iterator(
        icalrecur_iterator_new(parsed, icaltime_from_string(start.c_str())));
    BOOST_REQUIRE(iterator);
    std::vector<std::string> dates;
    for (auto time = icalrecur_iterator_next(iterator.get()); icaltime_is_null_time(time) == 0;
         time = icalrecur_iterator_next(iterator.get())) {
        char* text = icaltime_as_ical_string_r(time);
        dates.emplace_back(text);
        icalmemory_free_buffer(text);
    }
    return dates;
}

BOOST_AUTO_TEST_SUITE(recurrence_libical)

BOOST_AUTO_TEST_CASE(random_rules_have_the_dates_of_libical)
{
    Chance chance;
    for (int i = 0; i < kRules; ++i) {
        const auto text = randomRule(chance);
        const auto day = std::chrono::local_days{std::chrono::year{2024} / 1 / 1} +
                         std::chrono::days{chance.below(1'500)};
        const auto start = model::writeLocalTime(day + std::chrono::hours{8});
        const auto made = Recurrence::make(rule(start, text, "UTC"));
        if (!made) { // months and interval never meet
            BOOST_TEST(made.error().message.find("10 years") != std::string::npos, text);
            continue;
        }
        const auto ours = localBegins(rule(start, text, "UTC"), 1'000);
        const auto theirs = datesOfLibical(text, start);
        BOOST_TEST((ours == theirs), text << " from " << start);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::timetable
