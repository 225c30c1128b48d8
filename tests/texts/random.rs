//! Numbers that look random and are not: the same ones from the same seed, on every machine.

/// The generator SplitMix64.
pub struct Random(u64);

impl Random {
    /// From any seed; neighbouring seeds have nothing in common.
    pub const fn new(seed: u64) -> Random {
        Random(seed)
    }

    /// Below `end`, which is at least 1.
    pub const fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// One of them; there is at least one.
    pub fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }

    /// Any character: half of them from the first planes' busy parts.
    pub fn sign(&mut self) -> char {
        let end = if self.below(2) == 0 { 0x3000 } else { 0x11_0000 };
        char::from_u32(self.below(end) as u32).unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}
