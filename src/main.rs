//! The page.

fn main() {
    comeback::ui::start();
}
