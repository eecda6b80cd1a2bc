// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Plans are written in one fixed order and read back attribute by attribute after the schema has
// passed.
#include "content/xml/plan.h"

#include "base/crypto/crypto.h"
#include "content/model/rule_text.h"
#include "content/xml/document.h"
#include "content/xml/schema.h"
#include "content/xml/writer.h"
#include "plan_schema.h"

#include <charconv>
#include <chrono>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <limits>
#include <sstream>

namespace jtv::xml {
namespace {

constexpr std::string_view kNamespace = "urn:jobcenter-tv:plan:1";

std::string writeInstant(WallTime time)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
    const auto text = model::writeLocalTime(model::LocalTime{seconds.time_since_epoch()});
    return fmt::format(
        "{}-{}-{}:{}:{}.{:03}Z",
        text.substr(0, 4),
        text.substr(4, 2),
        text.substr(6, 5),
        text.substr(11, 2),
        text.substr(13, 2),
        (time - seconds).count());
}

// The schema has checked the form, not the values.
Result<WallTime> readInstant(std::string_view text)
{
    const auto dot = text.find('.');
    auto seconds = model::parseTime(std::string(text.substr(0, dot)) + 'Z');
    if (!seconds) {
        return std::move(seconds).error();
    }
    int milliseconds = 0;
    std::from_chars(text.data() + dot + 1, text.data() + text.size() - 1, milliseconds);
    return WallTime{seconds->time.time_since_epoch() + Milliseconds{milliseconds}};
}

template <typename Number>
Result<Number> number(const Element& element, std::string_view name)
{
    auto text = element.require(name);
    if (!text) {
        return std::move(text).error();
    }
    Number value{};
    const auto [end, fault] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (fault != std::errc{} || end != text->data() + text->size()) {
        return element.error(fmt::format("{}=\"{}\" is not a number in range", name, *text));
    }
    return value;
}

// What the schema requires is there; the rest is empty.
std::string word(const Element& element, std::string_view name)
{
    return element.attribute(name).value_or("");
}

void writeRule(Writer& writer, const model::Rule& rule)
{
    const auto& when = rule.recurrence;
    writer.open("rule")
        .attribute("id", rule.id)
        .attribute("playlist", rule.playlist)
        .attribute("priority", std::to_string(rule.priority))
        .attribute("timezone", when.timezone)
        .attribute("start", model::writeLocalTime(when.start))
        .attribute("duration", model::writeDuration(when.duration));
    if (!when.rrule.empty()) {
        writer.attribute("rrule", when.rrule);
    }
    for (const auto& date : when.exdates) {
        writer.leaf("exdate", date);
    }
    for (const auto& date : when.rdates) {
        writer.leaf("rdate", date);
    }
    writer.close();
}

Result<model::Rule> readRule(const Element& element)
{
    model::Rule rule{word(element, "id"), word(element, "playlist"), 0, {}};
    auto priority = number<int>(element, "priority");
    auto start = model::parseLocalTime(word(element, "start"));
    auto duration = model::parseDuration(word(element, "duration"));
    if (!priority) {
        return std::move(priority).error();
    }
    if (!start) {
        return element.error(start.error().message);
    }
    if (!duration) {
        return element.error(duration.error().message);
    }
    rule.priority = *priority;
    auto& when = rule.recurrence;
    when.timezone = word(element, "timezone");
    when.start = *start;
    when.duration = *duration;
    when.rrule = word(element, "rrule");
    for (const auto& date : element.children("exdate")) {
        when.exdates.push_back(date.text());
    }
    for (const auto& date : element.children("rdate")) {
        when.rdates.push_back(date.text());
    }
    return rule;
}

Result<model::Asset> readAsset(const Element& element)
{
    const auto size = number<std::uint64_t>(element, "size");
    if (!size) {
        return size.error();
    }
    return model::Asset{
        word(element, "sha256"), *size, word(element, "type"), word(element, "name")};
}

std::vector<std::string> wordList(const Element& element, std::string_view name)
{
    std::istringstream text(word(element, name));
    std::vector<std::string> list;
    for (std::string each; text >> each;) {
        list.push_back(each);
    }
    return list;
}

void writeAssets(Writer& writer, const std::vector<model::Asset>& assets)
{
    writer.open("assets");
    for (const auto& asset : assets) {
        writer.open("asset")
            .attribute("sha256", asset.sha256)
            .attribute("size", std::to_string(asset.size))
            .attribute("type", asset.type);
        if (!asset.name.empty()) {
            writer.attribute("name", asset.name);
        }
        writer.close();
    }
    writer.close();
}

void writePictures(Writer& writer, const std::vector<model::ApprovedPicture>& pictures)
{
    if (pictures.empty()) {
        return;
    }
    writer.open("pictures");
    for (const auto& picture : pictures) {
        writer.open("picture")
            .attribute("slide", picture.slideSha256)
            .attribute("language", picture.view.language);
        if (!picture.view.toCome.empty()) {
            writer.attribute("to-come", fmt::format("{}", fmt::join(picture.view.toCome, " ")));
        }
        writer.attribute("width", std::to_string(picture.width))
            .attribute("height", std::to_string(picture.height))
            .attribute("digest", picture.digest);
        if (!picture.imageSha256.empty()) {
            writer.attribute("image", picture.imageSha256);
        }
        writer.close();
    }
    writer.close();
}

Status readPictures(const Element& root, model::Plan& plan)
{
    const auto list = root.child("pictures");
    if (!list) {
        return Done{};
    }
    for (const auto& element : list->children()) {
        const auto width = number<int>(element, "width");
        const auto height = number<int>(element, "height");
        if (!width || !height) {
            return width ? height.error() : width.error();
        }
        plan.pictures.push_back(
            {word(element, "slide"),
             {word(element, "language"), wordList(element, "to-come")},
             *width,
             *height,
             word(element, "digest"),
             word(element, "image")});
    }
    return Done{};
}

Result<model::ScreenSettings> readSettings(const Element& element)
{
    const auto diagonal = number<double>(element, "diagonal-inches");
    const auto distance = number<double>(element, "distance-metres");
    if (!diagonal || !distance) {
        return diagonal ? distance.error() : diagonal.error();
    }
    auto policy = model::parseLanguagePolicy(
        element.attribute("language-policy").value_or(model::writeLanguagePolicy({})));
    if (!policy) {
        return element.error(policy.error().message);
    }
    return model::ScreenSettings{
        wordList(element, "languages"),
        word(element, "timezone"),
        *diagonal,
        *distance,
        *std::move(policy)};
}

Status readHead(const Element& root, model::Plan& plan)
{
    const auto revision = number<std::uint64_t>(root, "revision");
    if (!revision) {
        return revision.error();
    }
    plan.revision = *revision;
    if (root.attribute("rolls-back")) {
        const auto rollsBack = number<std::uint64_t>(root, "rolls-back");
        if (!rollsBack) {
            return rollsBack.error();
        }
        plan.rollsBack = *rollsBack;
    }
    const auto created = readInstant(word(root, "created"));
    if (!created) {
        return root.error(created.error().message);
    }
    plan.created = *created;
    plan.screen = word(root, "screen");
    plan.defaultPlaylist = word(root, "default");
    return Done{};
}

Status readBody(const Element& root, model::Plan& plan)
{
    auto settings = readSettings(root.child("settings").value());
    if (!settings) {
        return std::move(settings).error();
    }
    plan.settings = std::move(*settings);
    for (const auto& element : root.child("playlists")->children()) {
        plan.playlists.push_back(
            {word(element, "id"), word(element, "name"), word(element, "smil")});
    }
    for (const auto& element : root.child("rules")->children()) {
        auto rule = readRule(element);
        if (!rule) {
            return std::move(rule).error();
        }
        plan.rules.push_back(std::move(*rule));
    }
    for (const auto& element : root.child("assets")->children()) {
        auto asset = readAsset(element);
        if (!asset) {
            return std::move(asset).error();
        }
        plan.assets.push_back(std::move(*asset));
    }
    return readPictures(root, plan);
}

Status checkFormat(const Element& root)
{
    const auto format = root.attribute("format");
    if (root.name() == "plan" && format && *format != std::to_string(model::kPlanFormatVersion)) {
        return Error{
            ErrorKind::kUnsupported,
            fmt::format(
                "the plan has format {}, this player reads format {}; update the player",
                *format,
                model::kPlanFormatVersion)};
    }
    return Done{};
}

} // namespace

