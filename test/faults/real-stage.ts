import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Entry } from '../../core/ledger/entry.ts'
import type { World } from '../../core/world.ts'
import type { Place, Stage } from './stage.ts'

/** An office with a real vault, and how somebody comes in. Folders beside its home hold what passes between offices. */
export interface RealOffice {
  world: World
  home: string
  /** Where all of it lies: the home, the homes of others, and what passes between them. */
  folder: string
  others: readonly string[]
  /** Unlocks the vault as it may be after the operation, whichever half of it was done. */
  enter(): Promise<void>
}

export interface Asking<I> {
  /** The order; or how it is made in a world that was just put back (a code of a second factor that was just offered). */
  input: I | (() => Promise<I>)
  /** How the order is made when it is asked again, where asking has used it up: a code opens once. */
  again?: () => Promise<I>
  /** False: asked before the door. */
  signedIn?: boolean
  /** Done in each world that was put back, before the order is asked of it. */
  first?: () => Promise<unknown>
  /** From which entry on the ledger says something new: as many as it has now, unless it is to be exchanged for a shorter one. */
  from?: number
}

/** Puts one real office back to where it stood, with everything that lies outside it: the vault is locked, its folder is exchanged for a copy, and somebody comes in again. */
export async function realStage<I>(office: RealOffice, { input, again, signedIn = true, first = async () => {}, from }: Asking<I>): Promise<Stage & { put(): Promise<Place>; end(): Promise<void> }> {
  const { world, home, folder } = office
  const copy = `${folder}-as-it-was`
  const before = from ?? (world.vault.session() ? (await world.ledger.read()).head.size : 0)
  await world.vault.lock('asked')
  rmSync(copy, { recursive: true, force: true })
  for (const name of namesIn(office)) cpSync(join(folder, name), join(copy, name), { recursive: true })
  const was = textsOf(office)
  let standing = ''
  const ready = async (): Promise<void> => {
    if (!signedIn) await world.vault.lock('asked')
    else if (!world.vault.session()) await office.enter()
  }
  const look = async (): Promise<void> => { if (!world.vault.session()) await office.enter() }

  const fresh = async (): Promise<Place> => {
    await world.vault.lock('asked')
    for (const name of namesIn(office)) rmSync(join(folder, name), { recursive: true, force: true })
    cpSync(copy, folder, { recursive: true })
    if (signedIn) await office.enter()
    await first()
    const asked = typeof input === 'function' ? await (input as () => Promise<I>)() : input
    standing = state(office)
    const holds = (blob: string): Promise<boolean> => world.files.fetch(blob).then(() => true, () => false)
    const written = async (): Promise<Entry[]> => (world.vault.session() ? world.ledger.entries(before, 1000) : [])
    return { world, input: asked, ...(again && { inputAgain: again }), written, holds, lies: existsSync, look, ready, leave: async () => {} }
  }
  return {
    fresh, put: fresh, isReal: true,
    isAsBefore: async () => signedIn === (world.vault.session() !== null) && state(office) === standing,
    came: () => new Map([...textsOf(office)].filter(([path, text]) => was.get(path) !== text)),
    agree: (whole, found) => whole !== undefined && alike(whole, found),
    end: async () => rmSync(copy, { recursive: true, force: true }),
  }

  /** Home, keyring, sealed files and ledger, by what can be seen of them from outside. */
  function state(of: RealOffice): string {
    const vault = filesBelow(of.home).map((path) => {
      const { size, mtimeMs } = statSync(path)
      return `${relative(home, path)} ${size} ${path.endsWith('-wal') || path.endsWith('.db') ? mtimeMs : createHash('sha256').update(readFileSync(path)).digest('hex')}`
    })
    return [...vault, ...[...textsOf(of)].flat(), world.vault.session()?.personId ?? ''].join('\n')
  }
}

const namesIn = ({ folder, others }: RealOffice): string[] => readdirSync(folder).filter((name) => !others.includes(name))
const filesBelow = (folder: string): string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name)).toSorted()

/** Files outside every home: how long they are, of which bytes, and whether they come to the end that their kind has. */
function textsOf(office: RealOffice): Map<string, string> {
  const outside = namesIn(office).map((name) => join(office.folder, name)).filter((path) => path !== office.home && statSync(path).isDirectory())
  return new Map(outside.flatMap(filesBelow).map((path) => {
    const bytes = readFileSync(path)
    return [path, `${bytes.length} ${isWhole(path, bytes) ? 'whole' : 'half'} ${createHash('sha256').update(bytes).digest('hex')}`]
  }))
}

function isWhole(path: string, bytes: Buffer): boolean {
  if (path.endsWith('.pdf')) return bytes.subarray(-1024).includes('%%EOF')
  if (path.endsWith('.zip')) return bytes.subarray(-66_000).includes(Buffer.from('PK\x05\x06', 'latin1'))
  if (path.endsWith('.json')) return isJson(bytes.toString('utf8'))
  return bytes.length > 0
}
function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Signatures, keys and hours differ from one making to the next, and with them a few bytes of the length. */
function alike(one: string, other: string): boolean {
  const [[a = '', whole], [b = '']] = [one.split(' '), other.split(' ')]
  return whole === 'whole' && other.includes(' whole ') && Math.abs(Number(a) - Number(b)) <= Math.max(400, Number(a) / 20)
}

/** A folder beside the homes, made on the way. */
export function beside(office: Pick<RealOffice, 'folder'>, ...names: string[]): string {
  const path = join(office.folder, ...names)
  mkdirSync(path, { recursive: true })
  return path
}
