#include "caseload/baseline.hpp"

#include <algorithm>
#include <charconv>
#include <sstream>

namespace ehc::caseload {

namespace {

constexpr std::string_view head = "ehcaudit-baseline 1";

// The word up to the next space, taken off the front.
std::string_view word(std::string_view& rest) {
    const std::size_t space = rest.find(' ');
    const std::string_view taken = rest.substr(0, space);
    rest.remove_prefix(space == std::string_view::npos ? rest.size() : space + 1);
    return taken;
}

// Names of files may hold anything: a line break or a backslash is written as an escape.
std::string escaped(std::string_view path) {
    std::string text;
    for (const char c : path)
        text += c == '\\' ? "\\\\" : c == '\n' ? "\\n" : c == '\r' ? "\\r" : std::string(1, c);
    return text;
}

std::string unescaped(std::string_view text) {
    std::string path;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '\\' && i + 1 < text.size()) {
            const char c = text[++i];
            path += c == 'n' ? '\n' : c == 'r' ? '\r' : c;
        } else {
            path += text[i];
        }
    return path;
}

} // namespace

Baseline::Key Baseline::key_of(const finding::Finding& finding) {
    return {finding.rule, finding.section ? std::string(plan::name_of(*finding.section)) : "-", finding.fingerprint};
}

Result<Baseline> Baseline::parse(const std::string& text, const std::string& name) {
    std::istringstream in(text);
    std::string line;
    if (!std::getline(in, line) || line != head)
        return Error{name, "this is not a baseline: its first line is not `" + std::string(head) + "`", "make one with --write-baseline"};
    Baseline baseline;
    for (unsigned number = 2; std::getline(in, line); ++number) {
        std::string_view rest = line;
        Key key;
        key.rule = word(rest);
        key.section = word(rest);
        const std::string_view written = word(rest);
        key.fingerprint = word(rest);
        std::size_t count = 0;
        const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), count);
        const bool counted = error == std::errc{} && end == written.data() + written.size() && count > 0;
        if (!counted || key.rule.empty() || key.fingerprint.empty() || rest.empty() || (key.section != "-" && !plan::letters.find(key.section)))
            return Error{name + ":" + std::to_string(number), "this line of the baseline is broken", "take it back from your version control, or write the baseline anew"};
        if (!baseline.entries_[unescaped(rest)].emplace(std::move(key), count).second)
            return Error{name + ":" + std::to_string(number), "this line stands twice in the baseline", "leave one of them out, or write the baseline anew"};
    }
    return baseline;
}

std::string Baseline::text() const {
    std::vector<std::string> lines;
    for (const auto& [document, counts] : entries_)
        for (const auto& [key, count] : counts)
            lines.push_back(key.rule + " " + key.section + " " + std::to_string(count) + " " + key.fingerprint + " " + escaped(document) + "\n");
    std::string all = std::string(head) + "\n";
    for (const std::string& line : lines)
        all += line;
    return all;
}

void Baseline::apply(finding::DocumentReport& document) const {
    const auto entry = entries_.find(document.path);
    if (entry == entries_.end() || !document.error.empty())
        return;
    Counts left = entry->second;
    std::vector<finding::Finding> fresh;
    for (finding::Finding& finding : document.findings) {
        const auto known = left.find(key_of(finding));
        const bool is_known = known != left.end() && known->second > 0;
        if (is_known)
            --known->second;
        (is_known ? document.known : fresh).push_back(std::move(finding));
    }
    document.findings = std::move(fresh);
    for (const auto& [key, count] : left)
        if (count != 0) {
            const auto letter = plan::letters.find(key.section);
            document.gone.push_back({key.rule, key.fingerprint, letter ? std::optional(static_cast<plan::Letter>(*letter)) : std::nullopt, static_cast<std::uint32_t>(count)});
        }
}

void Baseline::take(const finding::DocumentReport& document) {
    if (!document.error.empty())
        return;
    Counts counts;
    for (const auto* findings : {&document.findings, &document.known})
        for (const finding::Finding& finding : *findings)
            ++counts[key_of(finding)];
    if (counts.empty())
        entries_.erase(document.path);
    else
        entries_[document.path] = std::move(counts);
}

Baseline::Change Baseline::since(const Baseline& other) const {
    Change change;
    const auto more = [](const Baseline& a, const Baseline& b) {
        std::size_t sum = 0;
        for (const auto& [document, counts] : a.entries_) {
            const auto there = b.entries_.find(document);
            for (const auto& [key, count] : counts) {
                const auto known = there == b.entries_.end() ? Counts::const_iterator{} : there->second.find(key);
                const std::size_t before = there == b.entries_.end() || known == there->second.end() ? 0 : known->second;
                sum += count > before ? count - before : 0;
            }
        }
        return sum;
    };
    return {more(*this, other), more(other, *this)};
}

std::size_t Baseline::documents_beside(const std::vector<std::string>& seen) const {
    std::size_t beside = entries_.size();
    std::vector<std::string> sorted = seen;
    std::sort(sorted.begin(), sorted.end());
    for (const auto& [document, counts] : entries_)
        beside -= std::binary_search(sorted.begin(), sorted.end(), document);
    return beside;
}

} // namespace ehc::caseload
