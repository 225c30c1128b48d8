//! The page.

/// Half the program of the standard allocator, and as quick.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    comeback::ui::start(comeback::ui::Seat::default());
}
