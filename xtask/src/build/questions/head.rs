//! What whoever shows a link reads of a page: title, description, picture. It stands first, before anything is loaded.

use serde_json::json;

use crate::build::picture;
use crate::build::site::Site;

/// The longest description, characters: more is cut where it is shown.
const LONGEST: usize = 200;

/// What is said about a page.
pub struct Head<'a> {
    /// What it is about.
    pub name: &'a str,
    /// A sentence or two.
    pub description: &'a str,
    /// Its address below the site's.
    pub below: &'a str,
    /// The file of its picture, beside it.
    pub picture: Option<&'a str>,
    /// Where the site is, if that is known.
    pub site: Option<&'a Site>,
}

impl Head<'_> {
    /// The tags. Whole addresses need a site; without one there is none to be canonical, and the picture is named as
    /// links in pages name it, which some readers understand and no browser asks for.
    pub fn tags(&self) -> String {
        let title = format!("{} · Comeback", self.name);
        let mut tags = format!(
            "<title>{}</title><meta name=\"description\" content=\"{}\">",
            escaped(&title),
            escaped(self.description)
        );
        let address = self.site.map(|site| site.at(self.below));
        if let Some(address) = &address {
            tags += &format!("<link rel=\"canonical\" href=\"{address}\">");
        }
        let mut put = |kind: &str, name: &str, content: &str| {
            tags += &format!("<meta {kind}=\"{name}\" content=\"{}\">", escaped(content));
        };
        let image = self.picture.map(|file| match &address {
            Some(address) => format!("{address}{file}"),
            None => format!("./{file}"),
        });
        put("property", "og:type", "website");
        put("property", "og:site_name", "Comeback");
        put("property", "og:locale", "en_GB");
        put("property", "og:title", self.name);
        put("property", "og:description", self.description);
        if let Some(address) = &address {
            put("property", "og:url", address);
        }
        if let Some(image) = &image {
            put("property", "og:image", image);
            put("property", "og:image:type", "image/png");
            put("property", "og:image:width", &picture::SIZE.0.to_string());
            put("property", "og:image:height", &picture::SIZE.1.to_string());
            put("property", "og:image:alt", self.name);
        }
        put("name", "twitter:card", if image.is_some() { "summary_large_image" } else { "summary" });
        put("name", "twitter:title", self.name);
        put("name", "twitter:description", self.description);
        if let Some(image) = &image {
            put("name", "twitter:image", image);
            put("name", "twitter:image:alt", self.name);
        }
        tags
    }

    /// The same for whoever reads data: something to practise with, free, in English. Not a page of questions with their
    /// answers, which it is not.
    pub fn data(&self) -> String {
        let mut data = json!({
            "@context": "https://schema.org",
            "@type": "LearningResource",
            "name": self.name,
            "description": self.description,
            "learningResourceType": "Practice question",
            "teaches": "Answering interview questions about failure",
            "inLanguage": "en",
            "isAccessibleForFree": true,
            "isPartOf": { "@type": "WebSite", "name": "Comeback" },
        });
        if let Some(site) = self.site {
            data["url"] = site.at(self.below).into();
            data["isPartOf"]["url"] = site.at("").into();
            if let Some(file) = self.picture {
                data["image"] = format!("{}{file}", site.at(self.below)).into();
            }
        }
        // A page ends a script where it reads its closing tag, wherever that stands.
        let text = data.to_string().replace('<', "\\u003c");
        format!("<script type=\"application/ld+json\">{text}</script>")
    }
}

/// What they listen for, and of why they ask so many sentences as there is room for.
pub fn description(listens: &str, why: &str) -> String {
    let mut said = listens.to_owned();
    for sentence in why.split_inclusive(". ").map(str::trim) {
        if said.chars().count() + 1 + sentence.chars().count() > LONGEST {
            break;
        }
        said = format!("{said} {sentence}");
    }
    said
}

/// A text as it may stand in a page and in the quotes of an attribute.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use anyhow::Result;

    use super::*;

    fn head(site: Option<&Site>) -> Head<'_> {
        Head { name: "Why \"you\" & why?", description: "A <b>.", below: "q/why/", picture: Some("p.png"), site }
    }

    #[test]
    fn names_no_whole_address_that_it_does_not_know() {
        let (tags, data) = (head(None).tags(), head(None).data());
        assert!(!tags.contains("canonical") && !tags.contains("og:url") && !tags.contains("://"), "{tags}");
        assert!(tags.contains("<meta property=\"og:image\" content=\"./p.png\">"), "{tags}");
        assert!(!data.contains("\"url\""), "{data}");
    }

    #[test]
    fn names_whole_addresses_of_a_site() -> Result<()> {
        let site = Site::read("https://example.org/p")?;
        let (tags, data) = (head(Some(&site)).tags(), head(Some(&site)).data());
        for tag in [
            "<link rel=\"canonical\" href=\"https://example.org/p/q/why/\">",
            "<meta property=\"og:url\" content=\"https://example.org/p/q/why/\">",
            "<meta property=\"og:image\" content=\"https://example.org/p/q/why/p.png\">",
            "<meta name=\"twitter:image\" content=\"https://example.org/p/q/why/p.png\">",
        ] {
            assert!(tags.contains(tag), "{tag}: {tags}");
        }
        assert!(data.contains("\"url\":\"https://example.org/p/q/why/\""), "{data}");
        Ok(())
    }

    #[test]
    fn texts_stay_texts() {
        let (tags, data) = (head(None).tags(), head(None).data());
        assert!(tags.starts_with("<title>Why &quot;you&quot; &amp; why? · Comeback</title>"), "{tags}");
        assert!(tags.contains("content=\"A &lt;b&gt;.\"") && !data.contains("<b>"), "{tags}{data}");
    }

    #[test]
    fn describes_in_whole_sentences() {
        assert_eq!(description("They listen.", "One. Two."), "They listen. One. Two.");
        assert_eq!(description("They listen.", &format!("One. {}.", "t".repeat(200))), "They listen. One.");
    }
}
