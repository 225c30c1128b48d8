//! The bare words of the tuning corpus, without what was judged about them.

/// The corpus as it stands in its files.
pub const FILES: &[&str] = &[
    include_str!("../corpus/tuning/a.toml"),
    include_str!("../corpus/tuning/b.toml"),
    include_str!("../corpus/tuning/c.toml"),
    include_str!("../corpus/tuning/d.toml"),
    include_str!("../corpus/tuning/e.toml"),
    include_str!("../corpus/tuning/f.toml"),
    include_str!("../corpus/tuning/g.toml"),
    include_str!("../corpus/tuning/h.toml"),
    include_str!("../corpus/tuning/i.toml"),
    include_str!("../corpus/tuning/j.toml"),
    include_str!("../corpus/tuning/k.toml"),
    include_str!("../corpus/tuning/l.toml"),
    include_str!("../corpus/tuning/m.toml"),
    include_str!("../corpus/tuning/n.toml"),
    include_str!("../corpus/tuning/o.toml"),
    include_str!("../corpus/tuning/p.toml"),
    include_str!("../corpus/tuning/pair.toml"),
    include_str!("../corpus/tuning/q.toml"),
];

/// All answers, in order.
pub fn answers() -> Vec<String> {
    FILES.iter().copied().flat_map(read).collect()
}

/// The texts between three quotes, without the markers in braces. It reads what the corpus holds, not all of TOML: it
/// runs where no reader of TOML does.
fn read(file: &str) -> impl Iterator<Item = String> {
    file.split("\"\"\"").skip(1).step_by(2).map(|marked| {
        let plain = marked.replace("\\\"", "\"");
        let mut pieces = plain.split('{');
        let before = pieces.next().unwrap_or_default().to_owned();
        let text = pieces.fold(before, |text, piece| {
            let words = piece.split_once('}').map_or(piece, |(_, words)| words);
            text + words.strip_prefix(' ').unwrap_or(words)
        });
        text.trim_matches('\n').to_owned()
    })
}
