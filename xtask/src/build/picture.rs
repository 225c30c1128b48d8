//! The picture that stands for a question where a link to it is shown: the question as large as it fits, the word mark
//! above it, on the colour of the page. Drawn from outlines and whole-number sizes alone, so that it is the same everywhere.

mod lettering;
mod png;

use ab_glyph_rasterizer::Rasterizer;
use anyhow::{Context, Result};
use lettering::{Lettering, Weight};
use png::DEPTH;

/// Width and height, pixels: what those who show links ask for.
pub const SIZE: (usize, usize) = (1200, 630);

/// From an edge to what stands inside, pixels.
const MARGIN: f32 = 88.0;

/// Heights of the question's letters that are tried, pixels, and how many lines each may take.
const SIZES: [(f32, usize); 4] = [(92.0, 3), (80.0, 4), (70.0, 4), (60.0, 5)];

/// From line to line, in heights of letters.
const LEADING: f32 = 1.16;

/// Height of the word mark's letters, pixels.
const MARK: f32 = 44.0;

/// The page, its ink, and the accent of the line in the word mark, as in `src/ui/style/base.css`.
const PAGE: [u8; 3] = [0xf8, 0xf6, 0xf1];
const INK: [u8; 3] = [0x22, 0x1f, 0x1a];
const ACCENT: [u8; 3] = [0x0d, 0x5a, 0x62];

/// Shades from page to ink; the last colour is the accent.
const SHADES: usize = DEPTH - 1;

/// Draws the picture of a question, as PNG.
pub fn draw(prompt: &str) -> Result<Vec<u8>> {
    let regular = Lettering::of(Weight::Regular)?;
    let (width, height) = (SIZE.0 as f32, SIZE.1 as f32);
    let room = width - 2.0 * MARGIN;
    let fitting = SIZES.iter().find_map(|&(size, most)| {
        let lines = lettering::lines(prompt, room / size, &|words| regular.width(words));
        (lines.len() <= most).then_some((size, lines))
    });
    let (size, lines) = fitting.with_context(|| format!("{prompt:?} does not fit into its picture"))?;
    let mut ink = Rasterizer::new(SIZE.0, SIZE.1);
    // The last line stands on the lower margin, the word mark hangs from the upper one.
    for (at, line) in lines.iter().rev().enumerate() {
        regular.draw(line, size, (MARGIN, height - MARGIN - at as f32 * size * LEADING), &mut ink);
    }
    let bar = mark(&mut ink)?;
    let mut pixels = vec![0; SIZE.0 * SIZE.1];
    ink.for_each_pixel(|at, covered| {
        pixels[at] = (covered.min(1.0) * (SHADES - 1) as f32).round() as u8;
    });
    for y in bar.1 {
        pixels[y * SIZE.0..][bar.0.clone()].fill(SHADES as u8);
    }
    png::write(SIZE, &colours(), &pixels)
}

/// Columns and rows that are filled.
type Block = (std::ops::Range<usize>, std::ops::Range<usize>);

/// Draws the word mark; gives the place of the line between its syllables.
fn mark(ink: &mut Rasterizer) -> Result<Block> {
    let semibold = Lettering::of(Weight::Semibold)?;
    let foot = MARGIN + MARK * 0.5;
    let left = (MARGIN + semibold.width("Come") * MARK + MARK * 0.13).round();
    let thick = 3.0;
    semibold.draw("Come", MARK, (MARGIN, foot), ink);
    semibold.draw("back", MARK, (left + thick + MARK * 0.14, foot), ink);
    let top = (foot - MARK * 0.86) as usize;
    Ok((left as usize..(left + thick) as usize, top..top + (MARK * 1.15) as usize))
}

/// From page to ink in even steps, then the accent.
fn colours() -> [[u8; 3]; DEPTH] {
    let shade = |at: usize, part: usize| {
        let (page, ink) = (usize::from(PAGE[part]), usize::from(INK[part]));
        ((page * (SHADES - 1 - at) + ink * at) / (SHADES - 1)) as u8
    };
    std::array::from_fn(|at| if at == SHADES { ACCENT } else { [0, 1, 2].map(|part| shade(at, part)) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_the_same_twice_in_the_size_that_is_asked_for() -> Result<()> {
        let picture = draw("What has been your biggest failure?")?;
        assert_eq!(picture, draw("What has been your biggest failure?")?);
        // Width and height stand in the first chunk of a PNG.
        let size = [SIZE.0 as u32, SIZE.1 as u32].map(u32::to_be_bytes).concat();
        assert_eq!(picture.get(16..24), Some(size.as_slice()));
        Ok(())
    }

    #[test]
    fn every_question_fits_and_is_light_to_send() -> Result<()> {
        let loaded = crate::build::library::content()?;
        for question in loaded.questions {
            let bytes = draw(question.prompt)?.len();
            assert!(bytes < 25_000, "{}: {bytes} bytes", question.id);
        }
        Ok(())
    }

    #[test]
    fn refuses_what_would_not_fit() {
        assert!(draw(&"and then something else went wrong ".repeat(9)).is_err());
    }

    #[test]
    fn goes_from_page_to_ink_and_keeps_the_accent_apart() {
        let colours = colours();
        assert_eq!([colours[0], colours[SHADES - 1], colours[SHADES]], [PAGE, INK, ACCENT]);
    }
}
