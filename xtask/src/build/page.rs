//! The text of the built page, read just far enough for the checks and changes that a build makes.

use anyhow::{Context, Result};

/// Stands only in a page that Trunk serves with live reload.
pub const RELOADER: &str = ".well-known/trunk/ws";

/// The page without its content security policy: the script that Trunk puts in for live reload is inline.
pub fn without_policy(html: &str) -> Result<String> {
    let named = html.find("Content-Security-Policy").context("index.html has no content security policy")?;
    let start = html[..named].rfind('<').context("the policy stands outside a tag")?;
    let end = named + html[named..].find('>').context("the policy's tag does not end")? + 1;
    Ok(format!("{}{}", &html[..start], &html[end..]))
}

/// The content security policy of a page that is not built yet.
pub fn policy(html: &str) -> Result<&str> {
    let tag =
        tags(html, "meta").find(|tag| tag.contains("Content-Security-Policy")).context("the page has no policy")?;
    let (_, content) = tag.split_once("content=\"").context("the policy is empty")?;
    Ok(content.split('"').next().unwrap_or_default())
}

/// Whether a script stands in the page itself.
pub fn has_inline_script(html: &str) -> bool {
    tags(html, "script").any(|tag| attribute(tag, "src").is_none())
}

/// The page with the address of a file beside it as data of its root, where scripts find it.
pub fn with_data(html: &str, name: &str, file: &str) -> Result<String> {
    let tag = tags(html, "html").next().context("the page has no html tag")?;
    Ok(html.replacen(tag, &format!("{} data-{name}=\"./{file}\">", tag.trim_end_matches('>')), 1))
}

/// The page with its program loaded ahead in the one way in which every engine uses it again, as start.js asks for it:
/// with `crossorigin` WebKit loads it twice.
pub fn with_shared_preload(html: &str) -> Result<String> {
    let tag = tags(html, "link").find(|tag| attribute(tag, "as") == Some("fetch"));
    let tag = tag.context("the page loads no program ahead")?;
    Ok(html.replacen(tag, &tag.replace("=\"anonymous\"", "").replace(" crossorigin", ""), 1))
}

/// The opening tags of one element, from `<` to `>`.
pub fn tags<'html>(html: &'html str, name: &str) -> impl Iterator<Item = &'html str> {
    html.match_indices('<').filter_map(move |(at, _)| {
        let rest = &html[at..];
        let after = rest[1..].strip_prefix(name)?;
        after.starts_with([' ', '\n', '>', '/']).then_some(())?;
        Some(&rest[..=rest.find('>')?])
    })
}

/// The value of an attribute in an opening tag, with or without quotes.
pub fn attribute<'html>(tag: &'html str, name: &str) -> Option<&'html str> {
    let value = tag.split_whitespace().find_map(|word| word.strip_prefix(name)?.strip_prefix('='))?;
    Some(value.trim_end_matches('>').trim_end_matches('/').trim_matches(['"', '\'']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_policy_out_and_leaves_the_rest() {
        let html = "<head><meta charset=utf-8><meta http-equiv=\"Content-Security-Policy\" content=\"x 'y'\"><title>";
        assert_eq!(without_policy(html).ok().as_deref(), Some("<head><meta charset=utf-8><title>"));
        assert!(without_policy("<head>").is_err());
    }

    #[test]
    fn only_what_is_loaded_ahead_loses_its_mode() -> Result<()> {
        let modules = "<link crossorigin href=a.js rel=modulepreload>";
        for tag in
            ["<link as=fetch crossorigin href=a.wasm>", "<link as=\"fetch\" crossorigin=\"anonymous\" href=a.wasm>"]
        {
            let html = with_shared_preload(&format!("{modules}{tag}"))?;
            assert!(html.starts_with(modules) && !html[modules.len()..].contains("crossorigin"), "{html}");
        }
        assert!(with_shared_preload(modules).is_err());
        Ok(())
    }

    #[test]
    fn tells_inline_scripts_from_files() {
        assert!(!has_inline_script("<script type=\"module\" src=\"start.js\"></script>"));
        assert!(has_inline_script("<script src=a.js></script><script type=module>go()</script>"));
    }

    #[test]
    fn reads_attributes_with_and_without_quotes() {
        assert_eq!(attribute("<link rel=\"css\" href='a.css'/>", "href"), Some("a.css"));
        assert_eq!(attribute("<link rel=css href=a.css>", "rel"), Some("css"));
        assert_eq!(attribute("<link data-href=a>", "href"), None);
    }
}
