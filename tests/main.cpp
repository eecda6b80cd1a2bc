// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The one main() of every test program: Boost.Test, with the cryptography started.
#define BOOST_TEST_MODULE jobcenter_tv
#include <boost/test/included/unit_test.hpp>
