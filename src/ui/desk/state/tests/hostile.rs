//! A hundred thousand fragments by whoever wants to do harm.

use super::*;

/// Numbers that look random, the same ones each time (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}

/// Links that are well, to be harmed.
fn sound() -> Vec<String> {
    let all = |task: &mut Task| {
        (task.note, task.blind, task.seconds) = ("<img src=x onerror=alert(1)>".into(), true, Some(90));
        task.weights = vec![("repair".into(), 4)];
    };
    let mut links = vec![answer("In May I lost it."), task(all), review("<b>Say</b> why.").fragment().unwrap()];
    links.push(task(all) + "&of=missed-goal");
    links.extend(["#q=regret&share", "#coach", "#sheet", "#q=regret&read", "#q=regret&review", ""].map(str::to_owned));
    links
}

/// Cuts, doubles, crosses or overwrites a text somewhere from `kept` on.
fn harm(text: &mut String, kept: usize, other: &str, random: &mut Random) {
    const SIGNS: [char; 16] =
        ['#', '&', '=', '.', '?', '%', '<', '\'', '"', '\u{0}', 'é', '🙂', 'A', '_', '9', '\u{202e}'];
    let kept = kept.min(text.len());
    let mut place = |text: &str| text.floor_char_boundary(kept + random.below(text.len().saturating_sub(kept) + 1));
    let (one, two) = (place(text), place(text));
    let (from, to) = (one.min(two), one.max(two));
    match random.below(6) {
        0 => text.truncate(from),
        1 => text.replace_range(from..to, ""),
        2 => text.insert_str(from, other.get(random.below(other.len())..).unwrap_or(other)),
        3 => *text = [text.as_str(), "&", other.trim_start_matches('#')].concat(),
        _ => text.insert(from, SIGNS[random.below(SIGNS.len())]),
    }
}

#[test]
fn no_fragment_costs_a_draft_or_a_coachs_words() {
    let links = sound();
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut both = Both::new();
    both.arrive(&answer("Mine to review.")).wish(Wish::Mark(Mark::Next("Say why.".into())));
    let packed: Vec<&str> = links.iter().flat_map(|link| link.split('&')).filter(|pair| pair.contains("=1.")).collect();
    let mut round = 0;
    while round < 100_000 {
        let mut fragment = links[random.below(links.len())].clone();
        let kept = if random.below(4) > 0 { fragment.find("=1.").map_or(0, |at| at + 3) } else { 0 };
        for _ in 0..1 + random.below(3) {
            let other = &links[random.below(links.len())];
            harm(&mut fragment, kept, other.get(random.below(9)..).unwrap_or(other), &mut random);
        }
        // What is still well sealed has to be unpacked, which takes time: a few of these do.
        if random.below(200) > 0 && fragment.split(['&', '?']).any(|pair| packed.contains(&pair)) {
            continue;
        }
        round += 1;
        both.arrive(&fragment);
        let address = both.address.as_str();
        assert!(!is_packed(address), "{round}: {fragment} left {address}");
        assert_eq!(both.draft(), DRAFT, "{round}: {fragment}");
        assert_eq!(both.page.drafts.len(), 1, "{round}: {fragment}");
        if random.below(64) == 0 {
            let acts =
                [Wish::Show, Wish::Press(7), Wish::Reset, Wish::Close, Wish::Read(3), Wish::Review(9), Wish::Dismiss];
            both.wish(acts[random.below(acts.len())].clone());
        }
    }
    both.arrive(&answer("Mine to review."));
    assert_eq!(both.desk.read().map(Reading::next), Some("Say why."));
}

/// Whether an address still carries an answer or a review.
fn is_packed(address: &str) -> bool {
    use crate::ui::desk::arrived::{Arrived, read};
    matches!(read(address), Arrived::Answer(_) | Arrived::Review(_))
}

#[test]
fn bombs_are_refused_and_said() {
    let quiet = answer(&"a".repeat(crate::share::LONGEST_TEXT));
    assert!(quiet.len() < 100);
    let mut both = Both::new();
    both.arrive(&quiet.replace("&a=", "&c="));
    assert!(both.desk.task().is_some_and(|doing| doing.from.link.trouble.is_some()));
    both.arrive(&quiet.replace("&a=", "&r="));
    assert_eq!(both.desk.view, View::Review, "an object without the fields of a review is an empty one");
    for long in ["a", "c", "r"].map(|key| format!("#q=regret&{key}=1.{}", "A".repeat(2_000_000))) {
        both.arrive(&long);
        assert!(both.address.len() < 100 || both.desk.doing.is_some());
        assert!(both.desk.trouble.is_some() || both.desk.task().is_some_and(|doing| doing.from.link.trouble.is_some()));
    }
    assert_eq!(both.draft(), DRAFT);
}
