// A call handed down and made before the handing returns: what std::function is, without owning anything or allocating.
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

namespace ehc {

template <class Signature> class FunctionRef;

template <class Result, class... Args> class FunctionRef<Result(Args...)> {
  public:
    FunctionRef() = default;
    // The callable must outlive every call; a lambda written as an argument does.
    template <class F>
        requires(!std::is_same_v<std::remove_cvref_t<F>, FunctionRef> && std::is_invocable_r_v<Result, F&, Args...>)
    FunctionRef(F&& callable) noexcept
        : callable_(const_cast<void*>(static_cast<const void*>(std::addressof(callable)))), call_([](void* held, Args... args) -> Result {
              return (*static_cast<std::remove_reference_t<F>*>(held))(std::forward<Args>(args)...);
          }) {}

    Result operator()(Args... args) const { return call_(callable_, std::forward<Args>(args)...); }
    explicit operator bool() const noexcept { return call_ != nullptr; }

  private:
    void* callable_ = nullptr;
    Result (*call_)(void*, Args...) = nullptr;
};

} // namespace ehc
