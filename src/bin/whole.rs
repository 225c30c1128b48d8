//! The whole program: the page with everything for sharing, and the element for other people's pages.
//!
//! It does nothing until it is called: by `start.js` on a page of ours, by `element.js` on somebody else's.

use std::rc::Rc;

use comeback::embed::{Element, Options, Shared};
use comeback::ui::{App, Desk, Seat, start};
use js_sys::Function;
use wasm_bindgen::prelude::wasm_bindgen;
use yew::{AppHandle, Renderer};

#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// The program, once for a document.
#[wasm_bindgen]
pub struct Program(Rc<Shared>);

#[wasm_bindgen]
impl Program {
    /// Starts the page that this document was made for.
    pub fn page() {
        start(Seat { extra: Some(Rc::new(Desk::default())) });
    }

    /// A program whose library is at this address. `site` is the folder of the pages that it belongs to, with a `/` at
    /// its end; empty where there are none.
    pub fn at(library: String, site: String) -> Program {
        Program(Shared::new(library, site))
    }

    /// Puts a page into `root`. `options` is JSON, as [`Options`] reads it; `tell` is called with the name of each event
    /// and its detail, JSON.
    pub fn mount(&self, root: web_sys::Element, options: &str, tell: Function) -> Mounted {
        let element = Rc::new(Element::new(self.0.clone(), Options::read(options), tell));
        let seat = Seat { extra: Some(element.clone()) };
        Mounted { element, app: Renderer::<App>::with_root_and_props(root, seat).render() }
    }
}

/// A page in an element.
#[wasm_bindgen]
pub struct Mounted {
    element: Rc<Element>,
    app: AppHandle<App>,
}

#[wasm_bindgen]
impl Mounted {
    /// The host wants something else now.
    pub fn change(&self, options: &str) {
        self.element.set(Options::read(options));
    }

    /// What of the options could not be read, a line each.
    pub fn problems(options: &str) -> String {
        Options::read(options).problems.join("\n")
    }

    /// Follows a link inside the page; false where it leads out of it.
    pub fn follow(&self, fragment: &str) -> bool {
        self.element.follow(fragment)
    }

    /// Keeps what was written, at once.
    pub fn keep(&self) {
        self.element.keep();
    }

    /// Keeps what was written, and takes the page away.
    pub fn leave(self) {
        self.element.leave();
        self.app.destroy();
    }
}

fn main() {}
