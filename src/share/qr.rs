//! An address as a QR code, for a slide, a sheet, a screen that a phone reads.
//!
//! By qrcodegen (Nayuki; no dependency of its own): 5.1 kB brotli in the page from the moment a page calls it. qrcode 0.14
//! costs 12.6 kB and fast_qr 0.13 11.0 kB, for pictures that we draw ourselves.

use qrcodegen::{QrCode, QrCodeEcc};

/// A square of modules, without the quiet zone: whoever draws it leaves four modules free around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// Modules on one side: 21 to 177.
    pub size: usize,
    /// True for dark: row by row from the top, each from the left; `size * size` of them.
    pub dark: Vec<bool>,
}

impl Code {
    /// The rows from the top.
    pub fn rows(&self) -> impl Iterator<Item = &[bool]> {
        self.dark.chunks(self.size.max(1))
    }
}

/// The smallest code that holds the text and is readable with 15 % of it covered, or more where that takes no larger one;
/// `None` for a text that no code holds: from 2,332 bytes on.
pub fn qr(text: &str) -> Option<Code> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let dark = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
    Some(Code { size: code.size().try_into().ok()?, dark: dark.map(|(x, y)| code.get_module(x, y)).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, picture: &[&str]) {
        let code = qr(text).unwrap();
        let drawn: Vec<String> =
            code.rows().map(|row| row.iter().map(|&dark| if dark { '#' } else { '.' }).collect()).collect();
        assert_eq!(drawn, picture, "\n{}\n", drawn.join("\n"));
    }

    /// Both as drawn by another program, qrcode 8 for Python, which was told the level and the mask. OpenCV reads them.
    #[test]
    fn draws_known_codes() {
        let picture = [
            "#######.##....#######",
            "#.....#.#..#..#.....#",
            "#.###.#.#..##.#.###.#",
            "#.###.#.#.....#.###.#",
            "#.###.#.#.#...#.###.#",
            "#.....#...#...#.....#",
            "#######.#.#.#.#######",
            "........#............",
            ".##.#.##....#.#.#####",
            ".#......####....#...#",
            "..##.###.##...#.##...",
            ".##.##.#..##.#.#.###.",
            "#...#.#.#.###.###.#.#",
            "........##.#..#...#.#",
            "#######.#.#....#.##..",
            "#.....#..#.##.##.#...",
            "#.###.#.#.#...#######",
            "#.###.#..#.#.#.#...#.",
            "#.###.#.#..#.###.#..#",
            "#.....#.#.####...#.##",
            "#######....#.###....#",
        ];
        check("HELLO WORLD", &picture);
        let picture = [
            "#######..#..#.#.##.#..#######",
            "#.....#.....##.##...#.#.....#",
            "#.###.#.#...#..##.....#.###.#",
            "#.###.#.###.######..#.#.###.#",
            "#.###.#.#.###...#.###.#.###.#",
            "#.....#.####..##.##.#.#.....#",
            "#######.#.#.#.#.#.#.#.#######",
            "........#..#..###.##.........",
            "#.#####..#.##....#....#####..",
            "...#....###.##..####..###...#",
            ".##...####..#####.#.##.##....",
            "##.##........#.#...###.#.#.#.",
            "##.#.####..##.#..#.#.....##..",
            "##.....#..##....#.##.####...#",
            "##.##.#.#..#...###..#.#####..",
            ".#..#....##.#.##...###..#..#.",
            ".######.....#..#.#.......##..",
            "#.#..#.#.##.###.#.#######.#.#",
            "#.#######.##.###.#......#.#..",
            "#....#..##...#..#..#.......#.",
            "#.#.###..####.##.#..#####.###",
            "........#...#...#.###...#####",
            "#######..####..##..##.#.###..",
            "#.....#.###...###..##...#..##",
            "#.###.#.#........#..#####.#..",
            "#.###.#.#..#..#....###.#.####",
            "#.###.#.######.#.###########.",
            "#.....#...###..##...#.####.#.",
            "#######.##...#.###.#.####.#..",
        ];
        check("https://example.org/#q=biggest-failure", &picture);
    }

    #[test]
    fn grows_with_the_text_and_stops_at_the_largest_code() {
        let size = |length: usize| qr(&"a".repeat(length)).map(|code| code.size);
        assert_eq!([0, 14, 15, 299, 2331].map(size), [21, 21, 25, 69, 177].map(Some));
        assert_eq!(size(2332), None);
        let code = qr("é").unwrap();
        assert_eq!((code.dark.len(), code.rows().count()), (21 * 21, 21));
    }
}