std::string writePlan(const model::Plan& plan)
{
    Writer writer;
    writer.open("plan")
        .attribute("xmlns", kNamespace)
        .attribute("format", std::to_string(model::kPlanFormatVersion))
        .attribute("revision", std::to_string(plan.revision));
    if (plan.rollsBack) {
        writer.attribute("rolls-back", std::to_string(*plan.rollsBack));
    }
    writer.attribute("screen", plan.screen)
        .attribute("created", writeInstant(plan.created))
        .attribute("default", plan.defaultPlaylist);
    writer.open("settings")
        .attribute("languages", fmt::format("{}", fmt::join(plan.settings.languages, " ")))
        .attribute("timezone", plan.settings.timezone)
        .attribute("diagonal-inches", fmt::format("{}", plan.settings.diagonalInches))
        .attribute("distance-metres", fmt::format("{}", plan.settings.distanceMetres));
    // Older players know no such attribute.
    if (plan.settings.languagePolicy != model::LanguagePolicy{}) {
        writer.attribute(
            "language-policy", model::writeLanguagePolicy(plan.settings.languagePolicy));
    }
    writer.close();
    writer.open("playlists");
    for (const auto& playlist : plan.playlists) {
        writer.open("playlist")
            .attribute("id", playlist.id)
            .attribute("name", playlist.name)
            .attribute("smil", playlist.smilSha256)
            .close();
    }
    writer.close().open("rules");
    for (const auto& rule : plan.rules) {
        writeRule(writer, rule);
    }
    writer.close();
    writeAssets(writer, plan.assets);
    writePictures(writer, plan.pictures);
    writer.close();
    return writer.finish();
}

