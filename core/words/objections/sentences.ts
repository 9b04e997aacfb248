/** What is wrong, and what to do next, in both languages. Polite, without blame; a code without a sentence does not compile. */
export type Sentences<Facts> = Record<'ja' | 'en', { [Code in keyof Facts]: (facts: Facts[Code]) => string }>
