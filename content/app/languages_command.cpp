// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Playlist → its items' turns → the waits of each language.
#include "content/app/languages_command.h"

#include "base/file.h"
#include "content/app/exit_code.h"
#include "content/model/language_policy.h"
#include "content/xml/slide.h"
#include "content/xml/smil.h"

#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <numeric>
#include <string>
#include <vector>

namespace jtv::app {
namespace {

struct LanguagesOptions {
    std::string playlist;
    std::vector<std::string> languages;
    std::string order = "automatic";
    int filmSeconds = 30;
};

Result<model::LanguageOrder> orderNamed(std::string_view word)
{
    using Order = model::LanguageOrder;
    for (const auto& [name, order] :
         {std::pair("automatic", Order::kAutomatic),
          std::pair("in-turn", Order::kInTurn),
          std::pair("side-by-side", Order::kSideBySide),
          std::pair("main-and-two", Order::kMainAndTwo)}) {
        if (word == name) {
            return order;
        }
    }
    return Error{
        ErrorKind::kInvalid,
        fmt::format(
            "--order cannot be {}; write automatic, in-turn, side-by-side or main-and-two", word)};
}

void collect(const model::TimeNode& node, std::vector<const model::TimeNode*>& media)
{
    if (std::holds_alternative<model::Media>(node.body)) {
        media.push_back(&node);
        return;
    }
    for (const auto& child : std::get<model::Container>(node.body).children) {
        collect(child, media);
    }
}

Milliseconds lengthOf(const model::LanguageRound& round)
{
    return std::accumulate(
        round.begin(), round.end(), Milliseconds{0}, [](Milliseconds sum, const auto& turn) {
            return sum + turn.duration;
        });
}

// What the playlist says lasts so long is shared among the turns in proportion.
void stretch(model::LanguageRound& round, Milliseconds wanted)
{
    const auto whole = lengthOf(round);
    for (auto& turn : round) {
        turn.duration = Milliseconds{
            turn.duration.count() * wanted.count() / std::max<Milliseconds::rep>(1, whole.count())};
    }
}

class Loop {
public:
    Loop(const LanguagesOptions& options, model::LanguageOrder order)
        : options_(options), order_(order)
    {}

    Result<model::LoopItem> itemOf(const model::TimeNode& node) const
    {
        const auto& media = std::get<model::Media>(node.body);
        const bool timed = node.timing.dur.kind == model::Duration::Kind::kClock;
        model::LoopItem item{media.source, {}};
        if (media.kind != model::MediaKind::kSlide) {
            const auto film = Milliseconds{options_.filmSeconds * 1000};
            item.rounds = {{{"", timed ? node.timing.dur.value : film}}};
            return item;
        }
        const auto file = std::filesystem::path(options_.playlist).parent_path() / media.source;
        const auto bytes = readFile(file, xml::kMaxSlideBytes);
        if (!bytes) {
            return bytes.error();
        }
        const auto slide = xml::readSlide(*bytes, file.string());
        if (!slide) {
            return slide.error();
        }
        item.rounds = model::languageRounds(*slide, order_, options_.languages);
        for (auto& round : item.rounds) {
            if (timed) {
                stretch(round, node.timing.dur.value);
            }
        }
        return item;
    }

private:
    const LanguagesOptions& options_;
    model::LanguageOrder order_;
};

std::string shown(const std::optional<Milliseconds>& wait)
{
    return wait ? fmt::format("{:.1f}", static_cast<double>(wait->count()) / 1000) : "never";
}

void print(const std::vector<model::LanguageWait>& waits, const std::vector<model::LoopItem>& loop)
{
    for (const auto& wait : waits) {
        fmt::print("{}\t*\t{}\n", wait.language, shown(wait.something));
        for (std::size_t i = 0; i < loop.size(); ++i) {
            fmt::print("{}\t{}\t{}\n", wait.language, loop[i].name, shown(wait.items[i]));
        }
    }
}

void warn(const std::vector<model::LanguageWait>& waits, const std::string& file)
{
    for (const auto& wait : waits) {
        if (wait.something && *wait.something <= model::kLongWait) {
            continue;
        }
        fmt::print(
            stderr,
            "{}:1: warning: a visitor who reads {} {}; show fewer languages on this screen, "
            "shorten "
            "the films or translate more slides\n",
            file,
            wait.language,
            wait.something
                ? fmt::format("waits up to {} s for something readable", shown(wait.something))
                : "never sees anything readable");
    }
}

int run(const LanguagesOptions& options)
{
    const auto order = orderNamed(options.order);
    if (!order) {
        return complain(order.error(), kUnusable);
    }
    const auto playlist = xml::readSmil(options.playlist);
    if (!playlist) {
        return complain(playlist.error(), kUnusable);
    }
    std::vector<const model::TimeNode*> media;
    collect(playlist->body, media);
    std::vector<model::LoopItem> loop;
    loop.reserve(media.size());
    const Loop reader(options, *order);
    for (const auto* const node : media) {
        auto item = reader.itemOf(*node);
        if (!item) {
            return complain(item.error(), kFault);
        }
        loop.push_back(std::move(*item));
    }
    const auto waits = model::languageWaits(loop, options.languages);
    print(waits, loop);
    warn(waits, options.playlist);
    return 0;
}

} // namespace

void addLanguagesCommand(const command::Command& program)
{
    const auto command =
        program.add("languages", "Say how long a visitor waits for his language in a playlist");
    command.footer(
        "One line a language and item, TAB separated: language, item (* = anything readable), the "
        "longest wait in seconds or never. Above 120 s there is a warning. Items count in the "
        "order "
        "they are written. Exit code 0: computed, 1: a slide is faulty, 2: wrong usage or a "
        "playlist "
        "that cannot be read.");
    auto options = std::make_shared<LanguagesOptions>();
    command.option("PLAYLIST", options->playlist, "SMIL file").required();
    command.option("--languages", options->languages, "of the screen, best first: de,en,ar")
        .required()
        .separatedBy(',');
    command.option(
        "--order",
        options->order,
        "automatic (in turn up to four languages), in-turn, side-by-side, main-and-two");
    command
        .option(
            "--film-seconds",
            options->filmSeconds,
            "of films whose length the playlist does not say")
        .within(1, 36'000);
    command.action([options] { return run(*options); });
}

} // namespace jtv::app
