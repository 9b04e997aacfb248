/** What a stamp carries: the first part of a name, five characters at most (𠮷 is one). */
export const surname = (name: string): string => [...(name.split(/[\s　]/u)[0] ?? name)].slice(0, 5).join('')
