//! A QR code as one path: a run of dark modules is a rectangle of it.

use crate::share::{Code, qr};
use crate::ui::labels::number;

/// Modules that stay free on each side: readers need them.
const QUIET: usize = 4;

/// A code, ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Modules on one side, the free ones included.
    pub size: u32,
    /// The path, in modules.
    pub path: String,
}

/// The code of a text; `None` for one that no code holds.
pub fn picture(text: &str) -> Option<Picture> {
    qr(text).map(|code| Picture { size: (code.size + 2 * QUIET) as u32, path: path(&code) })
}

fn path(code: &Code) -> String {
    let mut path = String::new();
    for (y, row) in code.rows().enumerate() {
        let mut x = QUIET;
        for run in row.chunk_by(|one, next| one == next) {
            if run.first() == Some(&true) {
                let [x, y, long] = [x, y + QUIET, run.len()].map(|count| number(count as u32));
                path.extend(["M", &x, " ", &y, "h", &long, "v1h-", &long, "z"]);
            }
            x += run.len();
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_every_dark_module_once_and_leaves_the_edge_free() {
        let (code, drawn) = (qr("HELLO WORLD").unwrap(), picture("HELLO WORLD").unwrap());
        let mut modules = vec![false; code.dark.len()];
        for run in drawn.path.split_terminator('z') {
            let (place, rest) = run.strip_prefix('M').unwrap().split_once('h').unwrap();
            let (x, y) = place.split_once(' ').unwrap();
            let (long, _) = rest.split_once('v').unwrap();
            let [x, y, long] = [x, y, long].map(|digits| digits.parse::<usize>().unwrap());
            (x..x + long).for_each(|x| modules[(y - QUIET) * code.size + x - QUIET] ^= true);
        }
        assert_eq!((modules, drawn.size), (code.dark, 29));
    }

    #[test]
    fn a_text_that_no_code_holds_has_no_picture() {
        assert_eq!(picture(&"a".repeat(3_000)), None);
    }
}
