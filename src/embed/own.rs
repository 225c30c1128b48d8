//! Questions of the host's own, from a block of JSON inside the element:
//! `{"questions": [{"id": "lost", "prompt": "What did you lose?", "like": "biggest-failure", "do": ["…"]}]}`.
//!
//! They are shown as the site's, judged like the question that `like` names, and kept under `own-<id>`, so that they never
//! meet one of ours.

use crate::content::{self, Question};
use crate::store::json::{Json, Object, parse};

use super::options::{cut, text};

/// The question that others are judged like, unless they name one.
const LIKE: &str = "biggest-failure";

/// The most questions in a block.
const MOST: usize = 20;

/// The longest text, in characters.
const LONGEST: usize = 300;

/// The most tips of a kind.
const MOST_TIPS: usize = 5;

/// A question of the host's own.
#[derive(Debug)]
pub struct Own {
    /// As the page knows questions.
    pub question: &'static Question,
    /// Why it is asked; may be empty.
    pub why: String,
    /// What to do.
    pub dos: Vec<String>,
    /// What to avoid.
    pub avoids: Vec<String>,
}

/// The id under which an own question is known here.
pub fn id_of(id: &str) -> String {
    ["own-", id].concat()
}

/// Reads a block: the questions that are whole, and what is wrong with the others. They live as long as the program, like
/// all questions.
pub fn read(block: &str) -> (Vec<&'static Own>, Vec<String>) {
    let (mut questions, mut problems) = (vec![], vec![]);
    let list = match parse(block) {
        Some(Json::Object(fields)) => fields.into_iter().find(|(name, _)| name == "questions").map(|(_, list)| list),
        _ => {
            problems
                .push("The block of own questions is not JSON: look for a missing comma, quote or bracket.".to_owned());
            return (questions, problems);
        }
    };
    let Some(Json::List(list)) = list else {
        problems.push("The block of own questions has no list called “questions”.".to_owned());
        return (questions, problems);
    };
    if list.len() > MOST {
        problems.push("The block has more than 20 own questions; the others are left out.".to_owned());
    }
    for (at, one) in list.iter().take(MOST).enumerate() {
        let name = ["Own question ", &crate::store::digits(at as u64 + 1), ": "].concat();
        match question(one) {
            Ok(own) if questions.iter().any(|other: &&Own| other.question.id == own.question.id) => {
                problems.push([&name, "its id is taken by an earlier one."].concat());
            }
            Ok(own) => questions.push(&*Box::leak(Box::new(own))),
            Err(why) => problems.push([name, why].concat()),
        }
    }
    (questions, problems)
}

fn question(json: &Json) -> Result<Own, String> {
    let Json::Object(fields) = json else { return Err("it is no object in braces.".to_owned()) };
    let id = text(fields, "id").unwrap_or_default();
    if !(1..=40).contains(&id.len())
        || !id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    {
        return Err("its id has to be 1 to 40 of a-z, 0-9 and -.".to_owned());
    }
    let prompt = short(fields, "prompt")?;
    if prompt.is_empty() {
        return Err("it has no prompt, the question as it is asked.".to_owned());
    }
    let like = text(fields, "like").unwrap_or(LIKE);
    let Some(model) = content::question(like) else {
        return Err(["it wants to be judged like “", &cut(like), "”, which is no question here."].concat());
    };
    let id: &'static str = id_of(id).leak();
    let mut profile = model.profile;
    profile.id = id;
    // The other question's wordings are not this one's.
    profile.wordings = &[];
    let question = Question { id, prompt: prompt.leak(), listens: short(fields, "listens")?.leak(), profile, ..*model };
    let why = short(fields, "why")?;
    Ok(Own { question: Box::leak(Box::new(question)), why, dos: tips(fields, "do")?, avoids: tips(fields, "avoid")? })
}

/// A text; empty where there is none.
fn short(fields: &Object, name: &str) -> Result<String, String> {
    let words = text(fields, name).unwrap_or_default().trim();
    if words.chars().count() > LONGEST {
        return Err(["its ", name, " is longer than 300 characters."].concat());
    }
    Ok(words.to_owned())
}

fn tips(fields: &Object, name: &str) -> Result<Vec<String>, String> {
    let list = match fields.iter().find(|(field, _)| field == name) {
        None => return Ok(vec![]),
        Some((_, Json::List(list))) if list.len() <= MOST_TIPS => list,
        Some(_) => return Err(["its “", name, "” has to be a list of at most five texts."].concat()),
    };
    let tip = |json: &Json| match json {
        Json::Text(words) if words.chars().count() <= LONGEST => Ok(words.clone()),
        _ => Err(["its “", name, "” has to hold texts of at most 300 characters."].concat()),
    };
    list.iter().map(tip).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(block: &str, ids: &[&str], problems: &[&str]) -> Vec<&'static Own> {
        let (own, said) = read(block);
        assert_eq!(said, problems, "{block}");
        assert_eq!(own.iter().map(|own| own.question.id).collect::<Vec<_>>(), ids, "{block}");
        own
    }

    #[test]
    fn reads_a_question_with_its_tips() {
        let own = check(
            r#"{"questions":[{"id":"lost","prompt":"What <b>did</b> you lose?","like":"regret","why":"They listen.",
                "do":["Name it."],"avoid":["Blame."]}]}"#,
            &["own-lost"],
            &[],
        );
        assert_eq!(own[0].question.prompt, "What <b>did</b> you lose?", "text is text");
        assert_eq!(
            (own[0].why.as_str(), own[0].dos[0].as_str(), own[0].avoids[0].as_str()),
            ("They listen.", "Name it.", "Blame.")
        );
        let regret = content::question("regret").unwrap();
        assert_eq!((own[0].question.profile.weights, own[0].question.family), (regret.profile.weights, regret.family));
    }

    #[test]
    fn keeps_the_whole_ones_beside_a_broken_one() {
        let block = r#"{"questions":[{"id":"A"},{"id":"a","prompt":"One?"},{"id":"a","prompt":"Two?"},7,
            {"id":"b","prompt":" "},{"id":"c","prompt":"C?","like":"none"},{"id":"d","prompt":"D?","do":"x"}]}"#;
        check(
            block,
            &["own-a"],
            &[
                "Own question 1: its id has to be 1 to 40 of a-z, 0-9 and -.",
                "Own question 3: its id is taken by an earlier one.",
                "Own question 4: it is no object in braces.",
                "Own question 5: it has no prompt, the question as it is asked.",
                "Own question 6: it wants to be judged like “none”, which is no question here.",
                "Own question 7: its “do” has to be a list of at most five texts.",
            ],
        );
    }

    #[test]
    fn says_what_is_wrong_with_a_block() {
        let no_json = "The block of own questions is not JSON: look for a missing comma, quote or bracket.";
        for block in ["{", "[]", "questions: []", "{\"questions\":[{\"id\":\"a\" \"prompt\":\"?\"}]}"] {
            check(block, &[], &[no_json]);
        }
        check("{\"question\":[]}", &[], &["The block of own questions has no list called “questions”."]);
        let long = format!(r#"{{"questions":[{{"id":"a","prompt":"{}"}}]}}"#, "x".repeat(301));
        check(&long, &[], &["Own question 1: its prompt is longer than 300 characters."]);
    }
}
