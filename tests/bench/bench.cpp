// Speed as ratios taken in one run: a full audit of plans in memory, and its parts, against a bare in-place pugixml parse of
// the same bytes. Base and test are interleaved and each figure is the least of the rounds, so that a noisy machine shows
// least. Usage: ehc_bench [PLANS [ROUNDS]]
// At the end come the rules that cost most, each timed by itself over all plans after their texts have been scanned.

#include "audit/audit.hpp"
#include "generate.hpp"
#include "pack/load.hpp"
#include "read/readers.hpp"
#include "read/recognise.hpp"
#include "support/paths.hpp"

#include <pugixml.hpp>

#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <limits>

using namespace ehc;

namespace {

template <class F> double seconds(F&& work) {
    const auto from = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
}

struct Least {
    double value = std::numeric_limits<double>::max();
    void take(double next) { value = std::min(value, next); }
};

// The rules that cost most, in microseconds a plan. Whoever asks first pays for a text, so every rule has run once before.
void print_dearest(const std::vector<std::string>& plans, const audit::AuditContext& context) {
    std::vector<std::pair<double, const compile::Rule*>> cost;
    for (const compile::Rule* rule : context.chosen)
        cost.push_back({0, rule});
    const std::size_t sampled = std::min<std::size_t>(plans.size(), 20);
    for (std::size_t i = 0; i < sampled; ++i) {
        const auto document = read::read(plans[i], "bench.xml", context.limits);
        const read::Recognition recognition = read::recognise(*document, context.recognise);
        eval::Evaluator evaluator(*context.rules, recognition.plan, {context.as_at});
        for (const compile::Rule* rule : context.chosen)
            (void)evaluator.run(*rule);
        for (auto& [spent, rule] : cost)
            spent += seconds([&, each = rule] { (void)evaluator.run(*each); });
    }
    std::sort(cost.begin(), cost.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    for (std::size_t i = 0; i < std::min<std::size_t>(cost.size(), 10); ++i)
        std::printf("%-8s %8.1f us  %s\n", cost[i].second->id.c_str(), 1e6 * cost[i].first / static_cast<double>(sampled), cost[i].second->slug.c_str());
}

} // namespace

int main(int argc, char** argv) {
    // As the program does; without it the bare parse gives memory back after each document and any ratio flatters us.
    mallopt(M_TRIM_THRESHOLD, 256 << 20);
    mallopt(M_MMAP_THRESHOLD, 256 << 20);
    const std::size_t count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 200;
    const int rounds = argc > 2 ? std::atoi(argv[2]) : 9;
    constexpr std::uint64_t seed = 20261123;
    const auto files = pack::read_rules((test::source_dir() / "rules").string());
    if (!files) {
        std::fprintf(stderr, "%s\n", files.error().line().c_str());
        return 2;
    }
    compile::Compiled compiled;
    Least compile_time;
    for (int i = 0; i < 5; ++i)
        compile_time.take(seconds([&] { compiled = pack::load(*files, "0.1.0"); }));
    if (!compiled.faults.empty()) {
        std::fprintf(stderr, "%s\n", dsl::show(compiled.faults.front()).c_str());
        return 2;
    }
    audit::AuditContext context;
    context.rules = &compiled.rules;
    for (const compile::Rule& rule : compiled.rules.rules)
        context.chosen.push_back(&rule);
    context.as_at = *Date::of(2025, 6, 1);

    const std::vector<std::string> plans = bench::generate_plans(count, seed);
    std::size_t bytes = 0;
    for (const std::string& plan : plans)
        bytes += plan.size();

    Least parse, read, whole;
    std::size_t findings = 0, errors = 0;
    for (int round = 0; round < rounds; ++round) {
        std::vector<std::string> copies = plans;
        parse.take(seconds([&] {
            for (std::string& copy : copies) {
                pugi::xml_document document;
                if (!document.load_buffer_inplace(copy.data(), copy.size()))
                    ++errors;
            }
        }));
        read.take(seconds([&] {
            for (const std::string& plan : plans)
                if (const auto document = read::read(plan, "bench.xml", context.limits); !document)
                    ++errors;
        }));
        findings = 0;
        whole.take(seconds([&] {
            for (const std::string& plan : plans)
                findings += audit::audit(plan, "bench.xml", context).report.findings.size();
        }));
    }
    const double n = static_cast<double>(count);
    std::printf("seed %llu: %zu plans of %zu bytes, %zu rules, %zu findings, %zu errors\n", static_cast<unsigned long long>(seed), count, bytes / count,
                compiled.rules.rules.size(), findings, errors);
    std::printf("matcher: %zu patterns, %zu states; packs compiled in %.1f ms\n", compiled.rules.matcher.patterns(), compiled.rules.matcher.states(), 1e3 * compile_time.value);
    std::printf("bare parse      %8.1f us a plan   1.0x\n", 1e6 * parse.value / n);
    std::printf("read to a plan  %8.1f us a plan  %4.1fx\n", 1e6 * read.value / n, read.value / parse.value);
    std::printf("full audit      %8.1f us a plan  %4.1fx   %.0f plans a second on one thread\n", 1e6 * whole.value / n, whole.value / parse.value, n / whole.value);
    print_dearest(plans, context);
    return errors == 0 ? 0 : 1;
}
