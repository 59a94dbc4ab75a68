// A value on the heap that copies and compares as a value: for trees whose nodes hold nodes of their own type. Never empty
// but after being moved from.
#pragma once

#include <memory>
#include <utility>

namespace ehc {

template <class T> class Box {
  public:
    Box(T value) : held_(std::make_unique<T>(std::move(value))) {}
    Box(const Box& other) : held_(std::make_unique<T>(*other)) {}
    Box(Box&&) noexcept = default;
    Box& operator=(const Box& other) {
        held_ = std::make_unique<T>(*other);
        return *this;
    }
    Box& operator=(Box&&) noexcept = default;
    ~Box() = default;

    [[nodiscard]] T& operator*() { return *held_; }
    [[nodiscard]] const T& operator*() const { return *held_; }
    T* operator->() { return held_.get(); }
    const T* operator->() const { return held_.get(); }
    bool operator==(const Box& other) const { return *held_ == *other.held_; }

  private:
    std::unique_ptr<T> held_;
};

} // namespace ehc
