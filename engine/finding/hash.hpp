// SHA-256 of bytes, as reports and manifests print it: 64 lower-case hexadecimal digits. Total; OpenSSL's libcrypto.
#pragma once

#include <string>
#include <string_view>

namespace ehc::finding {

[[nodiscard]] std::string sha256_hex(std::string_view bytes);
// With a key (RFC 2104): who does not know it cannot find the bytes out by trying all names or dates.
[[nodiscard]] std::string hmac_sha256_hex(std::string_view key, std::string_view bytes);

} // namespace ehc::finding
