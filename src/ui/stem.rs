//! Sentence stems with gaps, and where they go. Stems are the only thing the page ever writes into an answer.

use comeback_engine::Part;

/// How a gap is written in content and in the answer.
pub const GAP: char = '…';

/// A stem ready to be inserted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Insertion {
    /// Where, in bytes of the answer.
    pub at: u32,
    /// What, with the spaces it needs around it.
    pub text: String,
    /// The first gap, in bytes of the answer after the insertion: selected, so that typing fills it.
    pub gap: Option<(u32, u32)>,
}

impl Insertion {
    /// Puts a stem at the caret, or after the sentence in the middle of which the caret stands.
    pub fn new(answer: &str, parts: &[Part], caret: u32, stem: &str) -> Insertion {
        let inside = parts.iter().find(|part| part.span.start < caret && caret < part.span.end);
        let at = inside.map_or(caret, |part| part.span.end).min(answer.len() as u32);
        let (before, after) = answer.split_at_checked(at as usize).unwrap_or((answer, ""));
        let mut text = String::new();
        if before.ends_with(|char: char| !char.is_whitespace()) {
            text.push(' ');
        }
        text.push_str(stem);
        if after.starts_with(|char: char| !char.is_whitespace()) {
            text.push(' ');
        }
        let gap = text.find(GAP).map(|found| {
            let start = at + found as u32;
            (start, start + GAP.len_utf8() as u32)
        });
        Insertion { at, text, gap }
    }
}

#[cfg(test)]
mod tests {
    use comeback_engine::{Agent, Role, Span};

    use super::*;

    #[track_caller]
    fn check(text_with_caret: &str, sentence: Option<(u32, u32)>, expected: &str) {
        let caret = text_with_caret.find('|').map_or(0, |at| at as u32);
        let text = text_with_caret.replace('|', "");
        let part = |(start, end)| Part {
            span: Span { start, end },
            words: 3,
            role: Role::Other,
            also: 0,
            agent: Agent::None,
            repeated: false,
        };
        let parts: Vec<Part> = sentence.map(part).into_iter().collect();
        let insertion = Insertion::new(&text, &parts, caret, "What I did was …");
        let mut result = text;
        result.insert_str(insertion.at as usize, &insertion.text);
        assert_eq!(result, expected);
        let gap = insertion.gap.and_then(|(start, end)| result.get(start as usize..end as usize));
        assert_eq!(gap, Some("…"));
    }

    #[test]
    fn stands_at_the_caret_with_the_spaces_it_needs() {
        check("|", None, "What I did was …");
        check("I lost it.|", Some((0, 10)), "I lost it. What I did was …");
        check("I lost it. |", Some((0, 10)), "I lost it. What I did was …");
        check("|I lost it.", Some((0, 10)), "What I did was … I lost it.");
    }

    #[test]
    fn goes_after_the_sentence_when_the_caret_stands_in_its_middle() {
        check("I lo|st it. Then I left.", Some((0, 10)), "I lost it. What I did was … Then I left.");
    }
}
