// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Owners for what GLib and GStreamer hand out.
#pragma once

#include "base/c_handle.h"

#include <gst/gst.h>

#include <string>

namespace jtv::media {

// GStreamer's own are `static inline`: as template arguments they would give every file its own
// type.
inline void unrefCaps(GstCaps* caps)
{
    gst_caps_unref(caps);
}
inline void unrefSample(GstSample* sample)
{
    gst_sample_unref(sample);
}
inline void unrefMessage(GstMessage* message)
{
    gst_message_unref(message);
}

using Caps = CHandle<GstCaps, unrefCaps>;
using Sample = CHandle<GstSample, unrefSample>;
using Message = CHandle<GstMessage, unrefMessage>;
using Bus = CHandle<GstBus, gst_object_unref>;
using Pad = CHandle<GstPad, gst_object_unref>;
using Pool = CHandle<GstBufferPool, gst_object_unref>;
using GChars = CHandle<gchar, g_free>;

// Takes what a GLib function returned; empty for null.
inline std::string takeString(gchar* text)
{
    const GChars owner(text);
    return text != nullptr ? std::string(text) : std::string();
}

} // namespace jtv::media
