// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The OASIS test suite of XLIFF 2.1 and real 1.2 files: every valid one is read, every invalid one
// refused at its line, and what must be refused quickly is.
#include "base/file.h"
#include "content/xml/xliff.h"
#include "tests/doubles/corpora.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cctype>

namespace jtv::xml {
namespace {

Result<model::Translation> read(const std::filesystem::path& path)
{
    const auto bytes = readFile(path, kMaxXliffBytes);
    BOOST_REQUIRE(bytes);
    return readXliff(*bytes, path.filename().string());
}

bool namesItsLine(const std::string& message, const std::string& file)
{
    const auto start = file + ":";
    return message.rfind(start, 0) == 0 && message.size() > start.size() &&
           std::isdigit(static_cast<unsigned char>(message[start.size()])) != 0;
}

BOOST_AUTO_TEST_SUITE(xliff_corpora)

BOOST_AUTO_TEST_CASE(the_suite_of_xliff_2_1_is_told_apart)
{
    const auto folder = doubles::corpus("translation/xliff-2.1");
    if (!folder) {
        return;
    }
    int accepted = 0;
    int refused = 0;
    for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
        const auto name = entry.path().filename().string();
        const bool invalid = name.find("__invalid__") != std::string::npos;
        const auto translation = read(entry.path());
        const auto message = translation ? std::string() : translation.error().message;
        BOOST_TEST(translation.has_value() != invalid, name << " " << message);
        if (invalid) {
            BOOST_TEST(namesItsLine(message, name), message);
        }
        ++(translation ? accepted : refused);
    }
    BOOST_TEST_MESSAGE("XLIFF 2.1: " << accepted << " accepted, " << refused << " refused");
    BOOST_TEST(accepted == 42);
    BOOST_TEST(refused == 116);
}

BOOST_AUTO_TEST_CASE(real_files_of_xliff_1_2_are_read_and_written_as_2_1)
{
    const auto folder = doubles::corpus("translation/xliff-1.2");
    if (!folder) {
        return;
    }
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
        const auto name = entry.path().filename().string();
        auto translation = read(entry.path());
        BOOST_TEST(translation.has_value(), (translation ? name : translation.error().message));
        if (!translation) {
            continue;
        }
        BOOST_TEST(!translation->units.empty(), name);
        for (auto& unit : translation->units) {
            std::replace_if(
                unit.id.begin(),
                unit.id.end(),
                [](unsigned char c) { return std::isalnum(c) == 0 && c < 0x80U; },
                '-'); // ids of 1.2 may hold anything
        }
        if (translation->targetLanguage.empty()) {
            translation->targetLanguage = "xx";
        }
        const auto again = readXliff(writeXliff(*translation), name);
        BOOST_TEST(again.has_value(), (again ? name : again.error().message));
        BOOST_TEST((!again || again->units.size() == translation->units.size()), name);
        ++count;
    }
    BOOST_TEST_MESSAGE("XLIFF 1.2: " << count << " read");
    BOOST_TEST(count > 0);
}

BOOST_AUTO_TEST_CASE(hostile_documents_are_refused)
{
    const auto folder = doubles::corpus("hostile-xml");
    if (!folder) {
        return;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(*folder)) {
        const auto bytes = entry.is_regular_file() ? readFile(entry.path(), kMaxXliffBytes)
                                                   : Result<std::string>(std::string());
        const auto name = entry.path().filename().string();
        BOOST_TEST((!bytes || !readXliff(*bytes, name).has_value()), name);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::xml
