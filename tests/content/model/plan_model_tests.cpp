// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What makes a plan whole, and which one may follow which.
#include "content/model/plan.h"

#include <boost/test/unit_test.hpp>

namespace jtv::model {
namespace {

Plan minimal(std::uint64_t revision = 1)
{
    const std::string smil(64, '0');
    Plan plan;
    plan.revision = revision;
    plan.screen = "s1";
    plan.playlists = {{"p", "P", smil}};
    plan.defaultPlaylist = "p";
    plan.assets = {{smil, 1, std::string(kSmilType), ""}};
    return plan;
}

BOOST_AUTO_TEST_SUITE(plan_model)

BOOST_AUTO_TEST_CASE(each_broken_invariant_is_an_error)
{
    BOOST_TEST(checkPlan(minimal()).has_value());
    const auto broken = [](auto change) {
        auto plan = minimal();
        change(plan);
        return !checkPlan(plan).has_value();
    };
    BOOST_TEST(broken([](Plan& p) { p.revision = 0; }));
    BOOST_TEST(broken([](Plan& p) { p.rollsBack = 1; }));
    BOOST_TEST(broken([](Plan& p) { p.screen = "a/b"; }));
    BOOST_TEST(broken([](Plan& p) { p.playlists.clear(); }));
    BOOST_TEST(broken([](Plan& p) { p.playlists.push_back(p.playlists[0]); }));
    BOOST_TEST(broken([](Plan& p) { p.playlists[0].smilSha256 = std::string(64, '1'); }));
    BOOST_TEST(broken([](Plan& p) { p.defaultPlaylist = "q"; }));
    BOOST_TEST(broken([](Plan& p) { p.rules.push_back({"r", "q", 0, {}}); }));
    BOOST_TEST(broken([](Plan& p) { p.rules = {{"r", "p", 0, {}}, {"r", "p", 0, {}}}; }));
    BOOST_TEST(broken([](Plan& p) { p.assets.push_back(p.assets[0]); }));
    BOOST_TEST(broken([](Plan& p) { p.assets[0].sha256[0] = 'A'; }));
    BOOST_TEST(broken([](Plan& p) { p.assets[0].type.clear(); }));
    BOOST_TEST(broken([](Plan& p) { p.settings.languages.clear(); }));
    BOOST_TEST(broken([](Plan& p) { p.settings.timezone.clear(); }));
    BOOST_TEST(broken([](Plan& p) { p.settings.distanceMetres = 0; }));
    const std::string file(64, '0');
    const auto drawn = [&](const ApprovedPicture& picture) {
        return broken([&](Plan& p) { p.pictures = {picture}; });
    };
    BOOST_TEST(!drawn({file, {"de", {}}, 1920, 1080, file, ""}));
    BOOST_TEST(!drawn({file, {"de", {}}, 1920, 1080, file, file}));
    BOOST_TEST(drawn({std::string(64, '1'), {"de", {}}, 1920, 1080, file, ""}));
    BOOST_TEST(drawn({file, {"de", {}}, 1920, 1080, file, std::string(64, '1')}));
    BOOST_TEST(drawn({file, {"", {}}, 1920, 1080, file, ""}));
    BOOST_TEST(drawn({file, {"de", {}}, 0, 1080, file, ""}));
    BOOST_TEST(drawn({file, {"de", {}}, 1920, 1080, "", ""}));
}

BOOST_AUTO_TEST_CASE(older_revision_follows_only_as_a_signed_roll_back)
{
    BOOST_TEST(checkSuccession(minimal(1), std::nullopt).has_value());
    BOOST_TEST(checkSuccession(minimal(8), 7).has_value());
    BOOST_TEST(checkSuccession(minimal(7), 7).has_value());
    const auto older = checkSuccession(minimal(6), 7);
    BOOST_REQUIRE(!older);
    BOOST_TEST((older.error().kind == ErrorKind::kDenied));
    auto back = minimal(6);
    back.rollsBack = 7;
    BOOST_TEST(checkSuccession(back, 7).has_value());
    BOOST_TEST(!checkSuccession(back, 8));
}

BOOST_AUTO_TEST_CASE(blob_references_are_told_from_other_sources)
{
    const std::string hash(64, 'f');
    BOOST_TEST(blobOf(blobReference(hash)).value() == hash);
    for (const std::string text :
         {"/blobs/", "video.mp4", "/blobs/../../etc/passwd", "http://h/blobs/x"}) {
        BOOST_TEST(!blobOf(text), text);
    }
}

BOOST_AUTO_TEST_CASE(ids_are_safe_as_names_of_files)
{
    for (const std::string good : {"a", "hall-1", "A_b.c"}) {
        BOOST_TEST(isId(good), good);
    }
    for (const std::string bad : {"", ".", "..", ".x", "a/b", "a b", "ä"}) {
        BOOST_TEST(!isId(bad), bad);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::model
