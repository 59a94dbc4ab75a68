// Writes JSON (RFC 8259) as it goes along, keys in the order given. The only place that escapes JSON.
//
// Output is valid UTF-8 whatever comes in: broken bytes become U+FFFD. Control characters, also those above ASCII, and the
// line separators U+2028 and U+2029 are escaped, so that a report shown on a terminal or pasted into a script does nothing.
// Errors: those of the stream, left in its state.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>

namespace ehc::report {

class JsonWriter {
  public:
    enum class Layout : std::uint8_t { indented, one_line };

    explicit JsonWriter(std::ostream& out, Layout layout = Layout::indented) : out_(out), layout_(layout) {}

    // `members` and `items` are called at once and write what is inside.
    template <class F> void object(F&& members) {
        open('{');
        members();
        close('}');
    }
    template <class F> void array(F&& items) {
        open('[');
        items();
        close(']');
    }

    // The same in two steps, for what is written as it becomes known. Close with the bracket that was opened.
    void open(char bracket);
    void close(char bracket);

    // Names the value that is written next.
    JsonWriter& key(std::string_view name);

    void string(std::string_view text);
    void string_or_null(std::string_view text); // null for an empty text
    void number(std::uint64_t value);
    void number_or_null(std::uint64_t value); // null for 0
    void boolean(bool value);
    void null();

  private:
    void before_value();
    void new_line();
    void quoted(std::string_view text);

    std::ostream& out_;
    Layout layout_;
    unsigned depth_ = 0;
    bool first_ = true;      // nothing written yet in the innermost object or array
    bool after_key_ = false; // a key stands before the value to come
};

} // namespace ehc::report
