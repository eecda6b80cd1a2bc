// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Memory that software decoders write their pictures into. libav goes on reading a picture that it
// has handed out; GStreamer then copies the whole of it into fresh memory, before anybody looks at
// it. Here a copy is another view of the same bytes, and what was given back is used again.
#pragma once

#include "player/media/glib.h"

#include <gst/gst.h>

namespace jtv::media {

using Allocator = CHandle<GstAllocator, gst_object_unref>;

// For pictures that nobody changes once they were handed on: a change would be seen in every copy.
// Its memory keeps it alive; any threads.
Allocator makePictureMemory();

// Buffers with such memory. None is used twice: the decoder would draw into what is still shown,
// since GStreamer does not know of the other views.
Pool makePicturePool();

} // namespace jtv::media
