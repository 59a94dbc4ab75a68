#include "text/sentence_ends.hpp"

#include "text/characters.hpp"
#include "text/known_words.hpp"
#include "text/signs.hpp"

namespace ehc::text {

Following following(const char* at, const char* end) noexcept {
    constexpr int most = 8; // signs passed over
    for (int passed = 0; at < end && passed < most;) {
        const char c = *at;
        switch (sign_of(c)) {
        case Sign::space:
            ++at;
            continue;
        case Sign::newline:
            return Following::end;
        case Sign::letter:
            return c == lower(c) ? Following::lower : Following::capital;
        case Sign::digit:
            return Following::digit;
        case Sign::quote:
            break;
        case Sign::high: {
            const Character character = decode(at, end);
            FoldedCharacter scratch;
            switch (fold_character(character.code, scratch).kind) {
            case CharacterKind::letter:
                return is_capital(character.code) ? Following::capital : Following::lower;
            case CharacterKind::digit:
            case CharacterKind::fraction:
                return Following::digit;
            case CharacterKind::paragraph:
                return Following::end;
            case CharacterKind::space:
            case CharacterKind::ignored:
            case CharacterKind::apostrophe:
            case CharacterKind::quote_open:
            case CharacterKind::quote_close:
            case CharacterKind::quote:
                at += character.size - 1;
                break;
            case CharacterKind::dash:
            case CharacterKind::ellipsis:
            case CharacterKind::sign:
                return Following::other;
            }
            break;
        }
        case Sign::mark:
            if (c != '(' && c != '[' && c != '\'' && c != ')' && c != ']')
                return Following::other;
            break;
        case Sign::dash:
        case Sign::point:
        case Sign::end:
        case Sign::underscore:
            return Following::other;
        }
        ++at;
        ++passed;
    }
    return at < end ? Following::other : Following::end;
}

bool breaks_off(const char* at, const char* end) noexcept {
    for (; at < end; ++at) {
        switch (sign_of(*at)) {
        case Sign::space:
        case Sign::newline:
            return true;
        case Sign::quote:
            continue;
        case Sign::mark:
            if (*at == ')' || *at == ']' || *at == '\'')
                continue;
            return false;
        case Sign::high: {
            const Character character = decode(at, end);
            FoldedCharacter scratch;
            const CharacterKind kind = fold_character(character.code, scratch).kind;
            if (kind == CharacterKind::space || kind == CharacterKind::paragraph)
                return true;
            if (kind != CharacterKind::apostrophe && kind != CharacterKind::quote_close)
                return false;
            at += character.size - 1;
            continue;
        }
        default:
            return false;
        }
    }
    return true;
}

bool is_shortened(const BeforePoint& before, const char* after, const char* end) noexcept {
    return before.kind == TokenKind::word && breaks_off(after, end) &&
           (abbreviation(before.folded) != Abbreviation::none || (before.folded.size() == 1 && following(after, end) == Following::capital));
}

bool point_ends_sentence(const std::optional<BeforePoint>& before, const char* after, const char* end) noexcept {
    const bool after_word = before && before->kind == TokenKind::word;
    const Abbreviation short_form = after_word ? abbreviation(before->folded) : Abbreviation::none;
    if (!breaks_off(after, end)) // "needs.The": a space was forgotten
        return after_word && short_form == Abbreviation::none && before->folded.size() > 1 && end - after >= 2 && is_letter(after[0]) && after[0] != lower(after[0]) &&
               is_letter(after[1]) && after[1] == lower(after[1]);
    const Following next = following(after, end);
    if (!before || next == Following::end)
        return short_form != Abbreviation::before_name;
    if (before->kind == TokenKind::number)
        return !before->first; // "1. He will"
    if (!after_word)
        return true;
    switch (short_form) {
    case Abbreviation::before_name:
        return false;
    case Abbreviation::before_number:
        if (next == Following::digit)
            return false;
        break;
    case Abbreviation::anywhere:
        return next == Following::capital;
    case Abbreviation::none:
        break;
    }
    if (before->folded.size() != 1)
        return true;
    const bool after_part = !before->first && names_a_part(before->folded_before_it);
    const bool initial = next == Following::capital && before->capital && !after_part;
    return !before->first && !initial; // "a. He will", "J. Abara"
}

} // namespace ehc::text
