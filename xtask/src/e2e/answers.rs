//! What the scenarios type.

/// A thin answer: an own cause and a lesson, but no event, no cost, no repair and no proof.
pub const WEAK: &str = "Once I delivered a piece of work late, because I had misjudged how long it would take. \
     I learned to give a date only after splitting the work up, and to say early that I am behind. \
     I try to be more careful about that.";

/// What the thin answer lacks, to be typed in front of it.
pub const EVENT: &str = "In March last year I was running the reporting module for a client portal at a small agency, \
     due on the 15th. We delivered nine days late, and the client had to pull a launch email. ";

/// What the thin answer lacks, to be typed behind it.
pub const REPAIR_AND_PROOF: &str = " That was my decision, and it was the wrong one. The day I saw we would miss, \
     I called the client lead, told her plainly and moved two reports to a second release. \
     We waived the overrun, about 4% of the fee, and the client stayed. \
     Since then I estimate in half-day pieces with the person doing the work. \
     On my next four projects one slipped, by two days, and the client knew two weeks ahead. \
     In this role I would start with that checkpoint.";
