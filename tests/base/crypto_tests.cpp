// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Known answers from FIPS 180-4 and RFC 8032, and what must be refused.
#include "base/crypto/crypto.h"

#include <boost/test/unit_test.hpp>

namespace jtv::crypto {
namespace {

struct Started {
    Started() { BOOST_REQUIRE(start()); }
};

BOOST_FIXTURE_TEST_SUITE(crypto, Started)

BOOST_AUTO_TEST_CASE(sha256_of_abc_is_the_published_digest) {
    BOOST_TEST(sha256Hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

BOOST_AUTO_TEST_CASE(hash_in_pieces_equals_hash_of_the_whole) {
    Sha256 hash;
    hash.update("a");
    hash.update("bc");
    BOOST_TEST(hash.finishHex() == sha256Hex("abc"));
    BOOST_TEST(hash.finishHex() == sha256Hex(""));
}

BOOST_AUTO_TEST_CASE(rfc_8032_test_2_signature_verifies) {
    const auto key = fromHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    const auto signature = fromHex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                                   "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    BOOST_REQUIRE(key);
    BOOST_REQUIRE(signature);
    BOOST_TEST(verify("\x72", *signature, *key));
    BOOST_TEST(!verify("\x73", *signature, *key));
}

BOOST_AUTO_TEST_CASE(own_signature_verifies_and_a_changed_message_does_not) {
    const auto pair = makeKeyPair();
    const auto signature = sign("plan 7", pair.secretKey);
    BOOST_TEST(verify("plan 7", signature, pair.publicKey));
    BOOST_TEST(!verify("plan 8", signature, pair.publicKey));
    BOOST_TEST(!verify("plan 7", signature, makeKeyPair().publicKey));
    BOOST_TEST(!verify("plan 7", "short", pair.publicKey));
}

BOOST_AUTO_TEST_CASE(base64_and_hex_refuse_what_they_did_not_write) {
    BOOST_TEST(toBase64("jtv") == "anR2");
    BOOST_TEST(fromBase64(" anR2\n").value() == "jtv");
    BOOST_TEST(!fromBase64("an!2"));
    BOOST_TEST(!fromHex("abc"));
    BOOST_TEST(!fromHex("zz"));
}

BOOST_AUTO_TEST_CASE(password_hash_matches_only_its_password) {
    const auto hash = hashPassword("Wartebereich 3");
    BOOST_REQUIRE(hash);
    BOOST_TEST(hash->starts_with("$argon2id$"));
    BOOST_TEST(passwordMatches("Wartebereich 3", *hash));
    BOOST_TEST(!passwordMatches("wartebereich 3", *hash));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace jtv::crypto
