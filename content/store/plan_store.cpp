// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A plan's folder is written and synced first; then one rename() of the link makes it the active
// one.
#include "content/store/plan_store.h"

#include "base/file.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fmt/format.h>
#include <functional>
#include <unistd.h>

namespace jtv::store {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kMaxXml = std::size_t{16} << 20U;
constexpr std::size_t kMaxSignature = 1'000;

std::optional<std::uint64_t> number(const std::string& text)
{
    std::uint64_t value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{} || end != text.data() + text.size() || std::to_string(value) != text) {
        return std::nullopt;
    }
    return value;
}

Status removeTree(const fs::path& path)
{
    std::error_code fault;
    fs::remove_all(path, fault);
    return fault ? Status(fileError(fault.value(), "removing", path)) : Status(Done{});
}

Status writePlanFolder(const fs::path& folder, const model::SignedPlan& document)
{
    if (auto status = makeDirectory(folder); !status) {
        return status;
    }
    if (auto status = replaceFile(folder / "plan.xml", document.xml); !status) {
        return status;
    }
    return replaceFile(folder / "plan.sig", document.signature);
}

// `link` points to `target` from one instant to the next, and stays so over a power cut.
Status swapLink(const fs::path& link, const std::string& target)
{
    const auto temporary = link.parent_path() / ".active.new";
    ::unlink(temporary.c_str());
    if (::symlink(target.c_str(), temporary.c_str()) != 0) {
        return fileError(errno, "writing", temporary);
    }
    if (::rename(temporary.c_str(), link.c_str()) != 0) {
        return fileError(errno, "replacing", link);
    }
    return syncDirectory(link.parent_path());
}

Status checkFiles(const model::Plan& plan, const BlobStore& blobs)
{
    for (const auto& asset : plan.assets) {
        if (auto status = blobs.verify(asset, Depth::kFull); !status) {
            return std::move(status).error().within(
                fmt::format("revision {} is not activated", plan.revision));
        }
    }
    return Done{};
}

} // namespace

PlanStore::PlanStore(const fs::path& state) : directory_(state / "plans") {}

std::optional<std::uint64_t> PlanStore::activeRevision() const
{
    std::error_code fault;
    const auto target = fs::read_symlink(directory_ / "active", fault);
    return fault ? std::nullopt : number(target.string());
}

Result<model::SignedPlan> PlanStore::readActive() const
{
    const auto revision = activeRevision();
    if (!revision) {
        return Error{
            ErrorKind::kNotFound,
            fmt::format("there is no active plan in {} yet; publish one", directory_.string())};
    }
    return read(*revision);
}

Result<model::SignedPlan> PlanStore::read(std::uint64_t revision) const
{
    const auto folder = directory_ / std::to_string(revision);
    auto xml = readFile(folder / "plan.xml", kMaxXml);
    if (!xml) {
        return std::move(xml).error();
    }
    auto signature = readFile(folder / "plan.sig", kMaxSignature);
    if (!signature) {
        return std::move(signature).error();
    }
    return model::SignedPlan{std::move(*xml), std::move(*signature)};
}

std::vector<std::uint64_t> PlanStore::revisions() const
{
    std::vector<std::uint64_t> found;
    std::error_code fault;
    for (fs::directory_iterator entry(directory_, fault), end; entry != end && !fault;
         entry.increment(fault)) {
        const auto revision = number(entry->path().filename().string());
        std::error_code none;
        // Without its signature, which is written last, a plan is not whole.
        if (revision && fs::exists(entry->path() / "plan.sig", none)) {
            found.push_back(*revision);
        }
    }
    std::sort(found.begin(), found.end(), std::greater<>());
    return found;
}

Status PlanStore::activate(
    const model::SignedPlan& document, const model::Plan& plan, const BlobStore& blobs)
{
    const auto active = activeRevision();
    if (auto status = model::checkSuccession(plan, active); !status) {
        return status;
    }
    if (auto status = checkFiles(plan, blobs); !status) {
        return status;
    }
    const auto there =
        active == plan.revision
            ? read(plan.revision)
            : Result<model::SignedPlan>(Error{ErrorKind::kNotFound, "another revision"});
    if (there && *there == document) {
        return Done{};
    }
    if (there) {
        return Error{
            ErrorKind::kExists,
            fmt::format(
                "revision {} is active already with other contents; publish again", plan.revision)};
    }
    const auto name = std::to_string(plan.revision);
    if (auto status = writePlanFolder(directory_ / name, document); !status) {
        return status;
    }
    if (auto status = syncDirectory(directory_); !status) {
        return status;
    }
    return swapLink(directory_ / "active", name);
}

Status PlanStore::trim(std::size_t others)
{
    const auto active = activeRevision();
    for (const auto revision : revisions()) {
        if (revision == active) {
            continue;
        }
        if (others > 0) {
            --others;
        } else if (auto status = removeTree(directory_ / std::to_string(revision)); !status) {
            return status;
        }
    }
    return Done{};
}

Status PlanStore::clear()
{
    // The link first: what is half removed must not be active.
    if (::unlink((directory_ / "active").c_str()) != 0 && errno != ENOENT) {
        return fileError(errno, "removing", directory_ / "active");
    }
    return removeTree(directory_);
}

std::vector<model::Asset> wanting(const model::Plan& plan, const BlobStore& blobs, Depth depth)
{
    std::vector<model::Asset> missing;
    for (const auto& asset : plan.assets) {
        if (!blobs.verify(asset, depth)) {
            missing.push_back(asset);
        }
    }
    return missing;
}

} // namespace jtv::store
