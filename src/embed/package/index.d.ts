// Types of <comeback-practice>. Importing the package defines the element; it exports nothing.

/** What an event says: never a word of the answer. */
export interface ComebackDetail {
  /** Id of the question; empty where none is open. Own questions have `own-` before theirs. */
  readonly question: string;
}

/** The word for the whole answer. */
export type ComebackLevel = 'start here' | 'developing' | 'good' | 'strong';

/** What `comeback-level` says. */
export interface ComebackLevelDetail extends ComebackDetail {
  readonly level: ComebackLevel;
}

/** The events by name. They bubble. */
export interface ComebackEventMap {
  /** The element can be typed into. */
  'comeback-ready': CustomEvent<ComebackDetail>;
  /** Somebody has begun an answer. */
  'comeback-start': CustomEvent<ComebackDetail>;
  /** The word for the whole answer has changed; not with `scores="off"`. */
  'comeback-level': CustomEvent<ComebackLevelDetail>;
  /** Somebody has pressed Done. */
  'comeback-finish': CustomEvent<ComebackDetail>;
}

/** The twelve criteria. */
export type ComebackCriterion =
  | 'real-failure'
  | 'ownership'
  | 'specific-event'
  | 'honest-size'
  | 'cause'
  | 'repair'
  | 'lesson'
  | 'applied-change'
  | 'composure'
  | 'relevance'
  | 'structure'
  | 'delivery';

/** A place on your page for each criterion that you write about, such as `#accountability`. */
export type ComebackLinks = { readonly [link in `data-link-${ComebackCriterion}`]?: `#${string}` };

/** The attributes. All may be set, changed and removed at any time. */
export interface ComebackAttributes extends ComebackLinks {
  /** Id of a question, or up to 20, between spaces or commas; all without it. */
  question?: string;
  /** The line above the question, 120 characters at most. */
  heading?: string;
  /** As the reader's system without it. */
  theme?: 'light' | 'dark' | 'auto';
  /** Colour of links, buttons and focus; needs a contrast of 4.5 on the background. */
  accent?: string;
  /** A word, or pixels from 10 to 40. */
  'text-size'?: 'small' | 'medium' | 'large' | `${number}`;
  /** `off`: words without figures. */
  scores?: 'on' | 'off';
  /** A coach link, or what stands behind its `#`. */
  coach?: string;
  /** Keeps drafts apart from those of other elements of the site. */
  'storage-key'?: string;
  /** `eager` opens at once, without a press on Start. */
  loading?: 'lazy' | 'eager';
}

/** A question of your own, in a `<script type="application/json">` inside the element. */
export interface ComebackOwnQuestion {
  /** 1 to 40 of a-z, 0-9 and -. */
  id: string;
  /** The question as asked. */
  prompt: string;
  /** A line under it. */
  listens?: string;
  /** Id of the question that it is judged like; `biggest-failure` without it. */
  like?: string;
  why?: string;
  /** Five at most. */
  do?: string[];
  /** Five at most. */
  avoid?: string[];
}

/** What stands in that block. */
export interface ComebackOwnQuestions {
  questions: ComebackOwnQuestion[];
}

/** The element. */
export interface ComebackPracticeElement extends HTMLElement {
  addEventListener<K extends keyof (HTMLElementEventMap & ComebackEventMap)>(
    type: K,
    listener: (this: ComebackPracticeElement, event: (HTMLElementEventMap & ComebackEventMap)[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof (HTMLElementEventMap & ComebackEventMap)>(
    type: K,
    listener: (this: ComebackPracticeElement, event: (HTMLElementEventMap & ComebackEventMap)[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'comeback-practice': ComebackPracticeElement;
  }
}
