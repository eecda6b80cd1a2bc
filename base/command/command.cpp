// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Every word's action runs as CLI11's callback and leaves its exit code.
#include "base/command/command.h"

#include "base/log.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <exception>
#include <fmt/format.h>
#include <utility>

namespace jtv::command {

struct Command::Shared {
    CLI::App app;
    std::string name;
    CLI::Option* logLevel = nullptr;
    int exitCode = 0;
};

Option Option::required() const
{
    option_->required();
    return *this;
}

Option Option::showDefault() const
{
    option_->capture_default_str();
    return *this;
}

Option Option::excludes(const Option& other) const
{
    option_->excludes(other.option_);
    return *this;
}

Option Option::within(std::int64_t lowest, std::int64_t highest) const
{
    option_->check(CLI::Range(lowest, highest));
    return *this;
}

Option Option::separatedBy(char separator) const
{
    option_->delimiter(separator);
    return *this;
}

Option Option::oneValueEach() const
{
    option_->allow_extra_args(false);
    return *this;
}

namespace {

template <typename T>
Option optionOf(CLI::App& app, std::string_view names, T& value, std::string_view help)
{
    return Option(app.add_option(std::string(names), value, std::string(help)));
}

} // namespace

Command Command::add(std::string_view word, std::string_view help) const
{
    auto* below = app_->add_subcommand(std::string(word), std::string(help));
    below->fallthrough();
    app_->require_subcommand(1);
    return {below, shared_};
}

Option Command::option(std::string_view names, std::string& value, std::string_view help) const
{
    return optionOf(*app_, names, value, help);
}

Option
Command::option(std::string_view names, std::filesystem::path& value, std::string_view help) const
{
    return optionOf(*app_, names, value, help);
}

Option Command::option(std::string_view names, int& value, std::string_view help) const
{
    return optionOf(*app_, names, value, help);
}

Option Command::option(std::string_view names, std::int64_t& value, std::string_view help) const
{
    return optionOf(*app_, names, value, help);
}

Option Command::option(std::string_view names, std::uint64_t& value, std::string_view help) const
{
    return optionOf(*app_, names, value, help);
}

Option Command::option(std::string_view names, double& value, std::string_view help) const
{
    return optionOf(*app_, names, value, help);
}

Option Command::option(
    std::string_view names, std::vector<std::string>& values, std::string_view help) const
{
    return optionOf(*app_, names, values, help);
}

Option Command::option(
    std::string_view names, std::vector<std::filesystem::path>& values, std::string_view help) const
{
    return optionOf(*app_, names, values, help);
}

Option Command::flag(std::string_view names, bool& value, std::string_view help) const
{
    return Option(app_->add_flag(std::string(names), value, std::string(help)));
}

void Command::footer(std::string_view text) const
{
    app_->footer(std::string(text));
}

void Command::action(std::function<int()> act) const
{
    app_->callback([act = std::move(act), shared = shared_] {
        shared->exitCode = std::max(shared->exitCode, act());
    });
}

void Command::quiet() const
{
    app_->preparse_callback([shared = shared_](std::size_t) {
        if (shared->logLevel->count() == 0) {
            setLogLevel(LogLevel::kWarning);
        }
    });
}

Program::Program(std::string_view name, std::string_view help)
    : Command(nullptr, nullptr), own_(std::make_unique<Shared>())
{
    shared_ = own_.get();
    shared_->name = name;
    shared_->app.description(std::string(help));
    shared_->app.name(shared_->name);
    app_ = &shared_->app;
    app_->set_version_flag("--version", shared_->name + " " JTV_VERSION);
    shared_->logLevel = app_->add_option_function<std::string>(
        "--log-level",
        [](const std::string& word) {
            const auto level = parseLogLevel(word);
            if (!level) {
                throw CLI::ValidationError("--log-level", level.error().message);
            }
            setLogLevel(*level);
        },
        "error, warning, info or debug");
    shared_->logLevel->trigger_on_parse();
}

Program::~Program() = default;

int Program::run(int argc, char** argv) const
{
    try {
        app_->parse(argc, argv);
    } catch (const CLI::Success& asked) { // --help, --version
        return app_->exit(asked);
    } catch (const CLI::ParseError& error) {
        fmt::print(stderr, "{0}: {1}; see {0} --help\n", shared_->name, error.what());
        return kWrongUsage;
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}: {}\n", shared_->name, error.what());
        return 1;
    }
    return shared_->exitCode;
}

} // namespace jtv::command
