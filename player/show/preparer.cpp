// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The prepare thread.
#include "player/show/preparer.h"

#include "base/file.h"
#include "content/captions/encoding.h"
#include "content/captions/excerpt.h"
#include "content/picture/picture.h"
#include "content/typeset/plain_text.h"
#include "content/typeset/stack.h"
#include "content/typeset/typeset.h"
#include "player/show/layout.h"
#include "player/show/log.h"

#include <algorithm>
#include <exception>
#include <sys/resource.h>
#include <unistd.h>

namespace jtv::show {
namespace {

constexpr std::size_t kMaxTextBytes = std::size_t{64} << 10U;
// A ticker's words take 16 s from one edge of a zone to the other: slow enough to read at 4 m.
constexpr int kRefreshesAcross = 960;
// Text that is moved through its zone takes 32 s for its height: about 15 characters a second.
constexpr int kRefreshesAReadingStep = 2;

// Calls `visit` for every medium in document order.
template <typename Visit>
void forEachMedia(const model::TimeNode& node, const Visit& visit)
{
    if (const auto* media = std::get_if<model::Media>(&node.body)) {
        visit(*media);
        return;
    }
    for (const auto& child : std::get<model::Container>(node.body).children) {
        forEachMedia(child, visit);
    }
}

timeline::Intrinsic intrinsicOf(const Loaded& loaded, const model::Media& media)
{
    timeline::Intrinsic intrinsic;
    const auto found = loaded.slides.find(media.source);
    if (media.kind != model::MediaKind::kSlide || found == loaded.slides.end() || !found->second) {
        return intrinsic;
    }
    const auto* document = std::get_if<SlideDocument>(&*found->second);
    if (document == nullptr) {
        return intrinsic;
    }
    const auto& programme = loaded.programme;
    for (const auto& round :
         model::languageRounds(*document->slide, programme.languageOrder, programme.languages)) {
        auto& turns = intrinsic.rounds.emplace_back();
        for (const auto& turn : round) {
            turns.push_back({turn.language, turn.duration});
        }
    }
    return intrinsic;
}

// Of a video, in its own time.
Milliseconds startOf(const Order& order)
{
    return order.media->clipBegin.value_or(Milliseconds(0)) + order.from;
}

model::SlideView viewOf(const Order& order, const model::Slide& slide)
{
    const auto& language = order.language.empty() ? slide.sourceLanguage : order.language;
    const auto& programme = order.loaded->programme;
    auto rounds = model::slideRounds(slide, programme.languageOrder, programme.languages);
    if (order.round < rounds.size()) {
        for (auto& view : rounds[order.round]) {
            if (view.language == language) {
                return std::move(view);
            }
        }
    }
    return {language, {}};
}

const SlideDocument::Approved*
approvedFor(const SlideDocument& document, const model::SlideView& view, const Order& order)
{
    const auto& all = document.approved;
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) {
        return one.view == view && one.width == order.width && one.height == order.height;
    });
    return found == all.end() ? nullptr : &*found;
}

// No pixels where the source is empty.
Result<Pixels> pictureFrom(const SlideDocument& document, const std::string& source)
{
    const auto file = document.files.find(source);
    return file == document.files.end() ? Result<Pixels>(Pixels())
                                        : picture::readPicture(file->second);
}

typeset::Target targetOf(const Order& order)
{
    typeset::Target target;
    target.width = order.width;
    target.height = order.height;
    target.diagonalInches = order.diagonalInches;
    target.distanceMetres = order.loaded->programme.distanceMetres;
    return target;
}

Result<Pixels>
typesetSlide(const Order& order, const SlideDocument& document, model::SlideView view)
{
    auto target = targetOf(order);
    target.languagesToCome = std::move(view.toCome);
    const auto& slide = *document.slide;
    const auto* const text = model::textIn(slide, view.language);
    const auto picture =
        pictureFrom(document, text != nullptr ? model::pictureOf(slide, *text) : slide.picture);
    const auto logo = pictureFrom(document, document.theme ? document.theme->logo : "");
    if (!picture || !logo) {
        return !picture ? picture.error() : logo.error();
    }
    return typeset::renderSlide(
        slide, view.language, target, {&*picture, document.theme.get(), &*logo});
}

// The approved picture; where the plan has none, what is set here.
Result<Pixels> slidePixels(const Order& order, const SlideDocument& document)
{
    auto view = viewOf(order, *document.slide);
    const auto* const approved = approvedFor(document, view, order);
    if (approved != nullptr && approved->image) {
        return picture::readPicture(*approved->image);
    }
    auto pixels = typesetSlide(order, document, std::move(view));
    const auto& otherPixels = order.loaded->programme.otherPixels;
    if (pixels && approved != nullptr && otherPixels &&
        typeset::digestOf(*pixels) != approved->digest) {
        *otherPixels = true;
    }
    return pixels;
}

