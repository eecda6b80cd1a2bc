// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A program's command line: words with options, --help, --version, --log-level. The only user of
// CLI11, whose header takes the compiler six seconds.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace jtv::command {

// A view of an option that has been added; chain what else is to be said of it.
class Option {
public:
    explicit Option(CLI::Option* option) : option_(option) {}

    Option required() const;
    Option showDefault() const; // the variable's value now, in --help
    Option excludes(const Option& other) const;
    Option within(std::int64_t lowest, std::int64_t highest) const;
    Option separatedBy(char separator) const; // several values in one word
    Option oneValueEach() const;              // repeated with its name for each value

private:
    CLI::Option* option_; // owned by its command
};

// A view of a word of the command line, e.g. "render", or of the whole program. Variables given to
// it must live until Program::run() is over; a shared_ptr that the action captures does.
class Command {
public:
    // A word below this one. Without an action of its own it needs a further word.
    Command add(std::string_view word, std::string_view help) const;

    // `names`: "--size", "-o,--output", or "FILE" for what is told by its place alone.
    Option option(std::string_view names, std::string& value, std::string_view help) const;
    Option
    option(std::string_view names, std::filesystem::path& value, std::string_view help) const;
    Option option(std::string_view names, int& value, std::string_view help) const;
    Option option(std::string_view names, std::int64_t& value, std::string_view help) const;
    Option option(std::string_view names, std::uint64_t& value, std::string_view help) const;
    Option option(std::string_view names, double& value, std::string_view help) const;
    Option
    option(std::string_view names, std::vector<std::string>& values, std::string_view help) const;
    Option option(
        std::string_view names,
        std::vector<std::filesystem::path>& values,
        std::string_view help) const;
    Option flag(std::string_view names, bool& value, std::string_view help) const;

    // Below the options in --help: the exit codes.
    void footer(std::string_view text) const;

    // What this word does; gives the exit code.
    void action(std::function<int()> act) const;

    // Only warnings are logged unless --log-level says otherwise.
    void quiet() const;

protected:
    struct Shared;
    Command(CLI::App* app, Shared* shared) : app_(app), shared_(shared) {}

    CLI::App* app_;  // owned by the program
    Shared* shared_; // owned by the program
};

// Exit code of a command line that cannot be understood.
inline constexpr int kWrongUsage = 2;

class Program : public Command {
public:
    Program(std::string_view name, std::string_view help);
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    ~Program();

    // Reads the command line and does what it says. What cannot be understood is told on stderr in
    // one sentence (kWrongUsage), so is an exception of an action (1).
    int run(int argc, char** argv) const;

private:
    std::unique_ptr<Shared> own_;
};

} // namespace jtv::command
