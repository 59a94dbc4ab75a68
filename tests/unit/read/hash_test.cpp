#include "read/hash.hpp"
#include "support/catch.hpp"

using ehc::read::sha256_hex;

// The first two examples of FIPS 180-4's test vectors.
TEST_CASE("hash: SHA-256 in lower-case hexadecimal") {
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex(std::string_view("\0", 1)) != sha256_hex(""));
}
