import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type KeptManifest, type ManifestLine, open, PackageProblem, seal, verify } from '../main/packages/engine.ts'
import { WipeProblem } from '../main/wiping/problem.ts'
import { required, valueOf, type Call } from './arguments.ts'
import { engineCheck, engineOverwrite } from './engine-wipe.ts'
import { EXIT, type Exit, Usage } from './exit.ts'
import { print, printError, watcher } from './print.ts'
import { sayProblem } from './say-problem.ts'
import { sayWipeProblem } from './say-wipe-problem.ts'

/** The engines by themselves, for packages and for overwriting: nothing is recorded. For interoperability and for measuring. */
export async function engine(call: Call): Promise<Exit> {
  const [command, ...paths] = call.words
  const json = call.flags.has('json')
  const how = { signal: call.signal, onProgress: watcher() }
  try {
    switch (command) {
      case 'seal': print(json, await sealing(call, paths, how)); return EXIT.done
      case 'verify': {
        const verified = await verify({ path: one(paths), password: password(call), hash: true }, how)
        const { manifest, ...told } = verified
        print(json, { ...told, manifest: json ? await whole(manifest) : undefined })
        await manifest.close()
        return verified.differences.length > 0 ? EXIT.refused : EXIT.done
      }
      case 'open': {
        const { into, files, bytes, manifest } = await open({ path: one(paths), password: password(call), into: resolve(required(call, 'out')) }, how)
        await manifest.close()
        print(json, { into, files, bytes })
        return EXIT.done
      }
      case 'overwrite': return await engineOverwrite(call, paths)
      case 'check': return await engineCheck(call, paths)
      default: throw new Usage('engine seal, verify, open, overwrite or check')
    }
  } catch (error) {
    if (!(error instanceof PackageProblem) && !(error instanceof WipeProblem)) throw error
    const message = error instanceof WipeProblem ? sayWipeProblem(error) : sayProblem(error)
    printError(json, { refused: [{ code: error.code, article: null, rule: null, facts: error.facts, message }] }, message)
    return EXIT.refused
  }
}

async function sealing(call: Call, paths: readonly string[], how: Parameters<typeof seal>[1]) {
  if (paths.length === 0) throw new Usage('engine seal wants files or folders')
  const { out, bytes, manifest } = await seal({
    sources: paths.map((path) => ({ path: resolve(path) })), out: resolve(required(call, 'out')), password: password(call), level: level(call),
    names: call.flags.has('show-names') ? 'visible' : 'hidden',
  }, how)
  await manifest.close()
  return { out, bytes, files: manifest.files.count }
}

/** As one JSON value, which whoever asks for JSON wants. */
async function whole({ files, folders }: KeptManifest): Promise<{ files: ManifestLine[]; folders: string[] }> {
  const all: { files: ManifestLine[]; folders: string[] } = { files: [], folders: [] }
  for await (const line of files) all.files.push(line)
  for await (const path of folders) all.folders.push(path)
  return all
}

function level(call: Call): number {
  const asked = valueOf(call, 'level')
  if (call.flags.has('store')) {
    if (asked !== undefined) throw new Usage('--level or --store, not both')
    return 0
  }
  if (asked === undefined) return 4
  if (!/^[0-9]$/.test(asked)) throw new Usage('--level is 0 to 9')
  return Number(asked)
}

function one(paths: readonly string[]): string {
  const [path, ...more] = paths
  if (path === undefined || more.length > 0) throw new Usage('one package')
  return resolve(path)
}

/** The first line's bytes, as they are: a password of another program may be in another encoding. */
function password(call: Call): Uint8Array {
  const path = required(call, 'password-file')
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch {
    throw new Usage(`cannot read the password from ${path}`)
  }
  const end = bytes.indexOf(0x0a)
  const line = end === -1 ? bytes : bytes.subarray(0, bytes[end - 1] === 0x0d ? end - 1 : end)
  if (line.length === 0) throw new Usage(`${path} holds no password`)
  return new Uint8Array(line)
}
