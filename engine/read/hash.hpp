// SHA-256 of bytes, as reports and manifests print it: 64 lower-case hexadecimal digits. Total; OpenSSL's libcrypto.
#pragma once

#include <string>
#include <string_view>

namespace ehc::read {

[[nodiscard]] std::string sha256_hex(std::string_view bytes);

} // namespace ehc::read