Result<Pixels> pixelsOf(const Order& order, const Source& source)
{
    if (const auto* document = std::get_if<SlideDocument>(&source)) {
        return slidePixels(order, *document);
    }
    if (const auto* draw = std::get_if<Drawing>(&source)) {
        return (*draw)(order.width, order.height);
    }
    return picture::readPicture(std::get<std::filesystem::path>(source));
}

Result<screen::Still> stillOfText(const Order& order, const typeset::PlainText& text)
{
    const bool scrolls = order.fit == screen::Fit::kScroll;
    auto pixels = scrolls ? typeset::renderLongText(text, targetOf(order))
                          : typeset::renderText(text, order.width, order.height);
    if (!pixels) {
        return std::move(pixels).error();
    }
    auto still = screen::makeStill(
        *std::move(pixels),
        order.width,
        order.height,
        scrolls ? screen::Fit::kScroll : screen::Fit::kFill,
        order.rotation);
    if (still.pan) {
        still.pan->every = kRefreshesAReadingStep;
    }
    return still;
}

} // namespace

Preparer::Preparer(Mailbox<Answer>& answers, media::Reaper& reaper)
    : answers_(answers), reaper_(reaper),
      thread_([this](const std::stop_token& stop) { work(stop); })
{}

Preparer::~Preparer()
{
    thread_.request_stop();
    jobs_.post(std::monostate{});
}

void Preparer::load(std::uint64_t serial, Programme programme, timeline::Options options)
{
    jobs_.post(Loading{serial, std::move(programme), std::move(options)});
}

void Preparer::prepare(Order order)
{
    jobs_.post(std::move(order));
}

void Preparer::draw(CallOrder order)
{
    jobs_.post(std::move(order));
}

void Preparer::set(CaptionOrder order)
{
    jobs_.post(std::move(order));
}

void Preparer::carryOut(Job job)
{
    if (auto* loading = std::get_if<Loading>(&job)) {
        answers_.post(loadNow(std::move(*loading)));
    } else if (const auto* order = std::get_if<Order>(&job); order && !*order->unwanted) {
        auto captions = captionsOf(*order);
        auto content = prepareNow(*order, captions);
        answers_.post(Prepared{order->item, std::move(content), std::move(captions)});
    } else if (const auto* type = std::get_if<CaptionOrder>(&job); type && !*type->unwanted) {
        answers_.post(setCaptions(*type));
    } else if (const auto* calls = std::get_if<CallOrder>(&job)) {
        answers_.post(drawCalls(*calls));
    }
}

void Preparer::work(const std::stop_token& stop)
{
    try {
        // Decoding threads inherit this: on a busy machine the picture comes before other programs,
        // but after the main thread. Where the system does not allow it, nothing is lost.
        ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), -5);
        media::start();
        while (!stop.stop_requested()) {
            for (auto& job : jobs_.wait(std::chrono::hours(1))) {
                if (stop.stop_requested()) {
                    return;
                }
                carryOut(std::move(job));
            }
        }
    } catch (const std::exception& fault) {
        // Out of memory, or a bug: systemd starts the player again.
        kLog.error("preparing an item failed: {}", fault.what());
        std::terminate();
    }
}

LoadedProgramme Preparer::loadNow(Loading loading)
{
    auto loaded = std::make_shared<Loaded>();
    loaded->programme = std::move(loading.programme);
    const auto& programme = loaded->programme;
    forEachMedia(programme.playlist->body, [&](const model::Media& media) {
        if (media.kind == model::MediaKind::kSlide && !loaded->slides.contains(media.source)) {
            loaded->slides.emplace(media.source, programme.resolve(media));
        }
    });
    auto& options = loading.options;
    options.languages = programme.languages;
    options.captions = programme.captions;
    options.zone = programme.zone;
    options.seed = programme.seed;
    options.intrinsic = [kept = std::shared_ptr<const Loaded>(loaded)](const model::Media& media) {
        return intrinsicOf(*kept, media);
    };
    auto timeline = timeline::Timeline::make(programme.playlist, std::move(options));
    return {loading.serial, std::move(loaded), std::move(timeline)};
}

Result<Content> Preparer::openVideo(
    const Order& order, const std::filesystem::path& file, const CaptionFile& captions)
{
    media::VideoOptions options;
    options.file = file;
    options.soundLevel = order.media->soundLevel;
    options.clipBegin = startOf(order);
    options.clipEnd = order.media->clipEnd;
    options.captions = captions.track == nullptr && order.loaded->programme.captions;
    options.display.display = order.planes.controller;
    options.display.freePlanes = order.planes.planes;
    options.display.planeFormats = order.planes.formats;
    options.display.overlaid = captions.track != nullptr;
    if (!memory_) {
        memory_ = media::deviceMemoryHere();
    }
    options.memory = *memory_;
    options.wake = [this] { answers_.post(FrameWaits{}); };
    auto video = media::Video::open(std::move(options), reaper_);
    if (!video) {
        return std::move(video).error();
    }
    return Content(*std::move(video));
}

