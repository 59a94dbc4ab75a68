// How long one document may be worked on. The clock is the front door's: it counts seconds of computing of the thread that asks, so
// that neither other documents nor a busy machine bring a document nearer to its end. Whoever loops over much asks now and then, and
// gives up when it is spent; the document is then named, and the run goes on.
//
// Of one thread. Errors: none; without a clock it is never spent.
#pragma once

#include <cstdint>
#include <functional>
#include <utility>

namespace ehc {

class Allowance {
  public:
    Allowance() = default;
    Allowance(std::function<double()> clock, double seconds) : clock_(std::move(clock)), until_(clock_ ? clock_() + seconds : 0) {}

    // Between long pieces of work. Once spent it stays so.
    [[nodiscard]] bool spent() {
        if (!spent_ && clock_)
            spent_ = clock_() > until_;
        return spent_;
    }
    // In loops: cheap, since the clock is looked at once in many times.
    [[nodiscard]] bool spent_in_loop() {
        constexpr std::uint32_t seldom = 256;
        return spent_ || (clock_ && asked_++ % seldom == 0 && spent());
    }
    // What was last seen.
    [[nodiscard]] bool is_spent() const noexcept { return spent_; }

  private:
    std::function<double()> clock_;
    double until_ = 0;
    std::uint32_t asked_ = 0;
    bool spent_ = false;
};

} // namespace ehc
