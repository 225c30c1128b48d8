// <comeback-practice> in JSX of React 18 and later: `import type {} from 'comeback-practice/react'` somewhere in your code.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { ComebackAttributes, ComebackEventMap, ComebackPracticeElement } from './index.js';

/** React 19 takes listeners for events of elements as `on` and the name of the event; React 18 passes them over. */
type Listeners = { [K in keyof ComebackEventMap as `on${K}`]?: (event: ComebackEventMap[K]) => void };

type Props = DetailedHTMLProps<HTMLAttributes<ComebackPracticeElement>, ComebackPracticeElement> &
  ComebackAttributes &
  Listeners & { class?: string };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'comeback-practice': Props;
    }
  }
}
