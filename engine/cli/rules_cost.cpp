// ehcaudit rules cost: how long each rule takes on given documents.

#include "caseload/caseload.hpp"
#include "cli/commands.hpp"
#include "cli/programs.hpp"
#include "cli/rule_set.hpp"
#include "cli/settings.hpp"
#include "compile/cost.hpp"
#include "eval/evaluate.hpp"
#include "read/readers.hpp"

#include <algorithm>
#include <chrono>
#include <iomanip>
#include <iostream>

namespace ehc::cli {

namespace {

struct Spent {
    const compile::Rule* rule = nullptr;
    double seconds = 0;
};

// Each rule once on a plan, beginning with another one each time: the first that needs a text pays for taking it apart.
void measure(const RuleSet& set, const plan::Plan& plan, Date as_at, std::size_t first, std::vector<Spent>& spent) {
    using Clock = std::chrono::steady_clock;
    eval::Evaluator evaluator(set.rules, plan, {as_at});
    for (std::size_t i = 0; i < spent.size(); ++i) {
        Spent& one = spent[(first + i) % spent.size()];
        const auto begin = Clock::now();
        (void)evaluator.run(*one.rule);
        one.seconds += std::chrono::duration<double>(Clock::now() - begin).count();
    }
}

} // namespace

ExitStatus run(const RulesCost& command) {
    RuleChoice choice = command.rules;
    read::RecogniseOptions recognise;
    if (const auto added = add_files(choice, &recognise, command.paths); !added)
        return tell(added.error());
    return with_rules(choice, [&](const RuleSet& set) {
        std::vector<Spent> spent;
        for (const compile::Rule* rule : set.chosen)
            spent.push_back({rule, 0});
        constexpr std::size_t rounds = 8; // a document
        const Date as_at = today();
        const read::Limits limits;
        std::size_t documents = 0, left_out = 0;
        for (const caseload::Found& found : caseload::discover(command.paths)) {
            const Result<std::string> bytes = !found.error.empty() ? Result<std::string>(Error{found.path, found.error, ""})
                                              : found.archive     ? found.archive->read(found.entry, limits)
                                                                  : caseload::read_file(found.path, limits.file_bytes);
            const Result<read::Document> document = bytes ? read::read(*bytes, found.path, limits, find_programs()) : Result<read::Document>(bytes.error());
            if (!document) {
                ++left_out;
                continue;
            }
            const read::Recognition recognition = read::recognise(*document, recognise);
            for (std::size_t round = 0; round < rounds; ++round)
                measure(set, recognition.plan, as_at, round * spent.size() / rounds, spent);
            ++documents;
        }
        if (documents == 0)
            return tell(Error{command.paths.front(), "there is no document here that can be read", "name a plan, or a folder that holds some"});
        std::stable_sort(spent.begin(), spent.end(), [](const Spent& a, const Spent& b) { return a.seconds > b.seconds; });
        double all = 0;
        for (const Spent& one : spent)
            all += one.seconds;
        constexpr double microseconds = 1e6, percent = 100;
        const double runs = static_cast<double>(documents * rounds);
        std::cout << "  microseconds  share  rule\n" << std::fixed << std::setprecision(1);
        for (const Spent& one : spent)
            std::cout << std::setw(14) << one.seconds * microseconds / runs << std::setw(6) << one.seconds * percent / std::max(all, 1e-12) << "%  " << std::left << std::setw(10) << one.rule->id
                      << std::setw(34) << one.rule->slug << std::right << compile::cost_words(compile::cost_of(set.rules, *one.rule)) << "\n";
        std::cout << "\n" << spent.size() << " rules: " << all * microseconds / runs << " microseconds a document, mean of " << documents << (documents == 1 ? " document" : " documents") << " and " << rounds
                  << " rounds; reading the documents is not counted\n";
        if (left_out != 0)
            std::cout << left_out << (left_out == 1 ? " file was" : " files were") << " left out: no document that can be read\n";
        return ExitStatus::clean;
    });
}

} // namespace ehc::cli
