import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const files = {
  regular: ['NotoSansJP-Regular.ttf', '400Regular/NotoSansJP_400Regular.ttf'],
  bold: ['NotoSansJP-Bold.ttf', '700Bold/NotoSansJP_700Bold.ttf'],
} as const

/**
 * The path of a Noto Sans JP font file (TrueType, OFL-1.1) that documents are set in: beside the bundle when built,
 * outside the archive when packaged, in node_modules when run from the tree.
 * @throws when none of them is there
 */
export function fontPath(weight: keyof typeof files): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const [built, inPackage] = files[weight]
  const candidates = [
    // A thread or a PDF library may read past Electron's view into the archive, so the unpacked copy comes first.
    join(here, '..', 'fonts', built).replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked'),
    join(here, '..', 'node_modules/@expo-google-fonts/noto-sans-jp', inPackage),
  ]
  const found = candidates.find((path) => existsSync(path))
  if (found === undefined) throw new Error(`the font ${built} is in none of its places`)
  return found
}
