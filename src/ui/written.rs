//! A question's page as the build writes it into a file: drawn natively, by what draws it in the browser, so that it can
//! be read before the program runs, or where it never does.

use yew::{Component, Context, Html, Properties};

use crate::library::Library;
use crate::share::Place;
use crate::ui::components::app::App;
use crate::ui::page::Page;
use crate::ui::state::{Action, Fetched};

/// The page of somebody who opens a question for the first time, when everything has been fetched. Nothing happens to it.
pub struct Written(App);

/// Which page.
#[derive(Properties, PartialEq)]
pub struct Opened {
    /// Id of the question.
    pub question: &'static str,
    /// What the page has fetched.
    pub library: &'static Library,
}

impl Component for Written {
    type Message = ();
    type Properties = Opened;

    fn create(ctx: &Context<Written>) -> Written {
        let Opened { question, library } = *ctx.props();
        let page = Page::new(Box::new(|| {}), None);
        page.send(Action::Fetched(Fetched::Here(library)));
        page.send(Action::Go(Place::Question(question.to_owned())));
        Written(App::of(page))
    }

    fn view(&self, _: &Context<Written>) -> Html {
        self.0.draw()
    }
}
