#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
# Runs in the root of unpacked packages: builds the kernel modules that Debian leaves out from Debian's own sources.
# Usage: modules.sh KERNEL_VERSION; /src/new and /src/old hold the sources, /out takes the modules.
set -euo pipefail
kernel=$1
drivers=/src/new/drivers
work=/work
rm -rf "$work" /out
mkdir -p "$work" /out

build() {
  local folder=$1
  shift
  make -s -C "/lib/modules/$kernel/build" M="$folder" "$@" modules
  find "$folder" -name '*.ko' -exec cp -t /out {} +
}

cp -r "$drivers/gpu/drm/vkms" "$work/vkms"
build "$work/vkms" CONFIG_DRM_VKMS=m

# One folder, so that the drivers find the symbols of v4l2-mem2mem, which amd64 kernels of Debian lack as well.
mkdir "$work/codecs"
cp "$drivers/media/v4l2-core/v4l2-mem2mem.c" "$work/codecs/"
cp -r "$drivers/media/test-drivers/visl" "$work/codecs/"
sed -i 's|^#define TRACE_INCLUDE_PATH .*|#define TRACE_INCLUDE_PATH .|' "$work"/codecs/visl/visl-trace-*.h
# shellcheck disable=SC2016 # the variable is make's
echo 'ccflags-y += -I$(src)' >>"$work/codecs/visl/Makefile"

# The vicodec of newer kernels confuses GStreamer 1.22; that of 6.12 works when it learns five renamed calls.
cp -r /src/old/drivers/media/test-drivers/vicodec "$work/codecs/"
sed -i -E \
  -e 's/v4l2_m2m_buf_copy_metadata\(src_buf, dst_buf, [^)]*\)/v4l2_m2m_buf_copy_metadata(src_buf, dst_buf)/' \
  -e '/\.wait_(prepare|finish)/d' \
  -e 's/v4l2_fh_(add|del)\(&ctx->fh\)/v4l2_fh_\1(\&ctx->fh, file)/' \
  -e 's/\.remove_new/.remove/' \
  -e 's/container_of\(file->private_data,/container_of(file_to_v4l2_fh(file),/' \
  -e '/file->private_data = &ctx->fh;/d' "$work/codecs/vicodec/vicodec-core.c"
{
  find "/lib/modules/$kernel/kernel" -name 'v4l2-mem2mem.ko*' | grep -q . || echo 'obj-m += v4l2-mem2mem.o'
  echo 'obj-m += vicodec/'
  echo 'obj-m += visl/'
} >"$work/codecs/Makefile"
build "$work/codecs" CONFIG_VIDEO_VICODEC=m CONFIG_VIDEO_VISL=m

# The unported one hangs: a decoder that stalls without a word.
mkdir "$work/stalling"
cp -r "$drivers/media/test-drivers/vicodec" "$work/stalling/"
echo 'obj-m += vicodec/' >"$work/stalling/Makefile"
make -s -C "/lib/modules/$kernel/build" M="$work/stalling" KBUILD_EXTRA_SYMBOLS="$work/codecs/Module.symvers" CONFIG_VIDEO_VICODEC=m modules
cp "$work/stalling/vicodec/vicodec.ko" /out/vicodec-stalling.ko

for module in vkms visl vicodec vicodec-stalling; do
  [ -f "/out/$module.ko" ] || { echo "the module $module was not built" >&2; exit 1; }
done
find /out -name '*.ko' -exec strip --strip-debug {} +
