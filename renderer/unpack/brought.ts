/** What somebody drops: the package, or the first of its volumes, and the key letter that came with it. */
export interface Brought { package: string | null; letter: string | null }

/** Sorts what was dropped; later volumes are found beside the first by whoever opens it. What is no letter is taken for a package, and its opening says what it is. */
export function sortBrought(paths: readonly string[], before: Brought): Brought {
  const letter = paths.findLast((path) => /\.p7m$/i.test(path))
  const rest = paths.filter((path) => !/\.p7m$/i.test(path))
  const first = rest.find((path) => /\.(zip|001)$/i.test(path)) ?? rest.find((path) => !/\.\d{3}$/.test(path)) ?? rest[0]
  return { package: first ?? before.package, letter: letter ?? before.letter }
}

export const nameOf = (path: string): string => path.split(/[/\\]/).at(-1) ?? path
