//! What a server should say with each file, for common hosts. The policy is the one of index.html; each host gets it in
//! its own form, with what is said of caching and of other sites.
//!
//! `_headers` goes into the page's folder, because the hosts that know it look there. The others stand in
//! `docs/hosting/`, for who sets up a server. To change a header: change it here, then
//! `UPDATE_GOLDEN=1 cargo test -p xtask headers`.

#[cfg(test)]
mod hosts;

use std::path::Path;

use anyhow::{Context, Result};

use super::site::Site;
use super::{glue, origin, page};
use crate::run;

/// The file that Netlify and Cloudflare Pages read.
pub const FILE: &str = "_headers";

/// Said with each file. Other sites take scripts, program and library from here, and show the page in frames: so there
/// is no word against either, and no X-Frame-Options.
const ALWAYS: [(&str, &str); 4] = [
    ("Access-Control-Allow-Origin", "*"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(self), payment=(), usb=()"),
];

/// Said of files whose name holds a hash of what is in them: their bytes never change.
const FOREVER: &str = "public, max-age=31536000, immutable";

/// Folders of pages under the policy, apart from the top.
const FOLDERS: [&str; 2] = ["q", "share"];

/// The folder of the page that shows itself in a frame.
pub const EMBED: &str = "embed";

/// The policies of the pages.
pub struct Policies {
    /// Of all pages but one.
    pub page: String,
    /// Of the page that makes snippets: it shows in a frame what they lead to.
    pub embed: String,
}

impl Policies {
    /// As index.html has them.
    pub fn read() -> Result<Policies> {
        let file = run::root().join("index.html");
        let html = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let page = page::policy(&html)?.to_owned();
        let embed = page.replacen("media-src", "frame-src 'self'; media-src", 1);
        Ok(Policies { page, embed })
    }
}

/// Writes `_headers` for all that is in a folder. Both hosts read paths from the top of the site, and each joins what
/// several paths say of one file: so no two say the same. Of caching they say by themselves
/// that a browser has to ask each time whether what it keeps is still the same; only files with a hash need other words.
pub fn write(folder: &Path, site: Option<&Site>) -> Result<()> {
    let mut names = vec![];
    for (below, folder) in [(String::new(), folder.to_owned()), (format!("{EMBED}/"), folder.join(EMBED))] {
        for entry in std::fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))? {
            let name = super::name(&entry?.path());
            names.extend(glue::is_named_by_content(&name).then(|| below.clone() + &name));
        }
    }
    names.sort();
    let Policies { page, embed } = Policies::read()?;
    let [page, embed] = [page, embed].map(|policy| match site {
        Some(site) => origin::named(&policy, site.origin()),
        None => policy,
    });
    Ok(std::fs::write(folder.join(FILE), rules(&Policies { page, embed }, &names))?)
}

fn rules(policies: &Policies, hashed: &[String]) -> String {
    let mut text = String::from(
        "# Written by cargo xtask build, for Netlify and Cloudflare Pages. It has to lie at the top of the site: where\n\
         # the page lies below, put its folder before each path. For other hosts see docs/hosting/.\n",
    );
    let mut rule = |path: &str, headers: &[(&str, &str)]| {
        text += &format!("\n{path}\n");
        text.extend(headers.iter().map(|(name, value)| format!("  {name}: {value}\n")));
    };
    rule("/*", &ALWAYS);
    let policy = [("Content-Security-Policy", policies.page.as_str())];
    rule("/", &policy);
    rule("/index.html", &policy);
    FOLDERS.iter().for_each(|folder| rule(&format!("/{folder}/*"), &policy));
    rule(&format!("/{EMBED}/*"), &[("Content-Security-Policy", &policies.embed)]);
    hashed.iter().for_each(|name| rule(&format!("/{name}"), &[("Cache-Control", FOREVER)]));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_is_as_strict_as_promised() -> Result<()> {
        let promised = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src \
            'self'; img-src 'self' data:; media-src blob:; manifest-src 'self'; worker-src 'self'; base-uri 'none'; \
            form-action 'none'; require-trusted-types-for 'script'; trusted-types offline";
        let policies = Policies::read()?;
        // One name is let through: Chromium refuses to register any service worker without.
        assert_eq!(policies.page, promised);
        assert_eq!(policies.embed.replace("frame-src 'self'; ", ""), promised);
        assert_ne!(policies.embed, promised);
        Ok(())
    }

    #[test]
    fn says_nothing_twice_of_any_file() {
        let policies = Policies { page: "p".into(), embed: "e".into() };
        let text = rules(&policies, &["style-0123456789abcdef.css".into()]);
        for path in ["/", "/index.html", "/q/*", "/share/*"] {
            assert!(text.contains(&format!("\n{path}\n  Content-Security-Policy: p\n\n")), "{path}: {text}");
        }
        assert!(text.contains("\n/embed/*\n  Content-Security-Policy: e\n"), "{text}");
        assert!(text.contains("\n/style-0123456789abcdef.css\n  Cache-Control: public, max-age"), "{text}");
        let everywhere = text.split("\n\n").find(|rule| rule.starts_with("/*\n")).unwrap_or_default();
        assert!(!everywhere.contains("Cache-Control") && !everywhere.contains("Policy: p"), "{everywhere}");
        assert!(text.lines().all(|line| line.len() < 2000), "Cloudflare Pages reads no longer line");
    }
}
