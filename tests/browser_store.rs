//! The store against a real localStorage, with the faults a real one has.
#![cfg(target_family = "wasm")]

use comeback::store::{BROKEN, Browser, ENVELOPE, Keeper, Keeping, Kept, Opened, Refused, Store, Work};
use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn script(code: &str) -> JsValue {
    Function::new_no_args(code).call0(&JsValue::NULL).unwrap()
}

fn work(text: &str) -> Work {
    let drafts = [("biggest-failure".to_owned(), Kept { text: text.into(), step: Some(4) })].into();
    Work { drafts, open: Some("biggest-failure".into()), ..Work::default() }
}

/// A page that opens with whatever the browser lets it have.
fn page() -> (Keeper, Opened) {
    Keeper::open(Browser::open().map(|browser| Box::new(browser) as Box<dyn Store>), 1)
}

fn refused_while(fault: &str, mend: &str) -> Option<Refused> {
    script(fault);
    let refused = Browser::open().err();
    let (mut keeper, opened) = page();
    let kept = keeper.keep(&work("words"), 2);
    script(mend);
    assert_eq!((opened.keeping, opened.work), (kept.keeping, Work::default()), "the page works on in memory");
    assert_eq!(kept.keeping, refused.map_or(Keeping::Kept, Keeping::Refused));
    refused
}

#[wasm_bindgen_test]
fn finds_every_character_again_and_leaves_no_probe_behind() {
    script("localStorage.clear()");
    let text = "In May I lost the café's key. 🙂\n\u{0} “It was mine”, I said.\t𝒳";
    page().0.keep(&work(text), 2);
    assert_eq!(page().1, Opened { work: work(text), keeping: Keeping::Kept, damage: None });
    assert_eq!(script("return localStorage.length"), 1);
}

#[wasm_bindgen_test]
fn reads_a_full_storage_says_that_it_is_full_and_keeps_again_once_there_is_room() {
    script("localStorage.clear()");
    page().0.keep(&work("my words"), 2);
    script(
        "for (let text = 'x'.repeat(1 << 20), key = 0; text; ) {
            try { localStorage.setItem('filler' + key++, text) } catch { text = text.slice(text.length / 2 + 1) }
        }",
    );
    let (mut keeper, opened) = page();
    assert_eq!(opened.work, work("my words"));
    let more = work(&"my words, and many more. ".repeat(100));
    assert_eq!(keeper.keep(&more, 3).keeping, Keeping::Refused(Refused::Full));
    assert_eq!(page().1.work, work("my words"), "what was kept before is still there");
    script("localStorage.removeItem('filler0')");
    assert_eq!(keeper.keep(&more, 4).keeping, Keeping::Kept);
    assert_eq!(page().1.work, more);
    script("localStorage.clear()");
}

#[wasm_bindgen_test]
fn sets_aside_what_it_cannot_read() {
    script("localStorage.clear()");
    let browser = Browser::open().unwrap();
    browser.write(ENVELOPE, "{\"v\":1,").unwrap();
    let (mut keeper, opened) = page();
    assert_eq!(opened.damage.map(|damage| damage.bytes).as_deref(), Some("{\"v\":1,"));
    assert_eq!(browser.read(BROKEN).unwrap().as_deref(), Some("{\"v\":1,"));
    assert_eq!(keeper.keep(&work("my words"), 2).keeping, Keeping::Kept);
    assert_eq!(page().1.work, work("my words"));
}

/// What a page gets when it asks for its storage.
fn refused_storage(get: &str) -> Option<Refused> {
    let fault = format!(
        "window.real = Object.getOwnPropertyDescriptor(window, 'localStorage');
        Object.defineProperty(window, 'localStorage', {{ configurable: true, get() {{ {get} }} }})"
    );
    refused_while(&fault, "Object.defineProperty(window, 'localStorage', window.real)")
}

#[wasm_bindgen_test]
fn goes_on_where_the_browser_forbids_storage() {
    let refused = refused_storage("throw new DOMException('denied', 'SecurityError')");
    assert_eq!(refused, Some(Refused::Blocked));
}

#[wasm_bindgen_test]
fn goes_on_where_there_is_no_storage() {
    assert_eq!(refused_storage("return null"), Some(Refused::Absent));
}

#[wasm_bindgen_test]
fn goes_on_where_storage_forgets_at_once() {
    let fault = "window.real = Storage.prototype.setItem; Storage.prototype.setItem = () => {}";
    assert_eq!(refused_while(fault, "Storage.prototype.setItem = window.real"), Some(Refused::Unsound));
}
