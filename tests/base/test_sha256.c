/* SHA-256 against the examples of its standard (NIST CSRC, FIPS 180-4). */
#include "base/sha256.h"
#include "support/support.h"

static void check(const char *text, size_t length, const char *expected) {
    char out[ATTAIN_I_SHA256_HEX + 1];
    attain_i_sha256 digest;
    attain_i_sha256_init(&digest);
    attain_i_sha256_add(&digest, text, length);
    attain_i_sha256_end(&digest, out);
    assert_string_equal(out, expected);
}

static void sha256_of_published_messages(void **state) {
    (void)state;
    check("", 0,
          "e3b0c44298fc1c149afbf4c8996fb924"
          "27ae41e4649b934ca495991b7852b855");
    check("abc", 3,
          "ba7816bf8f01cfea414140de5dae2223"
          "b00361a396177a9cb410ff61f20015ad");
    check("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 56,
          "248d6a61d20638b8e5c026930c3e6039"
          "a33ce45964ff2167f6ecedd419db06c1");
}

/* A million times the letter a, in pieces of every size up to 130. */
static void sha256_in_pieces(void **state) {
    static char letters[130];
    char out[ATTAIN_I_SHA256_HEX + 1];
    attain_i_sha256 digest;
    size_t left = 1000000;
    (void)state;
    memset(letters, 'a', sizeof letters);
    attain_i_sha256_init(&digest);
    for (size_t i = 0; left > 0; i++) {
        size_t size = i % (sizeof letters + 1);
        size = size < left ? size : left;
        attain_i_sha256_add(&digest, letters, size);
        left -= size;
    }
    attain_i_sha256_end(&digest, out);
    assert_string_equal(out, "cdc76e5c9914fb9281a1c7e284d73e67"
                             "f1809a48a497200e046d39ccc7112cd0");
}

/* The padding's two cases meet at 55 and 56 bytes; as sha256sum says it. */
static void sha256_around_a_block(void **state) {
    static char letters[64];
    (void)state;
    memset(letters, 'x', sizeof letters);
    check(letters, 55,
          "d5e285683cd4efc02d021a5c62014694"
          "958901005d6f71e89e0989fac77e4072");
    check(letters, 56,
          "04c26261370ee7541549d16dee320c72"
          "3e3fd14671e66a099afe0a377c16888e");
    check(letters, 64,
          "7ce100971f64e7001e8fe5a51973ecdf"
          "e1ced42befe7ee8d5fd6219506b5393c");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sha256_of_published_messages),
        cmocka_unit_test(sha256_in_pieces),
        cmocka_unit_test(sha256_around_a_block),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
