// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// SMIL as it is written in the world.
#include "content/xml/smil.h"
#include "content/xml/smil_clock.h"
#include "content/xml/smil_layout.h"
#include "content/xml/smil_times.h"
#include "tests/doubles/corpora.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>

namespace jtv::xml {
namespace {

using model::Container;
using model::Duration;
using model::Fit;
using model::Media;
using model::MediaKind;
using model::Playlist;
using model::Remark;
using model::TimeNode;

Playlist body(const std::string& text)
{
    return parseSmil("<smil>\n<body>\n" + text + "</body></smil>", "f.smil").value();
}

const std::vector<TimeNode>& children(const TimeNode& node)
{
    return std::get<Container>(node.body).children;
}

const TimeNode& only(const Playlist& playlist)
{
    BOOST_REQUIRE(children(playlist.body).size() == 1U);
    return children(playlist.body)[0];
}

const Media& media(const TimeNode& node)
{
    return std::get<Media>(node.body);
}

// "LINE severity text" of the only remark.
std::string remark(const Playlist& playlist)
{
    BOOST_REQUIRE(playlist.remarks.size() == 1U);
    const auto& only = playlist.remarks[0];
    return std::to_string(only.place.line) +
           (only.severity == Remark::Severity::kError ? " error " : " warning ") + only.text;
}

bool startsWith(const std::string& text, std::string_view start)
{
    return text.rfind(start, 0) == 0;
}

std::vector<model::TimeValue> offset(std::int64_t time)
{
    return {model::OffsetTime{Milliseconds(time)}};
}

BOOST_AUTO_TEST_SUITE(smil)

BOOST_AUTO_TEST_CASE(clock_values_of_all_forms_are_read)
{
    const auto ms = [](std::string_view text) {
        const auto value = parseClock(text);
        return value ? value->count() : -1;
    };
    BOOST_TEST(ms("02:30:03") == 9003000);
    BOOST_TEST(ms("50:00:10.25") == 180010250);
    BOOST_TEST(ms("02:33") == 153000);
    BOOST_TEST(ms("00:10.5") == 10500);
    BOOST_TEST(ms("3.2h") == 11520000);
    BOOST_TEST(ms("45min") == 2700000);
    BOOST_TEST(ms("30s") == 30000);
    BOOST_TEST(ms("5ms") == 5);
    BOOST_TEST(ms("12.467") == 12467);
    BOOST_TEST(ms(".5") == 500);
    BOOST_TEST(ms(" 5 s ") == 5000);
    BOOST_TEST(ms("0") == 0);
    for (const auto* wrong :
         {"",
          ".",
          "s",
          "1.2.3",
          "1e3",
          "-1s",
          "+1",
          "´1s",
          "61:61",
          "1:2:3:4",
          "1:60",
          "inf",
          "9999999h",
          "1.5:00",
          "5 sec"}) {
        BOOST_TEST(ms(wrong) == -1, wrong);
    }
}

BOOST_AUTO_TEST_CASE(media_and_containers_become_a_tree_with_places)
{
    const auto playlist = body(
        "<seq xml:id='s' repeatCount='indefinite'>\n<video src='a.mp4' region='' soundLevel='50%'/>"
        "<par><img src='b.jpg' dur='5' begin='1s' end='4s' fit='meetbest'/></par></seq>");
    BOOST_TEST(playlist.remarks.empty());
    const auto& seq = only(playlist);
    BOOST_TEST(seq.id == "s");
    BOOST_TEST(std::isinf(*seq.timing.repeatCount));
    BOOST_REQUIRE(children(seq).size() == 2U);
    const auto& video = children(seq)[0];
    BOOST_TEST((media(video).kind == MediaKind::kVideo));
    BOOST_TEST(media(video).soundLevel == 0.5);
    BOOST_TEST(video.place.line == 4);
    const auto& image = children(children(seq)[1])[0];
    BOOST_TEST((media(image).fit == Fit::kMeetBest));
    BOOST_TEST((image.timing.dur.kind == Duration::Kind::kClock));
    BOOST_TEST(image.timing.dur.value.count() == 5000);
    BOOST_TEST((image.timing.begin == offset(1000)));
    BOOST_TEST((image.timing.end == offset(4000)));
}

BOOST_AUTO_TEST_CASE(ref_is_what_its_type_or_its_ending_says)
{
    BOOST_TEST(
        (media(only(body("<ref src='/blobs/ab' type='application/x-jtv-slide+xml'/>"))).kind ==
         MediaKind::kSlide));
    BOOST_TEST(
        (media(only(body("<ref src='x' type='image/png' dur='1s'/>"))).kind == MediaKind::kImage));
    BOOST_TEST((media(only(body("<ref src='x.WEBM?y=.jpg'/>"))).kind == MediaKind::kVideo));
    BOOST_TEST(startsWith(
        remark(body("<ref src='x.doc'/>")), "3 error <ref> is skipped: nothing says what"));
    BOOST_TEST(startsWith(
        remark(body("<ref src='x' type='text/html'/>")), "3 error <ref> is skipped: web pages"));
    BOOST_TEST(startsWith(
        remark(body("<ref src='x' type='application/widget'/>")),
        "3 error <ref> is skipped: media of type"));
    BOOST_TEST(startsWith(remark(body("<video/>")), "3 error <video> is skipped: it has no src"));
}

BOOST_AUTO_TEST_CASE(what_is_not_played_is_refused_aloud_with_its_line)
{
    BOOST_TEST(startsWith(remark(body("\n<animate/>")), "4 error <animate> is not played"));
    BOOST_TEST(startsWith(
        remark(body("<video src='a.mp4' begin='x.end'/>")),
        "3 error <video> waits for \"x\", but nothing has this id"));
    BOOST_TEST(startsWith(
        body("<video src='a.mp4' begin='PRIORITY_1_BEGIN'/>").remarks.back().text,
        "<video> is skipped: nothing in begin="));
    BOOST_TEST(startsWith(
        remark(body("<seq end='wallclock(R/2021-07-31T00:00:00PT10S)'/>")),
        "3 error end=\"wallclock(R/2021-07-31T00:00:00PT10S)\" of <seq> is not understood"));
    BOOST_TEST(startsWith(
        remark(body("<seq expr='adapi-weather()'/>")), "3 error <seq> is skipped: its condition"));
    BOOST_TEST(startsWith(
        remark(body("<video src='a.mp4' systemComponent='x'/>")),
        "3 warning <video> is skipped: no screen meets"));
    BOOST_TEST(startsWith(
        remark(body("<img src='a.png' end='b.click'/>")),
        "3 error end=\"b.click\" of <img> waits"));
    BOOST_TEST(startsWith(remark(body("<video src='a.mp4' dur='´1s'/>")), "3 error dur=\"´1s\""));
    BOOST_TEST(startsWith(
        remark(body("<video src='a.mp4' repeatCount='0'/>")), "3 error repeatCount=\"0\""));
    BOOST_TEST(startsWith(
        remark(body("<video src='a.mp4' region='nowhere'/>")),
        "3 error there is no region \"nowhere\""));
    BOOST_TEST(startsWith(
        remark(body("<video src='a.mp4' fit='cover'/>")), "3 error fit=\"cover\" is not known"));
    BOOST_TEST(
        startsWith(remark(body("<video src='a.mp4' colour='red'/>")), "3 warning colour=\"red\""));
    BOOST_TEST(startsWith(remark(body("<img src='a.png'/>")), "3 warning <img> says not how long"));
}

std::string times(const std::string& text)
{
    const auto playlist =
        body("<par><video src='a.mp4' begin='" + text + "'/><seq xml:id='b.c'/></par>");
    return formatTimes(children(only(playlist))[0].timing.begin);
}

BOOST_AUTO_TEST_CASE(lists_of_begin_values_are_read_entry_by_entry)
{
    BOOST_TEST(times("2s;3.5s;") == "2s;3500ms");
    BOOST_TEST(times("-1s ; indefinite") == "-1s;indefinite");
    BOOST_TEST(times("b\\.c.begin + 1") == "b\\.c.begin+1s");
    BOOST_TEST(times("id(b.c)(end);id(b.c)(2s)") == "b\\.c.end;b\\.c.begin+2s");
    BOOST_TEST(times("0;monitor.endEvent-2s") == "0s;monitor.endEvent-2s");
    BOOST_TEST(times("accesskey(a)+1s;notify(door)") == "accessKey(a)+1s;notify(door)");
    BOOST_TEST(times("Al-53.begin") == "Al-53.begin");
    BOOST_TEST(times("wallclock(2026-03-29T02:30)") == "wallclock(2026-03-29T02:30:00)");
    BOOST_TEST(times("wallclock(9:00)") == "wallclock(09:00:00)");
    BOOST_TEST(
        times("wallclock(R/2000-01-01+w3T09:00/P1W)") == "wallclock(R/2000-01-01+w3T09:00:00/P1W)");
    BOOST_TEST(
        times("wallclock(R6/2000-01-01T09:00-w7+01:00/P1Y2W1DT6H2S)") ==
        "wallclock(R6/2000-01-01-w7T09:00:00+01:00/P1Y2W1DT21602S)");
    BOOST_TEST(times("wallclock(2026-01-01T023:59:59Z)") == "wallclock(2026-01-01T23:59:59+00:00)");
    for (const auto* wrong :
         {"wallclock(2026-02-30)",
          "wallclock(25:00)",
          "wallclock(R/2026-01-01/P)",
          "wallclock()",
          "wallclock(2026-01-01+w8)",
          "wallclock(R/2026-01-01T00:00)",
          "5 sec",
          "."}) {
        BOOST_TEST(
            body(std::string("<par><video src='a.mp4' begin='") + wrong + "'/></par>")
                    .remarks.size() == 2U,
            wrong);
    }
}

BOOST_AUTO_TEST_CASE(excl_keeps_its_classes_and_their_rules)
{
    const auto playlist =
        body("<excl><priorityClass peer='pause' higher='stop'><video src='a.mp4'/><video "
             "src='b.mp4'/></priorityClass><video src='c.mp4'/><video src='d.mp4'/>"
             "<priorityClass peers='defer' lower='never' pauseDisplay='hide'><video "
             "src='e.mp4'/></priorityClass></excl>");
    BOOST_TEST(playlist.remarks.empty());
    const auto& excl = std::get<Container>(only(playlist).body);
    BOOST_REQUIRE(excl.classes.size() == 3U);
    BOOST_TEST(excl.children.size() == 5U);
    BOOST_TEST((excl.classes[0].peers == model::PriorityClass::Peers::kPause));
    BOOST_TEST((excl.classes[0].higher == model::PriorityClass::Higher::kStop));
    BOOST_TEST(excl.classes[0].size == 2U);
    BOOST_TEST((excl.classes[1] == model::PriorityClass{.size = 2}));
    BOOST_TEST((excl.classes[2].lower == model::PriorityClass::Lower::kNever));
}

BOOST_AUTO_TEST_CASE(conditions_are_kept_for_the_screen_to_decide)
{
    const auto playlist =
        body("<video src='a.mp4' systemLanguage='de, ar' systemCaptions='on' "
             "systemScreenSize='1080X1920' systemBitrate='9000' expr='adapi-weekday()=1'/>");
    const auto& condition = only(playlist).condition;
    BOOST_TEST((condition.languages == std::vector<std::string>{"de", "ar"}));
    BOOST_TEST(condition.captions.value());
    BOOST_TEST((condition.screenSize == model::ScreenSize{1920, 1080}));
    BOOST_TEST(condition.bitrate.value() == 9000);
    BOOST_TEST(condition.expression == "adapi-weekday()=1");
}

BOOST_AUTO_TEST_CASE(colours_texts_and_tickers_are_media)
{
    const auto playlist =
        body("<brush color='teal' dur='1s'/><text src='news.txt' dur='5s'><param name='textMode' "
             "value='crawl'/></text><smilText textMode='crawl' textColor='#fff' dur='5s'>Guten "
             "<span>Tag</span></smilText><text src='http://example.org/' dur='5s'/>");
    const auto& nodes = children(playlist.body);
    BOOST_REQUIRE(nodes.size() == 3U);
    BOOST_TEST(media(nodes[0]).color == "#008080");
    BOOST_TEST(media(nodes[1]).crawls);
    BOOST_TEST(media(nodes[2]).text == "Guten Tag");
    BOOST_TEST(media(nodes[2]).color == "#ffffff");
    BOOST_TEST(startsWith(remark(playlist), "3 error <text> is skipped: web pages"));
}

BOOST_AUTO_TEST_CASE(clips_and_transitions_are_read)
{
    const auto playlist =
        parseSmil(
            "<smil><head><transition xml:id='x' type='slideWipe' subtype='fromRight' dur='500ms'/>"
            "<transition id='y' type='fade' subtype='fadeToColor' fadeColor='red'/></head><body>"
            "<video src='a.mp4' clipBegin='npt=2s' clip-end='smpte=00:00:10:12' transIn='z;x' "
            "transOut='y'/></body></smil>",
            "f.smil")
            .value();
    BOOST_TEST(playlist.remarks.empty());
    const auto& video = media(only(playlist));
    BOOST_TEST(video.clipBegin->count() == 2000);
    BOOST_TEST(video.clipEnd->count() == 10'000);
    BOOST_TEST(video.transIn == "x");
    BOOST_TEST(video.transOut == "y");
    BOOST_REQUIRE(playlist.transitions.size() == 2U);
    BOOST_TEST((playlist.transitions[0].kind == model::Transition::Kind::kSlide));
    BOOST_TEST((playlist.transitions[0].from == model::Transition::From::kRight));
    BOOST_TEST(playlist.transitions[1].fadeColor == "#ff0000");
}

BOOST_AUTO_TEST_CASE(alignment_is_a_name_or_a_point)
{
    const auto playlist =
        parseSmil(
            "<smil><head><layout><regPoint id='p' left='10' top='25%' regAlign='bottomRight'/>"
            "<region id='r' mediaAlign='topLeft' soundLevel='40%'/></layout></head><body>"
            "<video src='a.mp4' region='r' mediaAlign='midRight'/>"
            "<video src='b.mp4' regPoint='p'/><video src='c.mp4' regPoint='center' "
            "regAlign='center'/></body></smil>",
            "f.smil")
            .value();
    BOOST_TEST(playlist.remarks.empty());
    const auto& nodes = children(playlist.body);
    BOOST_TEST((media(nodes[0]).align == model::alignmentOf(model::Align::kMidRight)));
    BOOST_TEST(media(nodes[0]).soundLevel == 0.4);
    BOOST_TEST(
        (media(nodes[1]).align ==
         model::Alignment{{10, false}, {25, true}, model::Align::kBottomRight}));
    BOOST_TEST((media(nodes[2]).align == model::Alignment()));
    BOOST_TEST((playlist.layout.regions[0].align == model::alignmentOf(model::Align::kTopLeft)));
    BOOST_TEST(writeSmil(parseSmil(writeSmil(playlist), "g").value()) == writeSmil(playlist));
}

BOOST_AUTO_TEST_CASE(loader_intro_gives_way_to_the_programme)
{
    const auto playlist =
        body("<par><seq end='__prefetchEnd.endEvent'><video src='loader.mp4'/></seq>"
             "<seq><prefetch src='a.mp4'/></seq>"
             "<par begin='__prefetchEnd.endEvent'><video src='a.mp4'/></par></par>");
    BOOST_TEST(children(only(playlist)).size() == 3U); // the timeline knows what to do with it
    for (const auto& remark : playlist.remarks) {
        BOOST_TEST((remark.severity == Remark::Severity::kWarning));
    }
}

BOOST_AUTO_TEST_CASE(blank_screen_is_time_without_a_picture)
{
    const auto playlist = body("<ref src='adapi:blankScreen' dur='5s'/>");
    BOOST_TEST(children(only(playlist)).empty());
    BOOST_TEST(only(playlist).timing.dur.value.count() == 5000);
}

BOOST_AUTO_TEST_CASE(layout_is_read_with_all_spellings_of_region_names)
{
    const auto playlist =
        parseSmil(
            "<smil xmlns='http://www.w3.org/ns/SMIL'><head><title>T</title><layout>"
            "<root-layout width='1280px' height='720' backgroundColor='#fff'/>"
            "<region regionName='a' xml:id='b' left='10%' width='50%' z-index='3' fit='slice'/>"
            "<region id='c' right='10' width='100' backgroundColor='Red'>"
            "<region xml:id='d' width='50%' top='20'/></region>"
            "</layout></head><body><img src='1.png' dur='1s' region='b'/>"
            "<img src='2.png' dur='1s' region='a'/></body></smil>",
            "f.smil")
            .value();
    BOOST_TEST(playlist.remarks.empty());
    BOOST_TEST(playlist.title == "T");
    BOOST_TEST(playlist.layout.width == 1280);
    BOOST_TEST(playlist.layout.backgroundColor == "#ffffff");
    BOOST_REQUIRE(playlist.layout.regions.size() == 3U);
    BOOST_TEST(playlist.layout.regions[0].id == "a");
    BOOST_TEST(playlist.layout.regions[0].left->percent);
    BOOST_TEST(playlist.layout.regions[0].zIndex == 3);
    BOOST_TEST(playlist.layout.regions[1].backgroundColor == "#ff0000");
    BOOST_TEST(playlist.layout.regions[2].parent == "c");
    BOOST_TEST(model::place(playlist.layout)[2].box.left == 1170);
    BOOST_TEST(model::place(playlist.layout)[2].box.width == 50);
    BOOST_TEST(media(children(playlist.body)[0]).region == "a");
    BOOST_TEST(media(children(playlist.body)[1]).region == "a");
}

BOOST_AUTO_TEST_CASE(colours_are_read_as_css_writes_them)
{
    BOOST_TEST(parseColor("#1aF").value() == "#11aaff");
    BOOST_TEST(parseColor("rgb(255, 0,50%)").value() == "#ff007f");
    BOOST_TEST(parseColor("transparent").value().empty());
    BOOST_TEST(!parseColor("#12"));
    BOOST_TEST(!parseColor("reddish"));
    BOOST_TEST(!parseColor("rgb(1,2"));
}

BOOST_AUTO_TEST_CASE(raw_less_than_in_expr_is_repaired_and_said)
{
    const auto playlist = body("<seq expr='adapi-weekday()<=9'/>");
    BOOST_TEST(playlist.remarks.size() == 2U);
    BOOST_TEST(startsWith(playlist.remarks[0].text, "a raw < stands"));
}

BOOST_AUTO_TEST_CASE(other_documents_are_named)
{
    const auto other = parseSmil("<html/>", "f.smil");
    BOOST_REQUIRE(!other);
    BOOST_TEST(startsWith(other.error().message, "f.smil:1: the root element is <html>"));
    BOOST_TEST(startsWith(parseSmil("<smil>\n<body>", "f.smil").error().message, "f.smil:2: "));
    BOOST_TEST(
        startsWith(remark(parseSmil("<smil/>", "f.smil").value()), "1 error there is no <body>"));
}

BOOST_AUTO_TEST_CASE(written_text_gives_the_same_playlist_again)
{
    const auto first =
        parseSmil(
            "<smil><head><meta name='title' content='A &amp; B'/>"
            "<meta http-equiv='Refresh' "
            "content='900'/><state><data><b>b.png</b></data></state><layout>"
            "<root-layout width='1280' height='720' backgroundColor='#123456'/>"
            "<region xml:id='r' left='10%' bottom='1.5' z-index='-2' fit='meetBest' "
            "backgroundColor='#abcdef'/>"
            "</layout></head><body repeatCount='indefinite'><par xml:id='p' begin='1.5s' end='90s' "
            "repeatCount='2.5' min='1s' max='9s' fill='hold' restart='never' endsync='first' "
            "repeatDur='5s'>"
            "<video src='a&quot;&lt;.mp4' region='r' dur='media' soundLevel='25%'/>"
            "<seq dur='indefinite'><metadata>"
            "<meta name='adapi:pickingAlgorithm' content='shuffle'/>"
            "<meta name='adapi:pickingBehavior' content='pickN'/>"
            "<meta name='adapi:pickNumber' content='1'/></metadata>"
            "<img src='{b}' dur='1500ms' fit='fill'/></seq></par>"
            "<ref src='/blobs/00' type='application/x-jtv-slide+xml'/><audio "
            "src='c.mp3'/></body></smil>",
            "f.smil")
            .value();
    BOOST_TEST(first.remarks.empty());
    const auto text = writeSmil(first);
    const auto second = parseSmil(text, "f.smil").value();
    BOOST_TEST(second.remarks.empty());
    BOOST_TEST(writeSmil(second) == text);
    BOOST_TEST((second.refresh == std::chrono::seconds(900)));
    BOOST_TEST(text.find("repeatCount=\"2.5\"") != std::string::npos);
    BOOST_TEST(text.find("dur=\"1500ms\"") != std::string::npos);
    BOOST_TEST(text.find("{b}") != std::string::npos);
    BOOST_TEST(text.find("adapi:pickNumber\" content=\"1\"") != std::string::npos);
    BOOST_TEST(text.find("a&quot;&lt;.mp4") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(remarks_of_a_hostile_file_are_bounded)
{
    std::string text;
    for (int i = 0; i < 5000; ++i) {
        text += "<animate/>";
    }
    BOOST_TEST(body(text).remarks.size() == 1001U);
}

BOOST_AUTO_TEST_SUITE_END()

std::size_t countMedia(const TimeNode& node)
{
    if (std::holds_alternative<Media>(node.body)) {
        return 1;
    }
    std::size_t count = 0;
    for (const auto& child : children(node)) {
        count += countMedia(child);
    }
    return count;
}

std::vector<std::filesystem::path> filesOf(const std::string& part, std::string_view ending)
{
    std::vector<std::filesystem::path> files;
    if (const auto folder = doubles::corpus(part)) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(*folder)) {
            if (entry.is_regular_file() && (ending.empty() || entry.path().extension() == ending)) {
                files.push_back(entry.path());
            }
        }
    }
    return files;
}

BOOST_AUTO_TEST_SUITE(smil_corpora)

BOOST_AUTO_TEST_CASE(each_signage_file_has_media_or_a_precise_reason)
{
    for (const auto& file : filesOf("smil", ".smil")) {
        const auto playlist = readSmil(file);
        if (!playlist) {
            BOOST_TEST(startsWith(playlist.error().message, file.string() + ":"), file);
            continue;
        }
        const bool explained =
            std::any_of(playlist->remarks.begin(), playlist->remarks.end(), [](const auto& remark) {
                return remark.severity == Remark::Severity::kError;
            });
        BOOST_TEST((countMedia(playlist->body) > 0 || explained), file);
        for (const auto& remark : playlist->remarks) {
            BOOST_TEST(remark.place.line > 0, file);
            BOOST_TEST(remark.place.file == file.string());
        }
        const auto text = writeSmil(*playlist);
        const auto again = parseSmil(text, "again");
        BOOST_TEST(again.has_value(), file << ": " << (again ? "" : again.error().message));
        BOOST_TEST((again && writeSmil(*again) == text), file);
    }
}

BOOST_AUTO_TEST_CASE(hostile_files_end_in_a_sentence)
{
    for (const auto& file : filesOf("hostile-xml", "")) {
        const auto playlist = readSmil(file);
        BOOST_TEST(!playlist, file);
        if (!playlist) {
            BOOST_TEST(startsWith(playlist.error().message, file.string() + ":"), file);
            BOOST_TEST(playlist.error().message.size() < 2000U, file);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::xml
