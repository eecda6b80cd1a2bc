// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Which files were open when the process crashed: a small JSON object, rewritten in place. A
// process that dies leaves it whole, because the system writes it; only a loss of power may not,
// and then it does not count.
#include "player/app/crash_book.h"

#include "base/file.h"
#include "base/json/json.h"
#include "player/app/log.h"

#include <algorithm>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace jtv::app {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{256} << 10U;
constexpr std::size_t kMaxSuspects = 200;
constexpr int kEnough = 2; // crashes

// By file, with the crash that left this behind.
std::map<std::string, int> crashesIn(const json::Value& left, const std::string& boot)
{
    std::map<std::string, int> found;
    const auto files = left.find("files");
    if (files == left.end() || !files->is_object()) {
        return found;
    }
    const auto writtenIn = json::text(left, "boot");
    const bool crashed = writtenIn && *writtenIn == boot;
    for (const auto& [source, entry] : files->items()) {
        const auto open = json::boolean(entry, "open");
        const auto before = json::integer(entry, "crashes");
        const auto count = before ? std::clamp<std::int64_t>(*before, 0, kEnough) : 0;
        const int crashes = static_cast<int>(count) + (crashed && open && *open ? 1 : 0);
        if (crashes > 0) {
            found[source] = crashes;
        }
    }
    return found;
}

std::uint64_t restartsIn(const json::Value& left, const std::string& boot)
{
    const auto writtenIn = json::text(left, "boot");
    const auto count = json::integer(left, "restarts");
    const bool counts = writtenIn && *writtenIn == boot && count && *count > 0;
    return counts ? static_cast<std::uint64_t>(*count) : 0;
}

} // namespace

std::string CrashBook::thisBoot()
{
    const auto boot = readFile("/proc/sys/kernel/random/boot_id", 100);
    return boot ? boot->substr(0, boot->find('\n')) : std::string();
}

CrashBook::CrashBook(const std::filesystem::path& directory, std::string boot)
    : boot_(std::move(boot))
{
    const auto path = directory / "open-files.json";
    const auto text = readFile(path, kMaxBytes);
    if (const auto left =
            text ? json::parse(*text, kMaxBytes) : Result<json::Value>(text.error())) {
        for (const auto& [source, crashes] : crashesIn(*left, boot_)) {
            suspects_[source].crashes = crashes;
        }
        restarts_ = restartsIn(*left, boot_);
    }
    file_.reset(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0640));
    write();
    for (const auto& source : quarantined()) {
        kRunLog.error("{} was open at {} crashes and is left out; replace it", source, kEnough);
    }
}

show::Resolve CrashBook::guard(show::Resolve resolve)
{
    return [this, resolve = std::move(resolve)](const model::Media& media) -> Result<show::Source> {
        if (media.kind == model::MediaKind::kVideo && !mayOpen(media.source)) {
            return Error{
                ErrorKind::kUnsupported,
                media.source + ": this file was open at two crashes of the player and is left out; "
                               "convert it with jtv-content prepare or choose another"};
        }
        return resolve(media);
    };
}

bool CrashBook::mayOpen(const std::string& source)
{
    const std::lock_guard lock(mutex_);
    Suspect& suspect = suspects_[source];
    if (suspect.crashes >= kEnough) {
        return false;
    }
    suspect.open = true;
    write();
    return true;
}

// Only in memory: the next file that is opened takes it to the disk.
void CrashBook::ended(const std::string& source, bool whole)
{
    const std::lock_guard lock(mutex_);
    const auto found = suspects_.find(source);
    if (found == suspects_.end()) {
        return;
    }
    found->second.open = false;
    if (whole) {
        suspects_.erase(found);
    }
}

void CrashBook::close()
{
    const std::lock_guard lock(mutex_);
    for (auto& [source, suspect] : suspects_) {
        suspect.open = false;
    }
    write();
}

std::vector<std::string> CrashBook::quarantined() const
{
    const std::lock_guard lock(mutex_);
    std::vector<std::string> found;
    for (const auto& [source, suspect] : suspects_) {
        if (suspect.crashes >= kEnough) {
            found.push_back(source);
        }
    }
    return found;
}

void CrashBook::restarting()
{
    const std::lock_guard lock(mutex_);
    ++restarts_;
    write();
}

std::uint64_t CrashBook::restarts() const
{
    const std::lock_guard lock(mutex_);
    return restarts_;
}

void CrashBook::write()
{
    std::erase_if(
        suspects_, [](const auto& each) { return each.second.crashes == 0 && !each.second.open; });
    if (!file_) {
        return;
    }
    json::Value files = json::Value::object();
    for (const auto& [source, suspect] : suspects_) {
        if (files.size() < kMaxSuspects) {
            files[source] = {{"open", suspect.open}, {"crashes", suspect.crashes}};
        }
    }
    const auto text =
        json::write({{"boot", boot_}, {"restarts", restarts_}, {"files", std::move(files)}}) + "\n";
    const auto size = static_cast<ssize_t>(text.size());
    if (::pwrite(file_.get(), text.data(), text.size(), 0) != size ||
        ::ftruncate(file_.get(), size) != 0) {
        kRunLog.warning("the list of open files cannot be written; crashes are not remembered");
        file_.reset();
    }
}

} // namespace jtv::app
