//! The same headers in the words of servers that are set up by hand: the files in `docs/hosting/`, which this test holds to
//! the policy, and writes.

use std::fmt::Write;

use anyhow::{Context, Result};
use serde_json::json;

use super::{ALWAYS, EMBED, FOREVER, Policies};
use crate::run;

/// Said of files whose bytes may change: a browser may keep them, and asks each time whether they are still the same.
const FRESH: &str = "no-cache";

/// Part of a file's name that holds a hash, as a regular expression.
const HASHED: &str = "-[0-9a-f]{16}\\.";

const NGINX_END: &str = r#"
server {
    listen 8080;
    root /srv/comeback;
    index index.html;

    include /etc/nginx/mime.types;
    location ~ \.webmanifest$ { default_type application/manifest+json; }

    gzip on;
    gzip_types text/css text/javascript application/javascript application/json application/wasm image/svg+xml;

"#;

fn nginx(policies: &Policies) -> Result<String> {
    let mut text = String::from(
        "# For nginx: put this into the http block, as a file in conf.d/ or sites-enabled/, and name your own folder.\n\
         # A location of yours that says add_header itself loses all of these: repeat them there.\n\n",
    );
    write!(text, "map $uri $comeback_cache {{\n    default \"{FRESH}\";\n    \"~{HASHED}\" \"{FOREVER}\";\n}}\n")?;
    write!(
        text,
        "map $uri $comeback_policy {{\n    default \"\";\n    \"~/{EMBED}/(index\\.html)?$\" \"{}\";\n    \
         \"~(/|\\.html)$\" \"{}\";\n}}\n",
        policies.embed, policies.page
    )?;
    text += NGINX_END;
    writeln!(text, "    add_header Cache-Control $comeback_cache;")?;
    writeln!(text, "    add_header Content-Security-Policy $comeback_policy always;")?;
    ALWAYS.iter().try_for_each(|(name, value)| writeln!(text, "    add_header {name} \"{value}\" always;"))?;
    Ok(text + "}\n")
}

fn apache(policies: &Policies) -> Result<String> {
    let mut text = String::from(
        "# For Apache: put this beside index.html under the name .htaccess. It needs mod_headers and mod_mime, and\n\
         # AllowOverride FileInfo for the folder.\n\n\
         AddType text/javascript .js\nAddType application/wasm .wasm\nAddType application/manifest+json .webmanifest\n\n",
    );
    ALWAYS.iter().try_for_each(|(name, value)| writeln!(text, "Header always set {name} \"{value}\""))?;
    writeln!(text, "Header set Cache-Control \"{FRESH}\"")?;
    writeln!(text, "<FilesMatch \"{HASHED}\">\n    Header set Cache-Control \"{FOREVER}\"\n</FilesMatch>")?;
    let policy = |policy: &str| format!("    Header set Content-Security-Policy \"{policy}\"\n");
    write!(text, "<FilesMatch \"\\.html$\">\n{}</FilesMatch>\n", policy(&policies.page))?;
    let page = format!("%{{REQUEST_URI}} =~ m#/{EMBED}/(index\\.html)?$#");
    write!(text, "<If \"{page}\">\n{}</If>\n", policy(&policies.embed))?;
    Ok(text)
}

fn caddy(policies: &Policies) -> Result<String> {
    let mut text = String::from(
        "# For Caddy: name your own site and folder.\n\nexample.org {\n\troot * /srv/comeback\n\tencode zstd gzip\n\tfile_server\n\n\theader {\n",
    );
    ALWAYS.iter().try_for_each(|(name, value)| writeln!(text, "\t\t{name} \"{value}\""))?;
    text += "\t}\n\t@manifest path *.webmanifest\n\theader @manifest Content-Type application/manifest+json\n\n";
    // Only what is there is there for ever: a file may come a moment later.
    let hashed = format!("{{\n\t\tpath_regexp {HASHED}\n\t\tfile\n\t}}");
    let embed = format!("path_regexp /{EMBED}/(index\\.html)?$");
    for (name, matches, header, value) in [
        ("hashed", &hashed, "Cache-Control", FOREVER),
        ("others", &format!("not {hashed}"), "Cache-Control", FRESH),
        ("embed", &embed, "Content-Security-Policy", &policies.embed),
    ] {
        writeln!(text, "\t@{name} {matches}\n\theader @{name} {header} \"{value}\"")?;
    }
    writeln!(text, "\t@pages {{\n\t\tpath_regexp (/|\\.html)$\n\t\tnot {embed}\n\t}}")?;
    writeln!(text, "\theader @pages Content-Security-Policy \"{}\"", policies.page)?;
    Ok(text + "}\n")
}

fn vercel(policies: &Policies) -> Result<String> {
    let rule = |source: &str, headers: &[(&str, &str)]| {
        let headers: Vec<_> = headers.iter().map(|(key, value)| json!({ "key": key, "value": value })).collect();
        json!({ "source": source, "headers": headers })
    };
    let name = "Content-Security-Policy";
    let rules = json!({ "headers": [
        rule("/(.*)", &ALWAYS),
        rule("/(.*-[0-9a-f]{16}\\..*)", &[("Cache-Control", FOREVER)]),
        rule("/", &[(name, &policies.page)]),
        rule("/index.html", &[(name, &policies.page)]),
        rule("/q/(.*)", &[(name, &policies.page)]),
        rule("/share/(.*)", &[(name, &policies.page)]),
        rule(&format!("/{EMBED}/(.*)"), &[(name, &policies.embed)]),
    ] });
    Ok(serde_json::to_string_pretty(&rules)? + "\n")
}

#[test]
fn the_files_for_hosts_say_what_the_page_says() -> Result<()> {
    let policies = Policies::read()?;
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    for (name, text) in [
        ("nginx.conf", nginx(&policies)?),
        ("apache.htaccess", apache(&policies)?),
        ("Caddyfile", caddy(&policies)?),
        ("vercel.json", vercel(&policies)?),
    ] {
        let file = run::root().join("docs/hosting").join(name);
        if update {
            std::fs::write(&file, &text)?;
        }
        let kept = std::fs::read_to_string(&file).with_context(|| format!("docs/hosting/{name}"))?;
        assert_eq!(kept, text, "docs/hosting/{name}: UPDATE_GOLDEN=1 cargo test -p xtask headers rewrites it");
    }
    Ok(())
}
