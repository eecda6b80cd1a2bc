// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// An allocator as GStreamer has them: a class of GObject's.
#include "player/media/picture_memory.h"

#include <gst/video/gstvideopool.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <vector>

namespace jtv::media {
namespace {

constexpr gsize kAlignment = 64; // AVX-512
constexpr const char* kMemoryType = "JtvPictureMemory";

struct Block {
    std::uint8_t* bytes = nullptr;
    gsize size = 0;
};

// What was given back, of one size: that of the stream's pictures.
class Spare {
public:
    Spare() = default;
    Spare(const Spare&) = delete;
    Spare& operator=(const Spare&) = delete;
    ~Spare() { drop(); }

    Block take(gsize size)
    {
        {
            const std::lock_guard lock(mutex_);
            if (!blocks_.empty() && blocks_.back().size == size) {
                const Block block = blocks_.back();
                blocks_.pop_back();
                return block;
            }
            drop();
        }
        return {static_cast<std::uint8_t*>(std::aligned_alloc(kAlignment, size)), size};
    }

    void give(const Block& block)
    {
        const std::lock_guard lock(mutex_);
        if (!blocks_.empty() && blocks_.back().size != block.size) {
            drop();
        }
        blocks_.push_back(block);
    }

private:
    void drop()
    {
        for (const Block& block : blocks_) {
            std::free(block.bytes);
        }
        blocks_.clear();
    }

    std::mutex mutex_;
    std::vector<Block> blocks_;
};

// GObject's kind of inheritance: the base comes first.
struct PictureMemory {
    GstMemory base{};
    Block block;                 // of the one that owns it
    GstMemory* origin = nullptr; // of a view; null: owns its block
};
struct PictureAllocator {
    GstAllocator base;
    Spare* spare;
};

PictureMemory* pictureMemory(GstMemory* memory)
{
    return reinterpret_cast<PictureMemory*>(memory);
}

// GStreamer hands memory from thread to thread in good order, but by locks that ThreadSanitizer
// cannot see: this one it can. To be called before a memory is looked at, and after.
void handOver()
{
    static std::atomic<unsigned> handovers{0};
    handovers.fetch_add(1, std::memory_order_acq_rel);
}

Spare& spareOf(GstAllocator* allocator)
{
    return *reinterpret_cast<PictureAllocator*>(allocator)->spare;
}

GstMemory* allocate(GstAllocator* allocator, gsize size, GstAllocationParams* params)
{
    const gsize align = std::max(params->align, kAlignment - 1);
    const gsize whole = (params->prefix + size + params->padding + align) & ~align;
    const Block block = align < kAlignment ? spareOf(allocator).take(whole) : Block{};
    if (block.bytes == nullptr) {
        return nullptr;
    }
    auto* memory = new PictureMemory{{}, block, nullptr};
    gst_memory_init(
        &memory->base, params->flags, allocator, nullptr, whole, align, params->prefix, size);
    handOver();
    return &memory->base;
}

void release(GstAllocator* allocator, GstMemory* base)
{
    PictureMemory* memory = pictureMemory(base);
    handOver();
    if (memory->origin != nullptr) {
        gst_memory_unref(memory->origin);
    } else {
        spareOf(allocator).give(memory->block);
    }
    delete memory;
}

gpointer map(GstMemory* memory, gsize /*size*/, GstMapFlags /*flags*/)
{
    handOver();
    return pictureMemory(memory)->block.bytes;
}

void unmap(GstMemory* /*memory*/)
{
    handOver();
}

// Not a child in GStreamer's sense: a parent that is being written to cannot be locked once more.
GstMemory* view(GstMemory* base, gssize offset, gssize size)
{
    PictureMemory* memory = pictureMemory(base);
    handOver();
    GstMemory* origin = memory->origin != nullptr ? memory->origin : base;
    auto* made = new PictureMemory{{}, memory->block, gst_memory_ref(origin)};
    const gsize start = base->offset + static_cast<gsize>(offset);
    const gsize length =
        size < 0 ? base->size - static_cast<gsize>(offset) : static_cast<gsize>(size);
    gst_memory_init(
        &made->base,
        GST_MEMORY_FLAG_READONLY,
        base->allocator,
        nullptr,
        base->maxsize,
        base->align,
        start,
        length);
    handOver();
    return &made->base;
}

gboolean isSpan(GstMemory* /*first*/, GstMemory* /*second*/, gsize* /*offset*/)
{
    return FALSE;
}

void initialize(GTypeInstance* instance, gpointer /*type*/)
{
    auto* allocator = GST_ALLOCATOR(instance);
    reinterpret_cast<PictureAllocator*>(allocator)->spare = new Spare;
    allocator->mem_type = kMemoryType;
    allocator->mem_map = map;
    allocator->mem_unmap = unmap;
    allocator->mem_copy = view;
    allocator->mem_share = view;
    allocator->mem_is_span = isSpan;
    GST_OBJECT_FLAG_SET(allocator, GST_ALLOCATOR_FLAG_CUSTOM_ALLOC);
}

void finalize(GObject* object)
{
    delete reinterpret_cast<PictureAllocator*>(object)->spare;
    auto* parent = static_cast<GObjectClass*>(g_type_class_peek(GST_TYPE_ALLOCATOR));
    parent->finalize(object);
}

void initializeClass(gpointer type, gpointer /*data*/)
{
    auto* allocator = static_cast<GstAllocatorClass*>(type);
    allocator->alloc = allocate;
    allocator->free = release;
    G_OBJECT_CLASS(type)->finalize = finalize;
}

GType allocatorType()
{
    static const GType type = g_type_register_static_simple(
        GST_TYPE_ALLOCATOR,
        "JtvPictureAllocator",
        sizeof(GstAllocatorClass),
        initializeClass,
        sizeof(PictureAllocator),
        initialize,
        static_cast<GTypeFlags>(0));
    return type;
}

// A buffer with this flag is thrown away when it comes back.
void throwAway(GstBufferPool* pool, GstBuffer* buffer)
{
    auto* parent = static_cast<GstBufferPoolClass*>(g_type_class_peek(GST_TYPE_VIDEO_BUFFER_POOL));
    parent->reset_buffer(pool, buffer);
    GST_BUFFER_FLAG_SET(buffer, GST_BUFFER_FLAG_TAG_MEMORY);
}

void initializePoolClass(gpointer type, gpointer /*data*/)
{
    GST_BUFFER_POOL_CLASS(type)->reset_buffer = throwAway;
}

GType poolType()
{
    static const GType type = g_type_register_static_simple(
        GST_TYPE_VIDEO_BUFFER_POOL,
        "JtvPicturePool",
        sizeof(GstVideoBufferPoolClass),
        initializePoolClass,
        sizeof(GstVideoBufferPool),
        nullptr,
        static_cast<GTypeFlags>(0));
    return type;
}

} // namespace

Allocator makePictureMemory()
{
    auto* allocator = GST_ALLOCATOR(g_object_new(allocatorType(), nullptr));
    gst_object_ref_sink(allocator);
    return Allocator(allocator);
}

Pool makePicturePool()
{
    auto* pool = GST_BUFFER_POOL(g_object_new(poolType(), nullptr));
    gst_object_ref_sink(pool);
    return Pool(pool);
}

} // namespace jtv::media
