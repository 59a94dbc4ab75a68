#include "read/views.hpp"

#include <algorithm>

namespace ehc::read {

namespace {

using plan::Speaker;

constexpr std::string_view parent_subheads[] = {"parent*", "carer*", "family*", "families", "mum*", "mother*", "dad*", "father*", "our child*", "our son*", "our daughter*",
                                                "guardian*", "foster*", "mrs", "mr", "ms", "miss"};
constexpr std::string_view child_subheads[] = {"my", "me", "i", "child's", "child", "young person's", "young person", "pupil*", "about me", "student*"};
constexpr std::string_view other_subheads[] = {"professional*", "school's view", "staff", "others"};
// Whose words an unlabelled box holds is not said: "Summary of the child or young person's history".
constexpr std::string_view about_subheads[] = {"history", "summary", "background"};

// Who speaks for the family, with a verb of speech in the next few words.
constexpr std::string_view parent_words[] = {"mum", "dad", "mother", "father", "parent", "parents", "parents'", "carer", "carers", "family", "grandmother", "grandfather", "grandparents", "guardian", "mr", "mrs", "ms", "miss"};
constexpr std::string_view parent_verbs[] = {"say", "says", "said", "feel", "feels", "felt", "hope", "hopes", "want", "wants", "would", "told", "report", "reports", "reported", "think", "thinks", "worry",
                                             "worries", "worried", "describe", "describes", "described", "believe", "believes", "explained", "explain", "wish", "wishes", "concerned", "view", "views", "asked", "added", "stated"};
constexpr std::string_view parent_phrases[] = {"my son", "my daughter", "our son", "our daughter", "our child", "as a family we", "as parents we"};
constexpr std::uint32_t words_to_verb = 4;

constexpr std::string_view first_person[] = {"i", "i'm", "i've", "i'd", "i'll", "my", "me", "myself", "mine"};
constexpr std::string_view we_words[] = {"we", "we're", "we'd", "we've", "our", "us"};
constexpr std::string_view child_speech[] = {"says", "said", "told", "tells", "likes", "loves", "enjoys", "wants", "would like", "would love", "hopes", "thinks", "feels", "explained",
                                             "wishes", "dislikes", "does not like", "doesn't like", "hates", "dreams", "prefers", "reports", "reported", "shared", "communicated", "indicated", "smiles",
                                             "asked", "chose", "is happy", "also likes", "really likes", "also enjoys", "does like", "described", "stated", "wrote", "drew", "pointed"};
constexpr std::string_view pronouns[] = {"he", "she", "they"};

std::optional<Speaker> speaker_of_subhead(const Words& words) {
    if (words.has_any(parent_subheads) && !words.has("child and family") && !words.has("views of the child and"))
        return Speaker::parent;
    if (words.has_any(other_subheads))
        return Speaker::other;
    if (words.has_any(about_subheads) && !words.has("my"))
        return std::nullopt;
    if (words.has_any(child_subheads))
        return Speaker::child;
    return std::nullopt;
}

// "A: The views of the child and his or her parents" covers both; only a subhead of one of them tells.
std::optional<Speaker> speaker_of_words(const Words& words, std::span<const std::string> names) {
    if (words.has_any(parent_phrases))
        return Speaker::parent;
    for (std::uint32_t at = 0; at < words.count(); ++at)
        if (std::ranges::find(parent_words, words.word(at)) != std::end(parent_words))
            for (std::uint32_t verb = at + 1; verb <= at + words_to_verb; ++verb)
                if (std::ranges::find(parent_verbs, words.word(verb)) != std::end(parent_verbs))
                    return Speaker::parent;
    const bool i = words.has_any(first_person);
    const bool we = words.has_any(we_words);
    // "I like trains." The first person of a parent speaks of a child by name.
    if (i) {
        const bool of_child = std::ranges::any_of(names, [&](const std::string& name) { return words.has(name); });
        const bool quoted = words.original().find('"') != std::string_view::npos || words.original().find("\xE2\x80\x9C") != std::string_view::npos;
        if (of_child && !quoted && we)
            return Speaker::parent;
        return Speaker::child;
    }
    const auto says = [&](std::uint32_t at) { return words.begins_any(child_speech, at); };
    for (const std::string& name : names)
        for (auto at = words.find(name); at && at->first < 12; at = words.find(name, at->last))
            if (says(at->last))
                return Speaker::child;
    for (const std::string_view name : {"child", "young person"})
        if (const auto at = words.find(name); at && says(at->last))
            return Speaker::child;
    if (std::ranges::any_of(pronouns, [&](std::string_view pronoun) { return words.begins(pronoun) && says(1); }))
        return Speaker::child;
    if (we)
        return Speaker::parent;
    return std::nullopt;
}

} // namespace

void fill_views(const Outline& outline, const Entries& entries, std::span<const std::string> names, plan::Plan& plan) {
    for (const Entry& entry : entries.list) {
        if (entry.section != plan::Letter::A)
            continue;
        plan::View& view = plan.views.emplace_back();
        const plan::Origin origin = entry.text.origin();
        view.origin = origin;
        view.text.set(entry.text, origin);
        std::optional<Speaker> speaker;
        // The nearest subhead that names a speaker; one of the same rank that names none begins something else.
        std::optional<std::uint32_t> level;
        for (std::uint32_t at = entry.line; at-- > 0 && !speaker;) {
            const Line& line = outline.lines[at];
            if (!line.in(plan::Letter::A))
                break;
            if (line.use == Use::heading) {
                const Words title(line.block->text.value);
                const bool both = title.has("and") && (title.has("parent*") || title.has("family"));
                if (!both && !title.has("section"))
                    speaker = speaker_of_subhead(title);
                break;
            }
            if (line.use != Use::subhead)
                continue;
            const std::uint32_t here = line.block->heading_level;
            if (level && *level == 0 && here == 0)
                break;
            if (level && *level != 0 && (here == 0 || here >= *level))
                continue;
            speaker = speaker_of_subhead(line.words);
            level = line.block->heading_level;
        }
        const Words words(entry.text.value);
        const auto said = speaker_of_words(words, names);
        // Plain words of attribution outweigh the box they stand in.
        if (said == Speaker::parent || !speaker)
            speaker = said ? said : speaker;
        if (speaker)
            view.speaker.set(*speaker, origin);
    }
}

} // namespace ehc::read
