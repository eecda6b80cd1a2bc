// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Slides: documents in and out, their languages on a screen, and their preview.
#include "content/xml/slide.h"
#include "scheduler/devices/screens.h"
#include "scheduler/http/parts.h"
#include "scheduler/http/routes.h"
#include "scheduler/library/slides.h"
#include "scheduler/storage/key.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace jtv::http {
namespace {

json::Value slideValue(const library::SlideEntry& slide)
{
    return {
        {"id", slide.id},
        {"title", slide.title},
        {"languages", slide.languages},
        {"sha256", slide.sha256},
        {"updated", storage::isoTime(slide.updated)}};
}

// The document in the body; nullopt: the client was told what is wrong.
std::optional<std::string> documentIn(Exchange& exchange)
{
    const auto type = exchange.mediaType();
    if (type != "application/xml" && type != "text/xml" && type != "application/x-jtv-slide+xml") {
        exchange.problem(
            Problem{415, "unknown_type", "send the slide with Content-Type: application/xml"});
        return std::nullopt;
    }
    auto body = exchange.body();
    if (!body) {
        exchange.problem(body.error());
        return std::nullopt;
    }
    return *std::move(body);
}

void listSlides(Exchange& exchange, Parts& parts)
{
    auto slides = parts.slides.list();
    if (!slides) {
        return exchange.problem(slides.error());
    }
    auto values = json::Value::array();
    for (const auto& slide : *slides) {
        values.push_back(slideValue(slide));
    }
    exchange.answer(200, {{"slides", std::move(values)}});
}

void createSlide(Exchange& exchange, Parts& parts)
{
    const auto document = documentIn(exchange);
    if (!document) {
        return;
    }
    auto slide = parts.slides.create(*document, exchange.author());
    if (!slide) {
        return exchange.problem(slide.error());
    }
    exchange.setHeader("Location", "/api/v1/slides/" + slide->id);
    exchange.answer(201, slideValue(*slide));
}

void replaceSlide(Exchange& exchange, Parts& parts)
{
    const auto document = documentIn(exchange);
    if (!document) {
        return;
    }
    auto slide = parts.slides.replace(exchange.parameter("id"), *document, exchange.author());
    if (!slide) {
        return exchange.problem(slide.error());
    }
    exchange.answer(200, slideValue(*slide));
}

void showSlide(Exchange& exchange, Parts& parts)
{
    auto document = parts.slides.document(exchange.parameter("id"));
    if (!document) {
        return exchange.problem(document.error());
    }
    exchange.answer(200, "application/xml", *document);
}

void removeSlide(Exchange& exchange, Parts& parts)
{
    if (auto done = parts.slides.remove(exchange.parameter("id"), exchange.author()); !done) {
        return exchange.problem(
            done.error().kind == ErrorKind::kExists ? Problem{409, "in_use", done.error().message}
                                                    : problemOf(done.error()));
    }
    exchange.answer(204);
}

int numberIn(const std::optional<std::string>& text, int otherwise)
{
    int number = otherwise;
    if (text) {
        number = 0;
        std::from_chars(text->data(), text->data() + text->size(), number);
    }
    return number;
}

// The screen that the query names; nullopt: it names none. Errors: kNotFound.
Result<std::optional<library::Onlooker>> onlookerIn(const Exchange& exchange, const Parts& parts)
{
    const auto id = exchange.query("screen");
    if (!id) {
        return std::optional<library::Onlooker>();
    }
    auto screen = parts.screens.find(*id);
    auto display = screen ? parts.screens.display(*id) : Result<model::Display>(screen.error());
    if (!display) {
        return std::move(display).error();
    }
    const auto round = static_cast<std::size_t>(std::max(0, numberIn(exchange.query("round"), 0)));
    return std::optional(library::Onlooker{screen->settings, *display, round});
}

void preview(Exchange& exchange, Parts& parts)
{
    const auto onlooker = onlookerIn(exchange, parts);
    if (!onlooker) {
        return exchange.problem(onlooker.error());
    }
    const auto png = parts.slides.preview(
        exchange.parameter("id"),
        exchange.query("language").value_or(""),
        numberIn(exchange.query("width"), 640),
        *onlooker ? &**onlooker : nullptr);
    if (!png) {
        return exchange.problem(png.error());
    }
    exchange.setHeader("Cache-Control", "private, max-age=60");
    exchange.answer(200, "image/png", *png);
}

void showRounds(Exchange& exchange, Parts& parts)
{
    const auto onlooker = onlookerIn(exchange, parts);
    if (!onlooker) {
        return exchange.problem(onlooker.error());
    }
    const auto rounds =
        parts.slides.rounds(exchange.parameter("id"), *onlooker ? &(*onlooker)->screen : nullptr);
    if (!rounds) {
        return exchange.problem(rounds.error());
    }
    auto values = json::Value::array();
    for (const auto& round : *rounds) {
        auto turns = json::Value::array();
        for (const auto& turn : round) {
            turns.push_back({{"language", turn.language}, {"duration_ms", turn.duration.count()}});
        }
        values.push_back(std::move(turns));
    }
    exchange.answer(200, {{"rounds", std::move(values)}});
}

constexpr std::string_view kSlidesPath = "/api/v1/slides";
constexpr std::string_view kSlidePath = "/api/v1/slides/{id}";
constexpr std::string_view kXml = "application/xml";

constexpr auto kSlideRoutes = std::to_array<Route>({
    {"GET", kSlidesPath, Access::kView, 0, listSlides, "All slides", "", "", 200, kJson, "Slides"},
    {"POST",
     kSlidesPath,
     Access::kEdit,
     xml::kMaxSlideBytes,
     createSlide,
     "Add a slide",
     kXml,
     "",
     201,
     kJson,
     "Slide"},
    {"GET", kSlidePath, Access::kView, 0, showSlide, "The slide's document", "", "", 200, kXml, ""},
    {"PUT",
     kSlidePath,
     Access::kEdit,
     xml::kMaxSlideBytes,
     replaceSlide,
     "Replace a slide",
     kXml,
     "",
     200,
     kJson,
     "Slide"},
    {"DELETE",
     kSlidePath,
     Access::kEdit,
     0,
     removeSlide,
     "Delete a slide; 409 while a playlist uses it",
     "",
     "",
     204,
     "",
     ""},
    {"GET",
     "/api/v1/slides/{id}/preview",
     Access::kView,
     0,
     preview,
     "The slide as a screen shows it (?language=ar&width=640, and &screen=ID&round=0)",
     "",
     "",
     200,
     "image/png",
     ""},
    {"GET",
     "/api/v1/slides/{id}/rounds",
     Access::kView,
     0,
     showRounds,
     "The languages it is shown in, each time it comes (?screen=ID)",
     "",
     "",
     200,
     kJson,
     "LanguageRounds"},
});

} // namespace

std::vector<Route> slideRoutes()
{
    return {kSlideRoutes.begin(), kSlideRoutes.end()};
}

} // namespace jtv::http
