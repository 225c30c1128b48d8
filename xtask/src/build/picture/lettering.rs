//! Words as outlines: a serif that a crate ships, so that no picture depends on the fonts of a machine.

use ab_glyph_rasterizer::{Point, Rasterizer, point};
use anyhow::{Context, Result};
use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::opentype_layout::LayoutTable;
use ttf_parser::{Face, GlyphId, OutlineBuilder, Tag};

/// The cuts that are used, by the ends of their names.
#[derive(Clone, Copy)]
pub enum Weight {
    /// For questions.
    Regular,
    /// For the word mark.
    Semibold,
}

/// Letters that would touch one another, and the sign that stands for them together.
const JOINED: [(&str, &str); 5] =
    [("ffi", "\u{fb03}"), ("ffl", "\u{fb04}"), ("ff", "\u{fb00}"), ("fi", "\u{fb01}"), ("fl", "\u{fb02}")];

/// One cut of the font.
pub struct Lettering {
    face: Face<'static>,
    unit: f32,
}

impl Lettering {
    /// Finds a cut.
    pub fn of(weight: Weight) -> Result<Lettering> {
        let name = match weight {
            Weight::Regular => "LibertinusSerif-Regular",
            Weight::Semibold => "LibertinusSerif-Semibold",
        };
        let named = |face: &Face| face.names().into_iter().any(|one| one.to_string().is_some_and(|one| one == name));
        let mut faces = typst_assets::fonts().filter_map(|font| Face::parse(font, 0).ok());
        let face = faces.find(named).with_context(|| format!("there is no font called {name}"))?;
        let unit = 1.0 / f32::from(face.units_per_em());
        Ok(Lettering { face, unit })
    }

    /// Width of words, in heights of letters.
    pub fn width(&self, words: &str) -> f32 {
        self.set(words).last().map_or(0.0, |&(glyph, at)| at + self.advance(glyph))
    }

    /// Draws words with their foot at a place, in pixels.
    pub fn draw(&self, words: &str, size: f32, (x, y): (f32, f32), into: &mut Rasterizer) {
        for (glyph, at) in self.set(words) {
            let origin = point(x + at * size, y);
            let mut pen = Pen { into, origin, scale: size * self.unit, start: origin, last: origin };
            // A space has no outline.
            self.face.outline_glyph(glyph, &mut pen);
        }
    }

    /// The glyphs of words and where each begins, in heights of letters.
    fn set(&self, words: &str) -> Vec<(GlyphId, f32)> {
        let words = JOINED.iter().fold(words.to_owned(), |words, (apart, joined)| words.replace(apart, joined));
        let (mut set, mut at) = (Vec::<(GlyphId, f32)>::new(), 0.0);
        for sign in words.chars() {
            let glyph = self.face.glyph_index(sign).unwrap_or_default();
            if let Some(&(before, _)) = set.last() {
                at += self.advance(before) + self.kerning(before, glyph);
            }
            set.push((glyph, at));
        }
        set
    }

    fn advance(&self, glyph: GlyphId) -> f32 {
        f32::from(self.face.glyph_hor_advance(glyph).unwrap_or_default()) * self.unit
    }

    /// How much closer two glyphs stand than their widths say.
    fn kerning(&self, left: GlyphId, right: GlyphId) -> f32 {
        let units = self.face.tables().gpos.and_then(|table| kerning(table, left, right));
        f32::from(units.unwrap_or_default()) * self.unit
    }
}

/// The font's own word on a pair: of each of its lists, what the first table says that knows the left one.
fn kerning(table: LayoutTable, left: GlyphId, right: GlyphId) -> Option<i16> {
    let kerns = table.features.find(Tag::from_bytes(b"kern"))?;
    let lists = kerns.lookup_indices.into_iter().filter_map(|at| table.lookups.get(at));
    let said = lists.filter_map(|list| {
        list.subtables.into_iter().find_map(|pairs| match pairs {
            PositioningSubtable::Pair(PairAdjustment::Format1 { coverage, sets }) => {
                Some(sets.get(coverage.get(left)?)?.get(right)?.0.x_advance)
            }
            PositioningSubtable::Pair(PairAdjustment::Format2 { coverage, classes, matrix }) => {
                coverage.get(left)?;
                Some(matrix.get((classes.0.get(left), classes.1.get(right)))?.0.x_advance)
            }
            _ => None,
        })
    });
    Some(said.sum())
}

/// Carries an outline over to pixels.
struct Pen<'into> {
    into: &'into mut Rasterizer,
    origin: Point,
    scale: f32,
    start: Point,
    last: Point,
}

impl Pen<'_> {
    /// Fonts count upwards, pictures downwards.
    fn at(&self, x: f32, y: f32) -> Point {
        point(self.origin.x + x * self.scale, self.origin.y - y * self.scale)
    }
}

impl OutlineBuilder for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.last = self.at(x, y);
        self.start = self.last;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.at(x, y);
        self.into.draw_line(self.last, to);
        self.last = to;
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (by, to) = (self.at(x1, y1), self.at(x, y));
        self.into.draw_quad(self.last, by, to);
        self.last = to;
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (one, two, to) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.into.draw_cubic(self.last, one, two, to);
        self.last = to;
    }

    fn close(&mut self) {
        self.into.draw_line(self.last, self.start);
        self.last = self.start;
    }
}

/// A text in as few lines as the room allows, and these as even as they can be.
pub fn lines(text: &str, room: f32, width: &dyn Fn(&str) -> f32) -> Vec<String> {
    let filled = |room: f32| {
        let mut lines = vec![String::new()];
        for word in text.split_whitespace() {
            let last = lines.last().filter(|line| !line.is_empty());
            match last.map(|line| format!("{line} {word}")) {
                Some(longer) if width(&longer) > room => lines.push(word.to_owned()),
                longer => {
                    lines.pop();
                    lines.push(longer.unwrap_or_else(|| word.to_owned()));
                }
            }
        }
        lines
    };
    let fewest = filled(room).len();
    // Narrower and narrower, as long as no line is added.
    let narrower = (1..=60).map(|step| room * (1.0 - step as f32 / 100.0));
    narrower.map(filled).take_while(|lines| lines.len() == fewest).last().unwrap_or_else(|| filled(room))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn even(text: &str, room: usize) -> Vec<String> {
        lines(text, room as f32, &|words| words.len() as f32)
    }

    #[test]
    fn breaks_into_even_lines_and_no_more_than_it_takes() {
        assert_eq!(even("one two three four", 18), ["one two three four"]);
        assert_eq!(even("one two three four", 14), ["one two", "three four"]);
        assert_eq!(even("unbreakable", 4), ["unbreakable"]);
    }

    #[test]
    fn moves_letters_together_as_the_font_says() -> Result<()> {
        let lettering = Lettering::of(Weight::Regular)?;
        assert!(lettering.width("Te") < lettering.width("T") + lettering.width("e"));
        assert_eq!(lettering.set("office").len(), 4);
        Ok(())
    }
}
