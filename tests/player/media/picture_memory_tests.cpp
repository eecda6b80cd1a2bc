// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The memory of decoded pictures, asked as a decoder and GStreamer's base classes do.
#include "player/media/picture_memory.h"
#include "player/media/video.h"

#include <boost/test/unit_test.hpp>
#include <gst/gst.h>

#include <cstring>

namespace {

using jtv::media::Allocator;
using Memory = jtv::CHandle<GstMemory, gst_memory_unref>;
using Buffer = jtv::CHandle<GstBuffer, gst_buffer_unref>;

constexpr gsize kSize = 3110400; // of 1920x1080 in 4:2:0

struct Started {
    Started() { jtv::media::start(); }
    const Allocator allocator = jtv::media::makePictureMemory();
};

const void* placeOf(GstMemory* memory)
{
    GstMapInfo map;
    BOOST_REQUIRE(gst_memory_map(memory, &map, GST_MAP_READ) != FALSE);
    const void* place = map.data;
    gst_memory_unmap(memory, &map);
    return place;
}

} // namespace

BOOST_AUTO_TEST_SUITE(picture_memory)

BOOST_FIXTURE_TEST_CASE(a_copy_of_what_the_decoder_still_holds_is_the_same_bytes, Started)
{
    Buffer decoded(gst_buffer_new_allocate(allocator.get(), kSize, nullptr));
    GstMapInfo held; // as a decoder holds a picture that later ones refer to
    BOOST_REQUIRE(gst_buffer_map(decoded.get(), &held, GST_MAP_READWRITE) != FALSE);
    std::memset(held.data, 42, held.size);
    gst_buffer_ref(decoded.get());

    Buffer handedOn(gst_buffer_make_writable(decoded.get()));
    BOOST_TEST(handedOn.get() != decoded.get());
    BOOST_TEST(gst_buffer_get_size(handedOn.get()) == kSize);
    BOOST_TEST(placeOf(gst_buffer_peek_memory(handedOn.get(), 0)) == held.data);

    gst_buffer_unmap(decoded.get(), &held);
    decoded.reset();
    GstMapInfo seen;
    BOOST_REQUIRE(gst_buffer_map(handedOn.get(), &seen, GST_MAP_READ) != FALSE);
    BOOST_TEST(seen.data[kSize - 1] == 42);
    gst_buffer_unmap(handedOn.get(), &seen);
}

BOOST_FIXTURE_TEST_CASE(what_is_shown_is_not_drawn_over, Started)
{
    const jtv::media::Pool pool = jtv::media::makePicturePool();
    GstStructure* config = gst_buffer_pool_get_config(pool.get());
    GstCaps* caps = gst_caps_from_string("video/x-raw,format=I420,width=1920,height=1080");
    gst_buffer_pool_config_set_params(config, caps, kSize, 0, 0);
    gst_buffer_pool_config_set_allocator(config, allocator.get(), nullptr);
    gst_caps_unref(caps);
    BOOST_REQUIRE(gst_buffer_pool_set_config(pool.get(), config) != FALSE);
    BOOST_REQUIRE(gst_buffer_pool_set_active(pool.get(), TRUE) != FALSE);

    GstBuffer* decoded = nullptr;
    BOOST_REQUIRE(gst_buffer_pool_acquire_buffer(pool.get(), &decoded, nullptr) == GST_FLOW_OK);
    GstMapInfo held;
    BOOST_REQUIRE(gst_buffer_map(decoded, &held, GST_MAP_READWRITE) != FALSE);
    gst_buffer_ref(decoded);
    const Buffer shown(gst_buffer_make_writable(decoded));
    const void* place = held.data;
    gst_buffer_unmap(decoded, &held);
    gst_buffer_unref(decoded); // the decoder needs it no more

    BOOST_REQUIRE(gst_buffer_pool_acquire_buffer(pool.get(), &decoded, nullptr) == GST_FLOW_OK);
    const Buffer next(decoded);
    BOOST_TEST(placeOf(gst_buffer_peek_memory(next.get(), 0)) != place);
    BOOST_TEST(placeOf(gst_buffer_peek_memory(shown.get(), 0)) == place);
    gst_buffer_pool_set_active(pool.get(), FALSE);
}

BOOST_FIXTURE_TEST_CASE(a_part_begins_where_it_was_asked_to, Started)
{
    const Memory whole(gst_allocator_alloc(allocator.get(), kSize, nullptr));
    const Memory part(gst_memory_copy(whole.get(), 128, 64));
    BOOST_TEST(gst_memory_get_sizes(part.get(), nullptr, nullptr) == 64U);
    const auto distance = static_cast<const char*>(placeOf(part.get())) -
                          static_cast<const char*>(placeOf(whole.get()));
    BOOST_TEST(distance == 128);
}

BOOST_FIXTURE_TEST_CASE(is_used_again_once_the_last_view_has_gone, Started)
{
    Memory first(gst_allocator_alloc(allocator.get(), kSize, nullptr));
    const void* place = placeOf(first.get());
    Memory view(gst_memory_copy(first.get(), 0, -1));
    first.reset();

    const Memory meanwhile(gst_allocator_alloc(allocator.get(), kSize, nullptr));
    BOOST_TEST(placeOf(meanwhile.get()) != place);
    view.reset();
    const Memory afterwards(gst_allocator_alloc(allocator.get(), kSize, nullptr));
    BOOST_TEST(placeOf(afterwards.get()) == place);
}

BOOST_FIXTURE_TEST_CASE(outlives_the_handle_of_its_allocator, Started)
{
    Allocator brief = jtv::media::makePictureMemory();
    const Memory memory(gst_allocator_alloc(brief.get(), kSize, nullptr));
    brief.reset();
    BOOST_TEST(placeOf(memory.get()) != nullptr);
}

BOOST_FIXTURE_TEST_CASE(another_size_is_no_fault, Started)
{
    for (const gsize size : {kSize, gsize{1}, kSize, gsize{460800}}) {
        const Memory memory(gst_allocator_alloc(allocator.get(), size, nullptr));
        BOOST_REQUIRE(memory);
        BOOST_TEST(gst_memory_get_sizes(memory.get(), nullptr, nullptr) == size);
    }
}

BOOST_AUTO_TEST_SUITE_END()
