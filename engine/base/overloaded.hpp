// The usual visitor made of lambdas, for std::visit over closed sets.
#pragma once

namespace ehc {

template <class... Fs> struct overloaded : Fs... { using Fs::operator()...; };
template <class... Fs> overloaded(Fs...) -> overloaded<Fs...>;

} // namespace ehc