Result<model::Plan> readPlan(std::string_view bytes, std::string_view file)
{
    ReadOptions options;
    options.bytes = kMaxPlanBytes;
    const auto document = Document::parse(bytes, std::string(file), options);
    if (!document) {
        return document.error();
    }
    const auto root = document->root();
    if (auto status = checkFormat(root); !status) {
        return std::move(status).error();
    }
    if (auto status = Schema(kPlanSchema).validate(*document); !status) {
        return std::move(status).error();
    }
    model::Plan plan;
    if (auto status = readHead(root, plan); !status) {
        return std::move(status).error();
    }
    if (auto status = readBody(root, plan); !status) {
        return std::move(status).error();
    }
    if (auto status = model::checkPlan(plan); !status) {
        return std::move(status).error().within(file);
    }
    return plan;
}

model::SignedPlan signPlan(const model::Plan& plan, std::string_view secretKey)
{
    auto bytes = writePlan(plan);
    auto signature = crypto::toBase64(crypto::sign(bytes, secretKey));
    return {std::move(bytes), std::move(signature)};
}

Result<model::Plan>
readSignedPlan(std::string_view bytes, std::string_view signature, std::string_view publicKey)
{
    const auto key = crypto::fromBase64(publicKey);
    const auto sealed = crypto::fromBase64(signature);
    if (!key || !sealed || !crypto::verify(bytes, *sealed, *key)) {
        return Error{
            ErrorKind::kDenied,
            "the plan is not signed by the scheduler this screen belongs to; enrol the screen "
            "again if the scheduler was set up anew"};
    }
    return readPlan(bytes);
}

} // namespace jtv::xml
