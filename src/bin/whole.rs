//! The whole program: the page with everything for sharing, and the element for other people's pages.

use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Starts the page that the document was made for. An element on somebody else's page is started by its own call.
#[wasm_bindgen]
pub fn page() {
    comeback::ui::start_whole();
}

fn main() {}