// Those inside a video are not read when a file lies beside it.
CaptionFile Preparer::captionsOf(const Order& order)
{
    const auto& programme = order.loaded->programme;
    if (order.media->kind != model::MediaKind::kVideo || !programme.captions) {
        return {};
    }
    auto files = captionsNamed(*order.media, programme.resolve);
    const auto source = programme.resolve(*order.media);
    const auto* file = source ? std::get_if<std::filesystem::path>(&*source) : nullptr;
    if (files.empty() && file != nullptr) {
        files = captionsBeside(*file);
    }
    auto chosen = readSidecar(files, programme.languages);
    const auto start = startOf(order);
    if (chosen.track && start > Milliseconds(0)) {
        auto track = *chosen.track;
        track.captions = captions::excerpt(std::move(track.captions), start);
        chosen.track = std::make_shared<const model::CaptionTrack>(std::move(track));
    }
    return chosen;
}

Result<Content> Preparer::prepareNow(const Order& order, const CaptionFile& captions)
{
    if (order.media->kind == model::MediaKind::kBrush) {
        const auto colour = colourOf(order.media->color).value_or(0);
        return Content(std::make_shared<const screen::Still>(
            screen::makeStill(colour, order.width, order.height, order.rotation)));
    }
    if (order.media->kind == model::MediaKind::kText) {
        return fromText(order);
    }
    return fromSource(order, captions);
}

// Written in the playlist, or in a file of any encoding.
Result<Content> Preparer::fromText(const Order& order)
{
    const auto& media = *order.media;
    const auto& programme = order.loaded->programme;
    auto written = std::string(media.text);
    if (!media.source.empty()) {
        const auto source = programme.resolve(media);
        const auto* file = source ? std::get_if<std::filesystem::path>(&*source) : nullptr;
        auto bytes = file != nullptr
                         ? readFile(*file, kMaxTextBytes)
                         : Result<std::string>(Error{
                               ErrorKind::kNotFound,
                               media.source + ": there is no such text; check the path"});
        if (!bytes) {
            return std::move(bytes).error();
        }
        written = captions::decode(*bytes).text;
    }
    typeset::PlainText text{
        std::move(written), programme.languages.empty() ? "" : programme.languages.front()};
    text.colour = colourOf(media.color).value_or(text.colour);
    if (!media.crawls) {
        auto still = stillOfText(order, text);
        if (!still) {
            return std::move(still).error().within(media.source);
        }
        return Content(std::make_shared<const screen::Still>(*std::move(still)));
    }
    auto ticker = typeset::renderTicker(text, order.height, order.width);
    if (!ticker) {
        return std::move(ticker).error().within(media.source);
    }
    const int step = std::max(1, order.width / kRefreshesAcross);
    return Content(std::make_shared<const screen::Still>(screen::makeStrip(
        std::move(ticker->strip), ticker->rightToLeft ? -step : step, order.rotation)));
}

Result<Content> Preparer::fromSource(const Order& order, const CaptionFile& captions)
{
    const auto& loaded = *order.loaded;
    const auto found = loaded.slides.find(order.media->source);
    auto source = order.media->kind == model::MediaKind::kSlide && found != loaded.slides.end()
                      ? found->second
                      : loaded.programme.resolve(*order.media);
    if (!source) {
        return std::move(source).error();
    }
    const auto* file = std::get_if<std::filesystem::path>(&*source);
    switch (order.media->kind) {
    case model::MediaKind::kVideo:
        if (file != nullptr) {
            return openVideo(order, *file, captions);
        }
        break;
    case model::MediaKind::kImage:
    case model::MediaKind::kSlide: {
        auto pixels = pixelsOf(order, *source);
        if (!pixels) {
            return std::move(pixels).error();
        }
        return Content(std::make_shared<const screen::Still>(screen::makeStill(
            *std::move(pixels),
            order.width,
            order.height,
            order.fit,
            order.rotation,
            order.anchor)));
    }
    case model::MediaKind::kAudio:
        return Error{
            ErrorKind::kUnsupported,
            order.media->source + ": sound without a picture is not played; make it a video"};
    case model::MediaKind::kBrush:
    case model::MediaKind::kText:
        break;
    }
    return Error{
        ErrorKind::kInternal, order.media->source + ": this is no file; name one in the playlist"};
}

} // namespace jtv::show
