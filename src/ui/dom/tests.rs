//! What becomes of a template.

use yew::html;

use super::*;

#[test]
fn draws_what_the_template_says() {
    let drawn = view!("<p class='a {}' id={}>x {} <b>{}</b></p>", "b", "c", 2_u32, html! { <i /> });
    let VNode::VTag(paragraph) = drawn else { panic!("no element") };
    let attributes: Vec<_> = paragraph.attributes.iter().collect();
    assert_eq!((paragraph.tag(), attributes), ("p", vec![("class", "a b"), ("id", "c")]));
    let expected = VList::with_children(vec!["x 2 ".into(), html! { <b><i /></b> }], None);
    let Some(VNode::VList(list)) = paragraph.children() else { panic!("no list") };
    assert_eq!(list.first(), expected.first());
    assert_eq!(list.len(), 2);
}

#[test]
fn an_empty_hole_keeps_its_place_and_leaves_its_attribute_out() {
    let nothing = None::<&'static str>;
    let drawn = view!("{}<p class={}></p>", nothing, nothing);
    let VNode::VList(list) = drawn else { panic!("no list") };
    assert_eq!(list.len(), 2);
    let Some(VNode::VTag(paragraph)) = list.get(1) else { panic!("no element") };
    assert_eq!(paragraph.attributes.iter().count(), 0);
}
