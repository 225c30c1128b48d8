//! `cargo xtask shots`: pictures of the built page, to look at and to hold against the design.

use anyhow::Result;

use crate::serve::Server;
use crate::webdriver::{Driver, Options, Session, until};
use crate::{build, run, tools};

/// Widths of the window, CSS pixels: the narrowest phone, a phone, a tablet, a desktop, a wide one.
const WIDTHS: [u32; 5] = [320, 360, 768, 1280, 1600];

/// Looks that a reader may have asked for.
const LOOKS: [(&str, &str, &str); 3] = [
    ("light", "prefers-color-scheme", "light"),
    ("dark", "prefers-color-scheme", "dark"),
    ("forced-colors", "forced-colors", "active"),
];

/// What there is to read: where, what shows that it is there, and the name of its pictures.
const PLACES: [(&str, &str, &str); 5] = [
    ("#guides", ".qlist", "guides"),
    ("#guide=owning-it", "article", "guide"),
    ("#examples", ".qlist", "examples"),
    ("#sample=barn-question", "article", "example"),
    ("#rate", ".rated", "rate"),
];

/// Takes all pictures.
pub fn command() -> Result<()> {
    let mut tools = build::equipped()?;
    let driver = Driver::start(tools::browser(&mut tools, tools::Engine::Chromium)?)?;
    let server = Server::start(&build::release(&tools)?.dist, 0, &[])?;
    let folder = run::target_dir().join("shots");
    std::fs::create_dir_all(&folder)?;
    let window = Session::open(&driver, &Options::default())?;
    window.go(&server.address())?;
    take_all(&window, &folder, "start")?;
    window.go(&format!("{}#q=biggest-failure", server.address()))?;
    window.click("textarea")?;
    take_all(&window, &folder, "empty")?;
    window.insert(std::fs::read_to_string(run::root().join("benches/draft.txt"))?.trim_end())?;
    until("the page shows feedback", || {
        Ok((window.script("return document.querySelector('mark') !== null", &[])? == true).then_some(()))
    })?;
    take_all(&window, &folder, "writing")?;
    for (place, ready, screen) in PLACES {
        window.go(&format!("{}{place}", server.address()))?;
        window.text(ready)?;
        take_all(&window, &folder, screen)?;
    }
    println!("Pictures are in {}", folder.display());
    Ok(())
}

fn take_all(window: &Session, folder: &std::path::Path, screen: &str) -> Result<()> {
    for (look, feature, value) in LOOKS {
        window.prefer(feature, value)?;
        for width in WIDTHS {
            window.resize(width, if width < 600 { 740 } else { 900 })?;
            std::fs::write(folder.join(format!("{screen}-{look}-{width}.png")), window.picture()?)?;
        }
    }
    Ok(())
}
